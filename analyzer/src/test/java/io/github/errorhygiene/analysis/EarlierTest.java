package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.JsonReport;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier run came to is taken where this one would come to the same, and only there. */
class EarlierTest {
  private static final String CONTROLLER =
      """
      package shop;

      import org.springframework.web.bind.annotation.*;

      @RestController
      class Orders {
        private final Prices prices = new Cheap();

        @GetMapping("/orders/{id}")
        String get(@PathVariable String id) {
          return prices.of(Integer.parseInt(id));
        }
      }

      interface Prices {
        String of(int id);
      }
      """;

  private static final String USED =
      """
      package shop;

      class Cheap implements Prices {
        public String of(int id) {
          throw new IllegalStateException("none");
        }

        int spare() {
          return 1;
        }
      }
      """;

  private static final String HANDLER =
      """
      package shop;

      import org.springframework.web.bind.annotation.*;

      class SoldOut extends RuntimeException {}

      @RestControllerAdvice
      class Errors {
        @ExceptionHandler(SoldOut.class)
        @ResponseStatus(org.springframework.http.HttpStatus.CONFLICT)
        String soldOut(SoldOut e) {
          return e.getMessage();
        }
      }
      """;

  private static final String UNUSED =
      """
      package shop;

      class Stock {
        private final int size = 3;

        int left() {
          return size - 1;
        }
      }
      """;

  @TempDir Path root;
  @TempDir Path cache;

  @BeforeEach
  void firstRun() throws Exception {
    write("Orders.java", CONTROLLER);
    write("Cheap.java", USED);
    write("Stock.java", UNUSED);
    write("Errors.java", HANDLER);
    write("application.properties", "server.port=8080");
    assertThat(isEvaluated()).isTrue();
  }

  @Test
  void isTakenIfNothingChanged() throws Exception {
    assertThat(isEvaluated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "size - 1, size - 2",
    "size - 1, size - 1 - new Object().hashCode()",
    "= 3, = 4",
  })
  void isTakenIfCodeChangedThatNobodyLookedAt(String old, String changed) throws Exception {
    write("Stock.java", UNUSED.replace(old, changed));

    assertThat(isEvaluated()).isFalse();
  }

  @Test
  void isTakenIfOnlyPlacesChangedThatNobodyLookedAt() throws Exception {
    write("Stock.java", "// more\n\n" + UNUSED);

    assertThat(isEvaluated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Cheap.java, package, '// more\n\npackage'",
    "Cheap.java, throw, '// sold out\nthrow'",
    "Cheap.java, '(\"none\")', '(\n\"none\")'",
    "Cheap.java, '{', '\n{\n'",
    "Orders.java, package, '/** */ package'",
    "Orders.java, '@', '\n@'",
    "Errors.java, '  ', '\t'",
  })
  void isTakenIfOnlyPlacesChanged(String file, String old, String changed) throws Exception {
    change(file, old, changed);

    assertThat(isEvaluated()).isFalse();
  }

  @Test
  void isTakenIfSeveralSourcesMoved() throws Exception {
    change("Cheap.java", "package", "// more\npackage");
    change("Orders.java", "package", "// more\n\npackage");

    assertThat(isEvaluated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"return 1, return 2", "return 1, '\nint one = 1;\nreturn one'"})
  void isTakenIfCodeChangedBesideThatWhichWasLookedAt(String old, String changed) throws Exception {
    change("Cheap.java", old, changed);

    assertThat(isEvaluated()).isFalse();
  }

  @Test
  void isNotTakenIfAnObjectIsMadeNowOfWhatNobodyThrew() throws Exception {
    change("Stock.java", "size - 1", "size - 1 + new SoldOut().hashCode()");

    assertThat(isEvaluated()).isTrue();
  }

