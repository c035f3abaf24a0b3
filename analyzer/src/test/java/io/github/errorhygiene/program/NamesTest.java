package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What names of types and variables mean. */
class NamesTest {
  @Test
  void samePackageThenImportsThenJavaLang() {
    Linked linked =
        Linked.of(
            "package a; class String {}",
            "package b; public class Date {}",
            "package a; import b.Date; import java.util.*; class Test { String s; Date d; List<Integer> l; }");

    assertThat(linked.field("a.Test", "s").type().erasure()).isEqualTo("a.String");
    assertThat(linked.field("a.Test", "d").type().erasure()).isEqualTo("b.Date");
    assertThat(linked.field("a.Test", "l").type().erasure()).isEqualTo("java.util.List");
    assertThat(linked.field("a.Test", "l").type().arguments().get(0).erasure())
        .isEqualTo("java.lang.Integer");
  }

  @Test
  void nestedInheritedAndFullyQualifiedTypes() {
    Linked linked =
        Linked.of(
            "package a; public class Base { public static class Inner {} }",
            """
            package b;
            class Test extends a.Base {
              Inner inherited;
              a.Base.Inner qualified;
              java.util.Map.Entry<String, String> entry;
              Own.Deep deep;
              static class Own { class Deep { Own outer; } }
            }
            """);

    assertThat(linked.field("b.Test", "inherited").type().erasure()).isEqualTo("a.Base$Inner");
    assertThat(linked.field("b.Test", "qualified").type().erasure()).isEqualTo("a.Base$Inner");
    assertThat(linked.field("b.Test", "entry").type().erasure()).isEqualTo("java.util.Map$Entry");
    assertThat(linked.field("b.Test", "deep").type().erasure()).isEqualTo("b.Test$Own$Deep");
    assertThat(linked.field("b.Test$Own$Deep", "outer").type().erasure()).isEqualTo("b.Test$Own");
  }

  @Test
  void explicitImportNamesATypeThatIsNowhereFound() {
    Linked linked =
        Linked.of(
            "import x.y.Order; import x.y.Outer.Inner; class Test { Order o; Inner i; Outer.Z z; }");

    assertThat(linked.field("Test", "o").type()).isEqualTo(new Type.Unknown("x.y.Order"));
    assertThat(linked.field("Test", "i").type()).isEqualTo(new Type.Unknown("x.y.Outer$Inner"));
    assertThat(linked.field("Test", "z").type()).isEqualTo(new Type.Unknown("Outer$Z"));
  }

  @Test
  void theOnlyUnknownPackageOnDemandExplainsWhatNothingElseDoes() {
    Linked one =
        Linked.of("import x.y.*; import java.util.*; class Test { Order o; List<String> l; }");
    Linked two = Linked.of("import x.y.*; import z.*; class Test { Order o; }");

    assertThat(one.field("Test", "o").type()).isEqualTo(new Type.Unknown("x.y.Order"));
    assertThat(one.field("Test", "l").type().erasure()).isEqualTo("java.util.List");
    assertThat(two.field("Test", "o").type()).isEqualTo(new Type.Unknown("Order"));
  }

  @Test
  void localsHideFieldsAndFieldsOfInnerTypesHideThoseOfOuterOnes() {
    Linked linked =
        Linked.of(
            """
            class Test {
              int value; String outer;
              class Inner { String value; Object find(boolean value) { return value; } Object field() { return outer; } }
            }
            """);

    assertThat(linked.typeOf("value")).isEqualTo("boolean");
    assertThat(linked.typeOf("outer")).isEqualTo("String");
  }

  @Test
  void constantsByStaticImportAndByType() {
    Linked linked =
        Linked.of(
            "package a; public class Limits { public static final long MAX = 1; public static final int MIN = 0; }",
            "import static a.Limits.MAX; class Test { Object a() { return MAX; } Object b() { return a.Limits.MIN; } }");

    assertThat(linked.typeOf("MAX")).isEqualTo("long");
    assertThat(linked.program().constant(linked.field("a.Limits", "MIN"))).isEqualTo(0);
  }

  @Test
  void capturedVariablesAreTheSameInAnonymousAndLocalClasses() {
    Linked linked =
        Linked.of(
            """
            class Test {
              Object run(String captured) {
                class Local { int size() { return captured.length(); } }
                return new java.util.function.Supplier<Integer>() {
                  String other = captured;
                  public Integer get() { return new Local().size() + captured.length(); }
                };
              }
            }
            """);
    Body enclosing = linked.program().body(linked.method("Test", "run"));
    Object parameter = linked.method("Test", "run").declaration().parameters().get(0);

    Linked.Found inLocal = linked.find("captured");
    assertThat(inLocal.body().symbolOf(inLocal.node())).isSameAs(enclosing.variable(parameter));
    assertThat(linked.unresolved()).isEmpty();
  }

  @Test
  void boundsOfTypeVariablesTellTheirMembers() {
    Linked linked =
        Linked.of(
            """
            class Test<T extends Comparable<T>> {
              int compare(T a, T b) { return a.compareTo(b); }
              <E extends Enum<E> & Runnable> void both(E e) { e.run(); e.ordinal(); }
            }
            """);

    assertThat(linked.target("compareTo")).isEqualTo("java.lang.Comparable#compareTo(Object)");
    assertThat(linked.target("run")).isEqualTo("java.lang.Runnable#run()");
    assertThat(linked.target("ordinal")).isEqualTo("java.lang.Enum#ordinal()");
  }
}
