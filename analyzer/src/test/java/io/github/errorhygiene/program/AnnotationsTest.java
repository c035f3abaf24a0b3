package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Annotations and the constant values of their members. */
class AnnotationsTest {
  @Test
  void fullNameByImportThoughTheTypeIsNowhereFound() {
    Linked linked = Linked.of("import org.web.Get; @Get(\"/a\") class Test {}");

    assertThat(linked.type("Test").annotation("org.web.Get").strings("value"))
        .containsExactly("/a");
  }

  @Test
  void constantsAcrossFiles() {
    Linked linked =
        Linked.of(
            "package a; public interface Paths { String ROOT = \"/api\"; String ORDERS = ROOT + \"/orders/v\" + (1 + 1); }",
            """
            import a.Paths;
            import org.web.Get;
            class Test {
              static final String OWN = Paths.ORDERS + "/x";
              @Get(value = {Paths.ORDERS, OWN}, max = 2 * 3L, on = true, type = String[].class) void run() {}
            }
            """);
    AnnotationSymbol get = linked.method("Test", "run").annotation("org.web.Get");

    assertThat(get.strings("value")).containsExactly("/api/orders/v2", "/api/orders/v2/x");
    assertThat(get.value("max")).isEqualTo(6L);
    assertThat(get.value("on")).isEqualTo(true);
    assertThat(get.types("type"))
        .containsExactly(
            new Type.Array(new Type.Declared("java.lang.String", java.util.List.of())));
  }

  @Test
  void enumConstantsAlsoOfUnknownTypes() {
    Linked linked =
        Linked.of(
            """
            import java.lang.annotation.*;
            import org.http.Status;
            import static org.http.Status.GONE;
            import org.web.*;
            class Test {
              @Retention(RetentionPolicy.RUNTIME) @Answer({Status.NOT_FOUND, GONE}) @Outer(inner = @Inner(name = "x")) int field;
            }
            """);
    FieldSymbol field = linked.field("Test", "field");

    assertThat(field.annotation("java.lang.annotation.Retention").constants("value"))
        .containsExactly("RUNTIME");
    assertThat(field.annotation("org.web.Answer").list("value"))
        .asString()
        .isEqualTo(
            "[EnumValue[type=org.http.Status, name=NOT_FOUND], EnumValue[type=org.http.Status, name=GONE]]");
    assertThat(
            ((AnnotationSymbol) field.annotation("org.web.Outer").value("inner")).strings("name"))
        .containsExactly("x");
  }

  @Test
  void annotationsOfClassFiles() {
    Linked linked = Linked.of("class Test {}");
    TypeSymbol functional = linked.program().type("java.util.function.Supplier");

    assertThat(functional.annotation("java.lang.FunctionalInterface")).isNotNull();
    assertThat(
            linked
                .program()
                .type("java.lang.FunctionalInterface")
                .annotation("java.lang.annotation.Retention")
                .constants("value"))
        .containsExactly("RUNTIME");
  }

  @Test
  void constantsThatDependOnThemselvesHaveNoValue() {
    Linked linked =
        Linked.of(
            "class Test { static final int A = B + 1; static final int B = A; static final String S = \"s\" + 1; }");

    assertThat(linked.program().constant(linked.field("Test", "A"))).isNull();
    assertThat(linked.program().constant(linked.field("Test", "S"))).isEqualTo("s1");
  }
}