  @Test
  void isNotTakenIfThePlacesAreInAnotherOrder() throws Exception {
    String spare = "int spare() {\n    return 1;\n  }\n";
    change("Cheap.java", spare, "");
    change("Cheap.java", "  public", spare + "  public");

    assertThat(isEvaluated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "IllegalStateException, UnsupportedOperationException",
    "throw, if (id > 1) throw",
  })
  void isNotTakenIfCodeChangedThatWasLookedAt(String old, String changed) throws Exception {
    write("Cheap.java", USED.replace(old, changed));

    assertThat(isEvaluated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "class Stock, class Stock implements Prices",
    "class Stock, @Deprecated class Stock",
    "int left(), int left(String place)",
    "private final, final",
    "size - 1, new Prices() { public String of(int id) { return null; } }.hashCode()",
    "size - 1, size - 1; } void more() {",
    "package shop;, package shop; import java.util.*;",
  })
  void isNotTakenIfSomethingElseIsDeclared(String old, String changed) throws Exception {
    write("Stock.java", UNUSED.replace(old, changed));

    assertThat(isEvaluated()).isTrue();
  }

  @Test
  void isNotTakenIfAFileIsNewOrGone() throws Exception {
    write("More.java", "package shop; class More {}");
    assertThat(isEvaluated()).isTrue();
    Files.delete(root.resolve("More.java"));
    assertThat(isEvaluated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application.properties", "api.yaml", "web.xml", "build.gradle"})
  void isNotTakenIfTheSettingsChanged(String file) throws Exception {
    write(file, "server.port: 9090");

    assertThat(isEvaluated()).isTrue();
  }

  @Test
  void isNotTakenIfThePolicyFileChanged() throws Exception {
    write("error-hygiene.yml", "leave-out:\n  endpoints: [/health]\n");

    assertThat(isEvaluated()).isTrue();
  }

  @Test
  void isTakenIfRulesAreSetOtherwiseWhichJudgeAnew() throws Exception {
    Policy policy = new Policy(Map.of("uncaught-exception", Severity.INFO), Set.of());

    assertThat(isEvaluated(List.of(), policy)).isFalse();
  }

  @Test
  void rulesJudgeAnewWhatIsSuppressedNow() throws Exception {
    change("Cheap.java", "throw", "// error-hygiene:off\nthrow");

    assertThat(isEvaluated()).isFalse();
  }

  @Test
  void rulesJudgeAnewWhatIsNoLongerSuppressed() throws Exception {
    change("Cheap.java", "throw", "// error-hygiene:off\nthrow");
    write("application.properties", "server.port=9090");
    assertThat(isEvaluated()).isTrue();
    change("Cheap.java", "\nthrow", "\n\nthrow");

    assertThat(isEvaluated()).isFalse();
  }

  @Test
  void isNotTakenForAnotherClassPath() throws Exception {
    Path classes = Files.createDirectory(root.resolve("classes"));
    assertThat(isEvaluated(List.of(classes), Policy.DEFAULT)).isTrue();
    Files.write(classes.resolve("A.class"), new byte[] {1});
    assertThat(isEvaluated(List.of(classes), Policy.DEFAULT)).isTrue();
    assertThat(isEvaluated(List.of(classes), Policy.DEFAULT)).isFalse();
  }

  private boolean isEvaluated() throws Exception {
    return isEvaluated(List.of(), Policy.DEFAULT);
  }

  /** Whether a run with the cache had to evaluate; in any case it says what one without it says. */
  private boolean isEvaluated(List<Path> classPath, Policy policy) throws Exception {
    List<String> stages = new ArrayList<>();
    List<Path> sources = List.of(root);
    Report with =
        Analysis.run(
            new AnalysisRequest("shop", root, sources, classPath, 1, policy, cache),
            (stage, done, total) -> stages.add(stage));
    Report without =
        Analysis.run(
            new AnalysisRequest("shop", root, sources, classPath, 1, policy), Progress.SILENT);
    assertThat(json(with)).isEqualTo(json(without));
    assertThat(with.application().contracts()).hasSize(1);
    return stages.contains("evaluating");
  }

  private static String json(Report report) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report, out);
    return out.toString();
  }

  private void change(String file, String old, String changed) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).contains(old);
    write(file, text.replace(old, changed));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text);
  }
}
