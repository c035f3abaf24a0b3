package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Suppression;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  @Nested
  class Annotations {
    @Test
    void ofAClassCoverItsLines() {
      assertThat(
              found(
                  """
                  class Before {}
                  @SuppressWarnings("error-hygiene:wrong-status")
                  class A {
                  }
                  """))
          .containsExactly("wrong-status @ 2:1 covers 2-4");
    }

    @Test
    void ofAMethodAFieldAndALocalCoverTheirs() {
      assertThat(
              found(
                  """
                  class A {
                    @SuppressWarnings("error-hygiene:a-b") int field =
                        1;
                    @Override
                    @SuppressWarnings(value = "error-hygiene:c-d")
                    public String toString() {
                      @SuppressWarnings("error-hygiene:e-f") int local = 1;
                      return "";
                    }
                  }
                  """))
          .containsExactly("a-b @ 2:3 covers 2-3", "e-f @ 7:5 covers 7-7", "c-d @ 5:3 covers 4-9");
    }

    @Test
    void mayNameSeveralAndAll() {
      assertThat(
              found(
                  "@SuppressWarnings({\"error-hygiene\", \"error-hygiene:a-b, c-d\", \"e-f\"}) class A {}"))
          .containsExactly(
              "all @ 1:1 covers 1-1", "a-b, c-d @ 1:1 covers 1-1", "e-f @ 1:1 covers 1-1");
    }

    @Test
    void ofOtherToolsAreNone() {
      assertThat(found("@SuppressWarnings({\"unchecked\", \"PMD.Foo\", A.B}) class A {}"))
          .isEmpty();
      assertThat(found("@Other(\"error-hygiene:wrong-status\") class A {}")).isEmpty();
    }

    @Test
    void bareIdsMayBeMeantForOthers() {
      assertThat(
              suppressions(
                  "@SuppressWarnings({\"this-escape\", \"error-hygiene:a-b\"}) class A {}"))
          .extracting(Suppression::explicit)
          .containsExactly(false, true);
    }

    @Test
    void giveTheirReasonInTheTextOrInACommentBeside() {
      assertThat(reason("@SuppressWarnings(\"error-hygiene:a-b – old clients\") class A {}"))
          .isEqualTo("old clients");
      assertThat(reason("@SuppressWarnings(\"error-hygiene:a-b\") // old clients\nclass A {}"))
          .isEqualTo("old clients");
      assertThat(reason("@SuppressWarnings(\"error-hygiene\" /* old clients */) class A {}"))
          .isEqualTo("old clients");
      assertThat(reason("@SuppressWarnings(\"error-hygiene\")\n// of A\nclass A {}")).isEmpty();
    }
  }

  @Nested
  class InComments {
    @Test
    void besideCodeCoverItsLine() {
      assertThat(
              found(
                  """
                  class A {
                    int a; // error-hygiene:off wrong-status – old clients
                    int b;
                  }
                  """))
          .containsExactly("wrong-status @ 2:10 covers 2-2");
    }

    @Test
    void onALineOfTheirOwnCoverTheNextCode() {
      assertThat(
              found(
                  """
                  class A {
                    // error-hygiene:off a-b
                    /* error-hygiene:off c-d */

                    // what it is for
                    int b;
                    int c;
                  }
                  """))
          .containsExactly("a-b @ 2:3 covers 2-6", "c-d @ 3:3 covers 3-6");
    }

    @Test
    void aboveAnnotationsCoverWhatIsAnnotated() {
      assertThat(
              found(
                  """
                  class A {
                    // error-hygiene:off
                    @Deprecated
                    @Handles({"a)", "b"}) // both
                    void handle() {
                    }
                  }
                  """))
          .containsExactly("all @ 2:3 covers 2-5");
    }

    @Test
    void textsAreNoComments() {
      assertThat(
              found(
                  """
                  class A {
                    String a = "// error-hygiene:off";
                    char b = '"'; String c = "\\\\" /* error-hygiene:off a-b */;
                    String d = ""\"
                        // error-hygiene:off
                        ""\";
                    // see error-hygiene:off
                    // error-hygiene:offline
                  }
                  """))
          .containsExactly("a-b @ 3:33 covers 3-3");
    }

    @Test
    void linesMayEndAsOnWindows() {
      assertThat(found("class A {\r\n  int a; // error-hygiene:off a-b\r\n}\r\n"))
          .containsExactly("a-b @ 2:10 covers 2-2");
    }

    @Test
    void atTheEndCoverNothingElse() {
      assertThat(found("class A {}\n// error-hygiene:off a-b"))
          .containsExactly("a-b @ 2:1 covers 2-2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''|all|-",
        "a-b|a-b|-",
        "a-b c-d|a-b, c-d|-",
        "a-b, c-d – why|a-b, c-d|why",
        "a-b — why|a-b|why",
        "a-b - why - because|a-b|why - because",
        "a-b -- why|a-b|why",
        "a-b: why|a-b|why",
        "– why|all|why",
        "- why|all|why",
        ": why|all|why",
        "legacy|legacy|-",
      })
  void idsAndReasons(String text, String ids, String reason) {
    String source = "class A {\n  int a; // error-hygiene:off " + text + "\n}";
    assertThat(suppressions(source))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(names(each)).isEqualTo(ids);
              assertThat(each.reason()).isEqualTo(reason == null ? "" : reason);
            });
  }

  private static String reason(String source) {
    return suppressions(source).get(0).reason();
  }

  private static List<String> found(String source) {
    return suppressions(source).stream()
        .map(
            each ->
                "%s @ %d:%d covers %d-%d"
                    .formatted(
                        names(each),
                        each.position().line(),
                        each.position().column(),
                        each.firstLine(),
                        each.lastLine()))
        .toList();
  }

  private static String names(Suppression suppression) {
    return suppression.rules().isEmpty() ? "all" : String.join(", ", suppression.rules());
  }

  private static List<Suppression> suppressions(String source) {
    return SourceReader.lower("A.java", source).suppressions();
  }
}
