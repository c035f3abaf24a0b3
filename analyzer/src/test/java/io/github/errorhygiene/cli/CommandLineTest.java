package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.errorhygiene.report.Tool;
import io.github.errorhygiene.rule.Rules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path directory;
  private Path project;
  private Path reports;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(directory.resolve("shop"));
    reports = directory.resolve("reports");
    Sources.write(project, "src/main/java/shop/Orders.java", Sources.ORDERS);
  }

  private Run console(Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = project;
    args[1] = "--format=console";
    System.arraycopy(more, 0, args, 2, more.length);
    return Run.of(args);
  }

  private void answerWithoutRequestId() throws IOException {
    Sources.write(project, "src/main/java/shop/Errors.java", Sources.ERRORS);
  }

  @Test
  void tellsFindingsWithTheirPlaceWorstLastThenTheSummary() {
    Run run = console();

    String place = project.resolve("src/main/java/shop/Orders.java") + ":[8,10] ";
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("[WARNING] " + place + "missing-catch-all "),
            line -> assertThat(line).startsWith("[WARNING]     to mend it: add a boundary for"),
            line -> assertThat(line).startsWith("[WARNING] " + place + "missing-request-id "),
            line -> assertThat(line).startsWith("[WARNING]     to mend it: set X-Request-Id"),
            line -> assertThat(line).startsWith("[ERROR] " + place + "uncaught-exception "),
            line -> assertThat(line).startsWith("[ERROR]     to mend it: answer 404 Not Found"),
            line -> assertThat(line).startsWith("[INFO] shop: 1 endpoint, "),
            line -> assertThat(line).startsWith("[INFO] understood: 1 of 1 file"));
    assertThat(run.err()).isEmpty();
  }

  @Nested
  class ExitCodes {
    @Test
    void zeroIfAnswersAreRight() throws IOException {
      answerWithoutRequestId();

      assertThat(console("--disable=missing-request-id").exitCode()).isZero();
    }

    @Test
    void oneForFindings() {
      assertThat(console().exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 1", "info, 1", "never, 0", "WARNING, 1"})
    void failOnSaysWhichFindingsCount(String failOn, int code) throws IOException {
      answerWithoutRequestId();

      Run run = console("--fail-on", failOn);

      assertThat(run.out()).contains("[WARNING] ").doesNotContain("[ERROR] ");
      assertThat(run.exitCode()).isEqualTo(code);
    }

    private Run milder(String... rules) {
      List<String> args = new ArrayList<>(List.of("--fail-on=warning"));
      List.of(rules).forEach(rule -> args.addAll(List.of("--severity", rule + "=info")));
      return console(args.toArray());
    }

    @Test
    void severitiesOfTheUserCount() throws IOException {
      answerWithoutRequestId();

      assertThat(console("--severity", "missing-request-id=error").exitCode()).isEqualTo(1);
      assertThat(milder("missing-request-id", "missing-catch-all").exitCode()).isZero();
      assertThat(milder("missing-request-id").exitCode()).isEqualTo(1);
    }

    @Test
    void threeForFaultsOfTheToolWithThePlaceToReportThem() {
      Run run =
          Run.with(
              (request, progress) -> {
                throw new IllegalStateException("odd");
              },
              project);

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("odd").contains(Tool.ISSUES).doesNotContain("\tat ");
    }

    @Test
    void threeForErrorsOfTheMachineToo() {
      Run run =
          Run.with(
              (request, progress) -> {
                throw new StackOverflowError();
              },
              project);

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("StackOverflowError").doesNotContain("\tat ");
    }

    @Test
    void theStackTraceIsThereForThoseWhoAsk() {
      Run run =
          Run.with(
              (request, progress) -> {
                throw new IllegalStateException("odd");
              },
              project,
              "--stacktrace");

      assertThat(run.err()).contains("IllegalStateException: odd\n\tat ");
    }

    @Test
    void twoIfMemoryIsShort() {
      Run run =
          Run.with(
              (request, progress) -> {
                throw new OutOfMemoryError();
              },
              project);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("-Xmx");
    }
  }

  @Nested
  class Policies {
    @Test
    void liesInTheAnalysedDirectory() throws IOException {
      Sources.write(project, "error-hygiene.yml", "rules: {uncaught-exception: warning}");

      assertThat(console().exitCode()).isZero();
    }

    @Test
    void orWhereTheOptionSays() throws IOException {
      Path policy = Sources.write(directory, "lax.yml", "rules: {uncaught-exception: off}");

      assertThat(console("--config", policy).out()).doesNotContain("uncaught-exception");
    }

    @Test
    void optionsWinOverTheFile() throws IOException {
      Sources.write(project, "error-hygiene.yml", "rules: {uncaught-exception: off}");

      assertThat(console("--severity", "uncaught-exception=error").exitCode()).isEqualTo(1);
    }

    @Test
    void anotherStatusMayFit() throws IOException {
      Path policy =
          Sources.write(directory, "own.yml", "exceptions: {shop.OrderMissing: {mode: conflict}}");

      assertThat(console("--config", policy).out()).contains("500 where 409 fits");
    }

    @Test
    void orTheStatusMayBeRight() throws IOException {
      Path policy = Sources.write(directory, "own.yml", "accepted: {missing: 500}");

      assertThat(console("--config", policy).out()).doesNotContain("404 fits");
    }

    @Test
    void ownNamesOfRequestIds() throws IOException {
      String answer =
          Sources.ERRORS.replace(
              ".body(e.getMessage())", ".header(\"X-Ticket\", \"7\").body(e.getMessage())");
      Sources.write(project, "src/main/java/shop/Errors.java", answer);
      Path policy = Sources.write(directory, "own.yml", "request-ids: {headers: X-Ticket}");

      assertThat(console().out()).contains("Errors#missing answers 404 without");
      assertThat(console("--config", policy).out())
          .doesNotContain("Errors#missing answers 404 without");
    }

    @Test
    void endpointsAndSourcesCanBeLeftOut() throws IOException {
      Path policy = Sources.write(directory, "own.yml", "leave-out: {endpoints: GET /orders/*}");
      assertThat(console("--config", policy).out()).contains("shop: 0 endpoints");

      Files.writeString(policy, "leave-out: {sources: '**/shop/*'}");
      assertThat(console("--config", policy).out())
          .contains("shop: 0 endpoints", "understood: 1 of 1 file")
          .doesNotContain("[ERROR]", "[WARNING]");
    }

    @Test
    void envelopesCanBeAccepted() throws IOException {
      String envelope =
          Sources.ERRORS
              .replace("OrderMissing.class", "Exception.class")
              .replace("OrderMissing e", "Exception e")
              .replace("ResponseEntity<String>", "java.util.Map<String, Object>")
              .replace(
                  "ResponseEntity.status(404).body(e.getMessage())",
                  "java.util.Map.of(\"code\", 404, \"msg\", \"missing\")");
      Sources.write(project, "src/main/java/shop/Errors.java", envelope);
      Path policy = Sources.write(directory, "own.yml", "envelope: accepted");

      assertThat(console().out()).contains("error-as-success");
      assertThat(console("--config", policy).out())
          .doesNotContain("error-as-success")
          .contains("Errors#missing answers 200 with code 404 without a request id");
    }

    @Test
    void allMistakesAreToldWithTheirPlaces() throws IOException {
      Path policy =
          Sources.write(directory, "own.yml", "rules:\n  uncaught: off\ninvalid-imput: 400\n");

      Run run = console("--config", policy);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .contains(policy + ":2:3: there is no rule 'uncaught'; did you mean uncaught-exception?")
          .contains(policy + ":3:1: unknown key 'invalid-imput'; did you mean invalid-input?");
    }
  }

  @Nested
  class Suppressions {
    private void suppress(String line, String by) throws IOException {
      Sources.write(
          project, "src/main/java/shop/Orders.java", Sources.ORDERS.replace(line, by + line));
    }

    @Test
    void byAnnotationOfTheHandler() throws IOException {
      suppress("  @GetMapping", "  @SuppressWarnings(\"error-hygiene:uncaught-exception\")\n");

      Run run = console();

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).doesNotContain("[ERROR]").contains(", 1 suppressed");
    }

    @Test
    void byCommentWhereTheFailureArises() throws IOException {
      suppress("    throw new", "    // error-hygiene:off uncaught-exception – old clients\n");

      assertThat(console().out()).doesNotContain("[ERROR]").contains(", 1 suppressed");
    }

    @Test
    void oneThatSuppressesNothingIsTold() throws IOException {
      suppress("  @GetMapping", "  // error-hygiene:off wrong-status\n");

      assertThat(console().out())
          .contains("Orders.java:[7,3] suppresses nothing of wrong-status; remove it");
    }

    @Test
    void aPolicyMayDemandAReason() throws IOException {
      suppress("    throw new", "    // error-hygiene:off uncaught-exception\n");
      Sources.write(project, "error-hygiene.yml", "suppressions: {reason: required}");

      assertThat(console().out())
          .contains("[ERROR]", "it gives no reason, which the policy demands");
    }

    @Test
    void reportsShowWhatIsSuppressedAndWhy() throws IOException {
      suppress("    throw new", "    // error-hygiene:off uncaught-exception – old clients\n");
      assertThat(Run.of(project, "--format=json,html,sarif", "--output", reports).exitCode())
          .isZero();

      assertThat(reports.resolve("index.html")).content().contains("Suppressed", "old clients");
      assertThat(reports.resolve("error-hygiene.json"))
          .content()
          .contains("\"suppressed\"", "\"reason\": \"old clients\"");
      assertThat(reports.resolve("error-hygiene.sarif"))
          .content()
          .contains("\"inSource\"", "\"justification\": \"old clients\"");
    }
  }

  @Nested
  class Formats {
    @Test
    void consoleAndHtmlUnlessSaidOtherwise() {
      Run run = Run.of(project, "--output", reports);

      assertThat(run.out())
          .contains("[ERROR] ")
          .endsWith("[INFO] Report: " + reports.resolve("index.html") + "\n");
      assertThat(reports).isDirectoryContaining("glob:**/index.html");
    }

    @Test
    void consoleAloneWritesNothing() {
      assertThat(console("--output", reports).exitCode()).isEqualTo(1);

      assertThat(reports).doesNotExist();
    }

    @Test
    void filesWithoutConsoleLeaveTheFindingsToThem() {
      Run run = Run.of(project, "--format", "json,sarif", "--format=HTML", "--output", reports);

      assertThat(run.out()).doesNotContain("[ERROR]");
      assertThat(reports.toFile().list())
          .containsExactlyInAnyOrder("index.html", "error-hygiene.json", "error-hygiene.sarif");
    }

    @Test
    void theHtmlReportExplainsTheRulesThatFoundSomething() throws IOException {
      assertThat(Run.of(project, "--format=html", "--output", reports).exitCode()).isEqualTo(1);

      String page = Files.readString(reports.resolve("index.html"));
      assertThat(page)
          .contains(
              Rules.documentation("uncaught-exception").lines().toList().get(4).substring(0, 20))
          .contains("How to fix");
    }

    @Test
    void quietLeavesFindingsOnly() {
      assertThat(console("--quiet").out().lines())
          .hasSizeGreaterThan(3)
          .noneMatch(line -> line.startsWith("[INFO]"));
    }
  }

  @Nested
  class Trees {
    @Test
    void pathsAreRelativeToWhatSeveralDirectoriesShare() throws IOException {
      Path other = directory.resolve("stock");
      Sources.write(other, "Orders.java", Sources.ORDERS.replace("package shop", "package stock"));

      assertThat(Run.of(project, other, "--format=json", "--output", reports).exitCode())
          .isEqualTo(1);

      assertThat(reports.resolve("error-hygiene.json"))
          .content()
          .contains("\"shop/src/main/java/shop/Orders.java\"")
          .contains("\"stock/Orders.java\"");
    }

    @Test
    void generatedSourcesAreRead() throws IOException {
      Sources.write(project, "pom.xml", "<project/>");
      Sources.write(
          project,
          "target/generated-sources/openapi/src/main/java/shop/Generated.java",
          Sources.ORDERS.replace("/orders/", "/generated/").replace("Order", "Part"));

      assertThat(console().out()).contains("Generated.java:[").contains("understood: 2 of 2 files");
    }

    @Test
    void theClassPathTellsOfTypesThatTheSourcesDoNotHave() {
      assertThat(console().out()).contains("without a class path");
      assertThat(console("--class-path", directory).out()).doesNotContain("without a class path");
    }

    @Test
    void anAsteriskMeansAllJarsOfADirectory() throws IOException {
      Sources.write(directory, "lib/a.jar", "no jar");
      Sources.write(directory, "lib/b.jar", "no jar");
      Sources.write(directory, "lib/c.txt", "no jar");

      assertThat(console("--class-path", directory.resolve("lib") + "/*").out()).contains("2 gaps");
    }

    @Test
    void brokenJarsAreGaps() throws IOException {
      Path jar = Files.writeString(directory.resolve("broken.jar"), "no jar");
      String path = jar + File.pathSeparator + directory.resolve("absent.jar");

      Run run = console("--class-path", path, "--fail-on=never");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("2 gaps");
      assertThat(run.err()).isEmpty();
    }

    @Test
    void brokenSourcesAreGaps() throws IOException {
      Sources.write(
          project, "src/main/java/shop/Broken.java", "package shop; class Broken { void m() {");

      Run run = console("--fail-on=never");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("[WARNING] understood: 1 of 2 files");
    }
  }

  @Nested
  class Mistakes {
    private void assertMistake(Run run, String message) {
      assertThat(run.err()).startsWith("error-hygiene: ").contains(message).doesNotContain("\tat ");
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void noSuchDirectory() {
      assertMistake(Run.of(directory.resolve("absent")), "absent does not exist");
    }

    @Test
    void aFileInsteadOfADirectory() {
      assertMistake(
          Run.of(project.resolve("src/main/java/shop/Orders.java")), "is not a directory");
    }

    @Test
    void noSources() throws IOException {
      Path empty = Files.createDirectory(directory.resolve("empty"));
      Sources.write(empty, "src/test/java/OrdersTest.java", "class OrdersTest {}");

      assertMistake(Run.of(empty, "--output", reports), "no Java sources found below " + empty);
      assertThat(reports).doesNotExist();
    }

    @Test
    void aDirectoryThatMayNotBeRead() {
      assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
      assumeFalse(!project.toFile().setReadable(false), "no permissions here");

      assertMistake(Run.of(project), "cannot be read; check its permissions");
    }

    @Test
    void anOutputThatIsAFile() throws IOException {
      Path file = Files.createFile(directory.resolve("file"));

      assertMistake(Run.of(project, "--output", file), file + " is not a directory; see --output");
      assertMistake(Run.of(project, "--output", file.resolve("reports")), "is not a directory");
    }

    @Test
    void aReportThatCannotBeReplaced() throws IOException {
      Sources.write(reports, "index.html/file", "");

      assertMistake(
          Run.of(project, "--format=html", "--output", reports),
          "cannot write reports to " + reports);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--disable=wrong-staus",
          "--severity=wrong-staus=error",
          "--explain=wrong-staus"
        })
    void aRuleThatDoesNotExist(String option) {
      assertMistake(
          Run.of(project, option), "there is no rule 'wrong-staus'; did you mean wrong-status?");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--threads=0",
          "--threads=many",
          "--format=pdf",
          "--fail-on=bad",
          "--severity=wrong-status",
          "--severity=wrong-status=bad",
          "--output",
          "--fromat=html"
        })
    void optionsThatAreWrong(String option) {
      assertMistake(Run.of(project, option), "--");
    }
  }

  @Nested
  class Help {
    @Test
    void namesOptionsAndExitCodes() {
      Run run = Run.of("--help");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains("--fail-on=SEVERITY", "Exit code:", "  2   a mistake", "stolen-status");
    }

    @Test
    void explainPrintsTheDocument() {
      Run run = Run.of("--explain", "stolen-status");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out().strip()).isEqualTo(Rules.documentation("stolen-status").strip());
    }

    @Test
    void versionNamesTheToolAndTheJava() {
      assertThat(Run.of("--version").out())
          .contains(Tool.version(), System.getProperty("java.version"));
    }
  }

  @Nested
  class OnATerminal {
    @Test
    void levelsHaveColours() {
      assertThat(Run.onTerminal(project, "--format=console").out()).contains("\u001b[1m");
    }

    @Test
    void coloursCanBeTurnedOff() {
      assertThat(Run.onTerminal(project, "--format=console", "--no-color").out())
          .doesNotContain("\u001b");
      assertThat(Run.onTerminal("--help", "--no-color").out()).doesNotContain("\u001b");
    }

    @Test
    void progressIsShownAndWiped() {
      String err = Run.onTerminal(project, "--format=console").err();

      assertThat(err).contains("\rreading … 100 %").endsWith("\r");
      assertThat(err.substring(0, err.length() - 1)).endsWith(" ");
    }

    @Test
    void quietShowsNoProgress() {
      assertThat(Run.onTerminal(project, "--format=console", "--quiet").err()).isEmpty();
    }
  }
}
