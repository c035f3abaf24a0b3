package io.github.errorhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternLengthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          abc; 3
          ^abc$; 3
          a|bc|; 2
          [a-z]{2,5}; 5
          [a-z]{3}; 3
          [^]\\]a-z[0-9]]{3}?; 3
          []a]; 1
          \\d{4}-\\d{2}; 7
          \\+?[0-9]{1,14}; 15
          (ab|c){2}d?; 5
          (?:ab){2,3}+; 6
          (?<year>\\d\\d); 2
          (?i)ab\\.\\p{Alpha}\\b; 4
          ^(?=.*[A-Z])(?=.{8,20}$).*$; 20
          (?=.*[A-Z]).{8,30}; 30
          (?!x)a; 1
          (a{0}b+){0}; 0
          """)
  void hasAnEnd(String pattern, int most) {
    assertThat(PatternLength.most(pattern)).isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a+",
        "a*?",
        "[a-z]{2,}",
        "(a|b+)c",
        "(a{1,3})+",
        "(a)\\1",
        "\\Qa+\\E",
        "(?!\\Qa\\E)b",
        "(?=.{3})a*",
        "("
      })
  void hasNone(String pattern) {
    assertThat(PatternLength.most(pattern)).isEqualTo(PatternLength.ANY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=.{8,20}$)[a-z]{2}|\\p{L}{1,3}[^]x\\\\]", "(?i:a[[b]&&c])(?<n>d)??"})
  void noPartOfAPatternMakesItFail(String pattern) {
    for (int i = 0; i <= pattern.length(); i++) {
      for (int j = i; j <= pattern.length(); j++) {
        assertThat(PatternLength.most(pattern.substring(i, j))).isNotNegative();
      }
    }
  }
}
