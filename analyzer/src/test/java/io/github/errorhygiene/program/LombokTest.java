package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The members that Lombok adds, found without Lombok. */
class LombokTest {
  private static Linked linked(String annotated, String statements) {
    return Linked.of(
        "import lombok.*; import lombok.extern.slf4j.Slf4j;\n"
            + annotated
            + "\nclass Test { void run() { "
            + statements
            + " } }");
  }

  @Test
  void dataHasAccessorsAndRequiredArguments() {
    Linked linked =
        linked(
            "@Data class Order { final String id; int count; boolean isOpen; Boolean done; static int all; }",
            """
            Order o = new Order("1"); o.getId().length(); o.setCount(o.getCount()); o.isOpen(); o.setOpen(true);
            o.getDone(); o.setDone(null);
            """);

    assertThat(linked.unresolved()).isEmpty();
    assertThat(linked.target("getCount")).isEqualTo("Order#getCount()");
    assertThat(linked.method("Order", "getCount").implicit())
        .isEqualTo(MethodSymbol.Implicit.GETTER);
    assertThat(linked.method("Order", "setCount").field().name()).isEqualTo("count");
    assertThat(linked.type("Order").methods())
        .extracting(MethodSymbol::name)
        .doesNotContain("setId", "getAll");
  }

  @Test
  void writtenMembersWin() {
    Linked linked =
        linked(
            "@Getter class Order { int id; int getId() { return 1; } @Getter(AccessLevel.NONE) int x; }",
            "");

    assertThat(linked.method("Order", "getId").implicit()).isEqualTo(MethodSymbol.Implicit.NONE);
    assertThat(linked.type("Order").methods())
        .extracting(MethodSymbol::name)
        .containsExactly("getId", "<init>");
  }

  @Test
  void constructors() {
    Linked linked =
        linked(
            """
            @RequiredArgsConstructor class Service { private final String a; private final int b = 1; @NonNull Long c; int d; }
            @AllArgsConstructor @NoArgsConstructor class Dto { int a; String b; }
            @AllArgsConstructor(staticName = "of") class Named { int a; }
            """,
            "new Service(\"\", 1L); new Dto(); new Dto(1, \"\"); Named.of(1);");

    assertThat(linked.unresolved()).isEmpty();
    assertThat(linked.target("new Service")).isEqualTo("Service#<init>(String,Long)");
    assertThat(linked.method("Service", "<init>").fields())
        .extracting(FieldSymbol::name)
        .containsExactly("a", "c");
  }

  @Test
  void builders() {
    Linked linked =
        linked(
            """
            @Builder(toBuilder = true) class Order { String id; @Singular java.util.List<String> tags; @Builder.Default int n = 1; }
            class Made { @Builder static Made make(String name) { return null; } }
            """,
            """
            Order o = Order.builder().id("1").tag("a").tags(null).n(2).build(); o.toBuilder().id("2").build();
            Made m = Made.builder().name("x").build();
            """);

    assertThat(linked.unresolved()).isEmpty();
    assertThat(linked.target("id")).isEqualTo("Order.OrderBuilder#id(String)");
    assertThat(linked.typeOf("build")).isEqualTo("Order");
    assertThat(linked.method("Order", "builder").implicit())
        .isEqualTo(MethodSymbol.Implicit.BUILDER);
  }

  @Test
  void superBuildersHaveInheritedProperties() {
    Linked linked =
        Linked.of(
            """
            import lombok.experimental.SuperBuilder;
            @SuperBuilder class Base { String id; }
            @SuperBuilder class Order extends Base { int count; }
            class Test { Order o = Order.builder().id("x").count(1).build(); }
            """);

    assertThat(linked.unresolved()).isEmpty();
  }

  @Test
  void loggers() {
    Linked linked = linked("@Slf4j class Service { Object logger() { return log; } }", "");

    assertThat(linked.field("Service", "log").type().erasure()).isEqualTo("org.slf4j.Logger");
  }

  @Test
  void fluentAccessorsAndValues() {
    Linked linked =
        linked(
            """
            @lombok.experimental.Accessors(fluent = true) @Getter @Setter class Order { String id; }
            @Value class Point { int x; int y; @With int z; }
            """,
            "new Order().id(\"\").id(); new Point(1, 2, 3).withZ(4).getX();");

    assertThat(linked.unresolved()).isEmpty();
  }
}
