package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which method a call means. */
class CallResolutionTest {
  @Test
  void ownMethod() {
    assertThat(Linked.ofStatements("help(1);", "void help(int n) {}").target("help"))
        .isEqualTo("Test#help(int)");
  }

  @Test
  void methodOfAFieldsType() {
    Linked linked =
        Linked.of(
            "package a; public class Service { public void serve() {} }",
            "package b; import a.Service; class Test { Service service; void run() { this.service.serve(); } }");

    assertThat(linked.target("serve")).isEqualTo("a.Service#serve()");
  }

  @Test
  void inheritedMethodOfAGenericClass() {
    Linked linked =
        Linked.ofStatements(
            "new Names().first().length();",
            "static class Base<T> { T first() { return null; } }",
            "static class Names extends Base<String> {}");

    assertThat(linked.target("length")).isEqualTo("java.lang.String#length()");
  }

  @Test
  void staticallyImportedMethod() {
    Linked linked =
        Linked.of(
            "import static java.util.Objects.requireNonNull; class Test { void run() { requireNonNull(1); } }");

    assertThat(linked.target("requireNonNull"))
        .isEqualTo("java.util.Objects#requireNonNull(Object)");
  }

  @Test
  void overloadByExactTypeBeforeBoxingBeforeVariableArity() {
    String overloads =
        "void f(Object o) {} void f(long n) {} void f(Integer n) {} void f(int... n) {}";

    assertThat(Linked.ofStatements("f(1);", overloads).target("f")).isEqualTo("Test#f(long)");
    assertThat(Linked.ofStatements("f(Integer.valueOf(1));", overloads).target("f"))
        .isEqualTo("Test#f(Integer)");
    assertThat(Linked.ofStatements("f(\"\");", overloads).target("f")).isEqualTo("Test#f(Object)");
    assertThat(Linked.ofStatements("f(1, 2);", overloads).target("f")).isEqualTo("Test#f(int[])");
  }

  @Test
  void lambdasChooseByWhatTheyGive() {
    assertThat(
            Linked.ofStatements("ExecutorService e = null; e.submit(() -> {});").target("submit"))
        .isEqualTo("java.util.concurrent.ExecutorService#submit(Runnable)");
    assertThat(Linked.ofStatements("ExecutorService e = null; e.submit(() -> 1);").target("submit"))
        .isEqualTo("java.util.concurrent.ExecutorService#submit(Callable)");
    assertThat(
            Linked.ofStatements(
                    "ExecutorService e = null; e.submit(() -> help());", "void help() {}")
                .target("submit"))
        .isEqualTo("java.util.concurrent.ExecutorService#submit(Runnable)");
  }

  @Test
  void membersThatCannotBeNamedHereAreNotMeant() {
    Linked linked =
        Linked.of(
            """
            package a;
            public class Base {
              private void f(String s) {}
              void f(CharSequence s) {}
              public void f(Object o) {}
            }
            """,
            "package b; class Test extends a.Base { void run() { f(\"\"); } }");

    assertThat(linked.target("f")).isEqualTo("a.Base#f(Object)");
  }

  @Test
  void typeArgumentsDecideWhereNothingElseDoes() {
    Linked linked =
        Linked.ofStatements(
            "Sink<Object> sink = null; sink.write(new Names());",
            "interface Sink<E> { void write(Iterable<E> all); void write(E one); }",
            "static abstract class Names implements Iterable<String> {}");

    assertThat(linked.target("write")).isEqualTo("Test.Sink#write(Object)");
  }

  @Test
  void classesWithHolesAboveThemAreNoFinalClass() {
    Linked linked =
        Linked.of(
            """
            class Test {
              static class Failure extends x.Unknown {}
              void log(String text) {} void log(Throwable t) {}
              void run() { log(new Failure()); }
            }
            """);

    assertThat(linked.target("log")).isEqualTo("Test#log(Throwable)");
  }

  @Test
  void castOfAMethodReference() {
    assertThat(
            Linked.ofStatements(
                    "Object o = (Supplier<String>) this::name;", "String name() { return \"\"; }")
                .target("::name"))
        .isEqualTo("Test#name()");
  }

  @Test
  void functionsInVariableArityAreTypedByTheirPlace() {
    Linked linked =
        Linked.ofStatements(
            "List<Predicate<String>> all = Arrays.asList(a -> a.isEmpty(), String::isBlank);");

    assertThat(linked.target("isEmpty")).isEqualTo("java.lang.String#isEmpty()");
  }

