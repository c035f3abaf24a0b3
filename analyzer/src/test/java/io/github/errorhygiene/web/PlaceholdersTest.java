package io.github.errorhygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
  private final Placeholders placeholders =
      new Placeholders(Map.of("a", "/a", "b", "${a}/b", "key-a", "a", "x", "${y}", "y", "${x}"));

  @ParameterizedTest
  @CsvSource({
    "/plain/{id}, /plain/{id}",
    "${a}/{id}, /a/{id}",
    "${a:/default}, /a",
    "${none:/default}, /default",
    "${none:}, ''",
    "${none}, ${none}",
    "${b}, /a/b",
    "${${key-a}}, /a",
    "${none:${a}}${a}, /a/a",
    "${a, ${a",
    "'${none:/{id:\\d+}}', '/{id:\\d+}'"
  })
  void a_placeholder_stands_for_its_value_or_default(String text, String resolved) {
    assertThat(placeholders.resolve(text)).isEqualTo(resolved);
  }

  @Test
  void a_circle_ends() {
    assertThat(placeholders.resolve("${x}")).startsWith("${");
  }
}
