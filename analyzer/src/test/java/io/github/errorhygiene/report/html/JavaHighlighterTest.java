package io.github.errorhygiene.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.report.html.JavaHighlighter.Kind;
import io.github.errorhygiene.report.html.JavaHighlighter.Token;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaHighlighterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "return x;                | keyword[return] x;",
        "newest = renew;          | newest = renew;",
        "f(\"a \\\" b\", 'c', '\\'')   | f(string[\"a \\\" b\"], string['c'], string['\\''])",
        "x = 0xFF_FFL + 1.5e3;    | x = number[0xFF_FFL] + number[1.5e3];",
        "int x1 = 1; // int       | keyword[int] x1 = number[1]; comment[// int]",
        "a /* int */ b            | a comment[/* int */] b",
        "@Get(\"/x\") void f()      | annotation[@Get](string[\"/x\"]) keyword[void] f()",
        "@javax.inject.Inject A a | annotation[@javax.inject.Inject] A a",
        "@interface A {}          | keyword[@interface] A {}",
        "f(\"\"\"x\"\"\", 1)            | f(string[\"\"\"x\"\"\"], number[1])",
        "\"unclosed                | string[\"unclosed]",
        "Größe größe = null       | Größe größe = keyword[null]",
      })
  void tellsTokensApart(String line, String expected) {
    assertThat(show(JavaHighlighter.highlight(List.of(line)).get(0))).isEqualTo(expected);
  }

  @Test
  void commentsSpanLines() {
    assertThat(highlight("a /* b", "int", "*/ int"))
        .containsExactly("a comment[/* b]", "comment[int]", "comment[*/] keyword[int]");
  }

  @Test
  void textBlocksSpanLines() {
    assertThat(highlight("s = \"\"\"", "  // no \\\"\"\" yet", "  \"\"\"; int"))
        .containsExactly(
            "s = string[\"\"\"]", "string[  // no \\\"\"\" yet]", "string[  \"\"\"]; keyword[int]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'", "/*", "\"\"\"", "@", "\\", "//", "", "\u0000", "#!", "/*/"})
  void losesNoText(String odd) {
    List<String> source = List.of(odd, "int " + odd + " x", odd + odd);

    assertThat(JavaHighlighter.highlight(source))
        .extracting(line -> line.stream().map(Token::text).collect(Collectors.joining()))
        .isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'", "a", "1", "@a.", "\\\"", " ", "/*", "\"\\\\"})
  void noLineIsTooLong(String part) {
    String line = "\"" + part.repeat(200_000);

    assertThat(JavaHighlighter.highlight(List.of(line))).hasSize(1);
  }

  private static List<String> highlight(String... lines) {
    return JavaHighlighter.highlight(List.of(lines)).stream()
        .map(JavaHighlighterTest::show)
        .toList();
  }

  private static String show(List<Token> tokens) {
    return tokens.stream()
        .map(
            t ->
                t.kind() == Kind.PLAIN
                    ? t.text()
                    : t.kind().name().toLowerCase(Locale.ROOT) + "[" + t.text() + "]")
        .collect(Collectors.joining());
  }
}
