package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiteralLoweringTest {
  private static Object value(String literal) {
    Expr value = ((Stmt.Return) Lowered.body("return " + literal + ";").get(0)).value();
    return ((Expr.Literal) value).value();
  }

  static Stream<Arguments> literals() {
    return Stream.of(
        Arguments.of("null", null),
        Arguments.of("true", true),
        Arguments.of("0", 0),
        Arguments.of("1_000", 1000),
        Arguments.of("0x1F", 31),
        Arguments.of("0xFFFF_FFFF", -1),
        Arguments.of("017", 15),
        Arguments.of("0b101", 5),
        Arguments.of("1_000L", 1000L),
        Arguments.of("0xFFFFFFFFFFFFFFFFL", -1L),
        Arguments.of("0L", 0L),
        Arguments.of("1.5", 1.5),
        Arguments.of("1e3d", 1000.0),
        Arguments.of(".5f", 0.5f),
        Arguments.of("1F", 1f),
        Arguments.of("0x1.8p1", 3.0),
        Arguments.of("0x1p3f", 8f),
        Arguments.of("'a'", 'a'),
        Arguments.of("'\\n'", '\n'),
        Arguments.of("'\\''", '\''),
        Arguments.of("'\\\\'", '\\'),
        Arguments.of("'\\101'", 'A'),
        Arguments.of("'\\u0041'", 'A'),
        Arguments.of("\"\"", ""),
        Arguments.of("\"a\\tb\\\"c\\\\d\"", "a\tb\"c\\d"),
        Arguments.of("\"\\uu00e9\"", "é"),
        Arguments.of("\"\\\\u0041\"", "\\u0041"),
        Arguments.of("\"\\s\\0\"", " \0"));
  }

  @ParameterizedTest
  @MethodSource("literals")
  void literals_have_their_value(String source, Object value) {
    assertThat(value(source)).isEqualTo(value);
  }

  @Test
  void the_smallest_numbers_are_negations() {
    assertThat(Lowered.expression("-2147483648")).isEqualTo("(- -2147483648)");
    assertThat(Lowered.expression("-9223372036854775808L")).isEqualTo("(- -9223372036854775808L)");
  }

  @Test
  void text_blocks_lose_their_indentation() {
    assertThat(value("\"\"\"\n      {\n        \"a\": 1\n      }\n      \"\"\""))
        .isEqualTo("{\n  \"a\": 1\n}\n");
  }

  @Test
  void text_blocks_may_end_on_the_last_line() {
    assertThat(value("\"\"\"   \n    a\\\n    b  \n\n    \\tc\\s\"\"\"")).isEqualTo("ab\n\n\tc ");
  }

  @Test
  void text_blocks_have_line_feeds_whatever_the_file_has() {
    assertThat(value("\"\"\"\r\n  a\r\n  b\\r\r\n  \"\"\"")).isEqualTo("a\nb\r\n");
  }

  @Test
  void text_blocks_may_contain_quotes() {
    assertThat(value("\"\"\"\n  say \"hi\" \\\"\"\" ok\\u0041\"\"\""))
        .isEqualTo("say \"hi\" \"\"\" okA");
  }

  @Test
  void text_blocks_keep_blank_lines_at_the_start() {
    assertThat(value("\"\"\"\n\n  a\"\"\"")).isEqualTo("\na");
  }
}
