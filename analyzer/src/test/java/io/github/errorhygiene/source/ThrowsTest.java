package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.Throws.Thrown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrowsTest {
  /** The {@code RuntimeException} that is thrown at {@code §}. */
  private static Optional<Thrown> thrown(String body) {
    String text = "class A {\n  void m(String a) {\n" + body + "\n  }\n}\n";
    int at = text.indexOf('§');
    int line = (int) text.substring(0, at).lines().count();
    int column = at - text.lastIndexOf('\n', at - 1);
    return Throws.at(text.replace("§", ""), line, column, "java.lang.RuntimeException");
  }

  private static Optional<String> detail(String body) {
    return thrown(body).map(Thrown::detail);
  }

  @Test
  void itIsKnownByTheThrowByTheNewOrByTheCallThatThrows() {
    assertThat(detail("    §throw new RuntimeException(\"a\");")).contains("\"a\"");
    assertThat(detail("    throw §new RuntimeException(\"a\");")).contains("\"a\"");
    assertThat(detail("    b.§orElseThrow(() -> new RuntimeException(\"a\"));")).contains("\"a\"");
    assertThat(detail("    §b();\n    throw new RuntimeException();")).isEmpty();
  }

  @Test
  void thePieceIsTheWholeNew() {
    assertThat(thrown("    §throw new RuntimeException(\n        \"a\");"))
        .contains(new Thrown(new Outline.Piece(3, 11, 4, 12), "\"a\"", "", List.of()));
  }

  @Test
  void aTextIsKnownByItsForm() {
    assertThat(detail("    §throw new RuntimeException();")).contains("");
    assertThat(detail("    §throw new RuntimeException(\"no \" + a);")).contains("\"no \" + a");
    assertThat(detail("    §throw new RuntimeException(String.format(\"%s\", a));")).isPresent();
    assertThat(detail("    §throw new RuntimeException(Texts.MISSING);")).isPresent();
    assertThat(detail("    §throw new RuntimeException(a);")).isEmpty();
    assertThat(detail("    §throw new RuntimeException(\"a\", b, true, false);")).isEmpty();
  }

  @Test
  void whatWasCaughtIsTheCause() {
    String before = "    try { b(); } catch (IOException | SQLException e) { §throw ";

    assertThat(thrown(before + "new RuntimeException(\"a\", e); }"))
        .hasValueSatisfying(
            thrown -> {
              assertThat(thrown.cause()).isEqualTo("e");
              assertThat(thrown.caught()).containsExactly("IOException", "SQLException");
            });
    assertThat(thrown(before + "new RuntimeException(e); }").map(Thrown::detail)).contains("");
    assertThat(thrown(before + "new RuntimeException(\"a\"); }").map(Thrown::cause)).contains("e");
  }
}
