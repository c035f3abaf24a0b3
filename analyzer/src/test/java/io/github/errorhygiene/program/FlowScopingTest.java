package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where pattern variables are visible (JLS 6.3). {@code s} is a {@code String} wherever {@code
 * use(s)} stands.
 */
class FlowScopingTest {
  private static final String USE = "void use(String s) {} boolean is(String s) { return true; }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (o instanceof String s) { use(s); }",
        "if (o instanceof String s && is(s)) { use(s); }",
        "if (!(o instanceof String s)) { return; } use(s);",
        "if (!(o instanceof String s)) { throw new Exception(); } else { use(s); }",
        "if (!(o instanceof String s) || is(s)) { return; } use(s);",
        "while (!(o instanceof String s)) { o = null; } use(s);",
        "boolean b = o instanceof String s ? is(s) : false; if (o instanceof String s) use(s);",
        "if (o instanceof Pair(String s, var i)) { use(s); }",
        "switch (o) { case Pair(String s, int i) -> use(s); case String s when is(s) -> use(s); default -> {} }",
        "for (String s : List.of(\"a\")) { use(s); }",
        "try { run(); } catch (IllegalStateException | IllegalArgumentException e) { String s = e.getMessage(); use(s); }",
        "try (var in = new Scanner(\"\")) { String s = in.next(); use(s); }",
        "String s = switch (1) { case 1 -> \"a\"; default -> { yield \"b\"; } }; use(s);",
        "Runnable r = () -> { String s = \"\"; use(s); };",
      })
  void bindingIsVisible(String statements) {
    Linked linked =
        Linked.ofStatements(
            "Object o = null; " + statements, USE, "record Pair(String a, int b) {}");

    assertThat(linked.variable("s")).isEqualTo("String");
    assertThat(linked.unresolved()).isEmpty();
  }

  @Test
  void switchOverAnEnumMeansItsConstants() {
    Linked linked =
        Linked.ofStatements(
            "Color RED = null; switch (RED) { case GREEN: break; default: }",
            "enum Color { RED, GREEN }");

    Linked.Found label = linked.find("GREEN");
    assertThat(label.body().symbolOf(label.node())).isSameAs(linked.field("Test$Color", "GREEN"));
  }

  @Test
  void catchClauseKnowsItsTypes() {
    Linked linked =
        Linked.of(
            """
            class Test {
              void run() { try { run(); } catch (java.io.IOException | IllegalStateException e) { e.getMessage(); } }
            }
            """);

    assertThat(linked.typeOf("e")).isEqualTo("Exception");
    assertThat(linked.target("getMessage")).isEqualTo("java.lang.Throwable#getMessage()");
  }
}