  @Test
  void thrownTypesAreInferred() {
    Linked linked =
        Linked.ofStatements("Optional.of(1).orElseThrow(() -> new java.io.IOException());");
    Linked.Found call = linked.find("orElseThrow");

    assertThat(call.body().thrownBy(call.node()))
        .extracting(Type::erasure)
        .containsExactly("java.io.IOException");
  }

  @Test
  void lambdasKnowTheFunctionTheyImplement() {
    Linked linked =
        Linked.ofStatements("Optional.of(1).map(a -> a + 1).ifPresent(System.out::println);");
    Linked.Found reference = linked.find("::println");

    assertThat(linked.target("::println")).isEqualTo("java.io.PrintStream#println(Object)");
    assertThat(reference.body().functionOf(reference.node()).signature())
        .isEqualTo("java.util.function.Consumer#accept(Object)");
  }

  @Test
  void methodsOfAnUnknownTypeAreUnresolvedAndCounted() {
    Linked linked =
        Linked.of("import x.Unknown; class Test { Unknown u; void run() { u.call().again(); } }");

    assertThat(linked.target("call")).isEmpty();
    assertThat(linked.unresolved())
        .containsExactly("call: unknown type x.Unknown", "again: the receiver's type is unknown");
  }

  @Test
  void typeArgumentsThatContradictRuleAnOverloadOut() {
    String overloads =
        """
        void in(String name, Object value, Object... more) {}
        void in(String name, Collection<Object> values) {}
        void body(Object body, Class<?> type) {}
        <T, C extends Collection<T>> void body(C body, Class<T> type) {}
        """;

    assertThat(
            Linked.ofStatements("Set<String> names = null; in(\"\", names);", overloads)
                .target("in"))
        .isEqualTo("Test#in(String,Object,Object[])");
    assertThat(
            Linked.ofStatements("Set<Object> names = null; in(\"\", names);", overloads)
                .target("in"))
        .isEqualTo("Test#in(String,Collection)");
    assertThat(
            Linked.ofStatements("Set<Integer> n = null; body(n, Integer.class);", overloads)
                .target("body"))
        .isEqualTo("Test#body(Collection,Class)");
    assertThat(
            Linked.ofStatements("Set<Integer> n = null; body(n, String.class);", overloads)
                .target("body"))
        .isEqualTo("Test#body(Object,Class)");
  }

  @Test
  void theMoreSpecialVariableArityParameterIsMeantWithoutArgumentsForIt() {
    Linked linked =
        Linked.ofStatements(
            "register(1);",
            "void register(int n, Object... o) {} void register(int n, String... s) {}");

    assertThat(linked.target("register")).isEqualTo("Test#register(int,String[])");
  }

  @Test
  void aReferenceMeansTheMethodThatTakesWhatIsPassed() {
    Linked linked =
        Linked.ofStatements(
            "Stream.of(new Medium()).map(Medium::toString);",
            "static class Medium { static String toString(Collection<Medium> all) { return null; } }");

    assertThat(linked.target("::toString")).isEqualTo("java.lang.Object#toString()");
  }

  @Test
  void ofTwoInheritedMethodsTheOneWithTheMoreSpecialResultIsMeant() {
    Linked linked =
        Linked.ofStatements(
            "Builder b = null; b.build().length();",
            "interface Any { Object build(); }",
            "interface Makes<T> { T build(); }",
            "interface Builder extends Any, Makes<String> {}");

    assertThat(linked.target("build")).isEqualTo("Test.Makes#build()");
    assertThat(linked.target("length")).isEqualTo("java.lang.String#length()");
  }

  @Test
  void ofTwoInheritedMethodsTheOneThatOverridesTheOtherIsMeant() {
    Linked linked =
        Linked.ofStatements("ConcurrentNavigableMap<String, Integer> m = null; m.values();");

    assertThat(linked.target("values")).isEqualTo("java.util.SortedMap#values()");
  }

  @Test
  void aMemberTypeIsMeantWhereAFieldOfItsNameCannotBe() {
    Linked linked =
        Linked.of(
            """
            class Policy {
              private java.util.List<Statement> Statement;
              static class Statement { static Statement make() { return null; } }
            }
            class Test { void run() { Policy.Statement.make(); } }
            """);

    assertThat(linked.target("make")).isEqualTo("Policy.Statement#make()");
  }

  @Test
  void anInnerClassOfALibraryKnowsTheArgumentsOfTheClassAround() {
    Linked linked =
        Linked.of(
            """
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;
            import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
            class Test {
              void run(HttpSecurity http) throws Exception {
                http.authorizeHttpRequests().anyRequest().permitAll().and().httpBasic();
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    registry = http.authorizeHttpRequests();
                registry.and().formLogin();
              }
            }
            """);

    assertThat(linked.unresolved()).isEmpty();
  }
}
