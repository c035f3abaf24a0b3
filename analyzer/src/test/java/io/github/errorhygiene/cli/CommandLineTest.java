package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.report.Tool;
import io.github.errorhygiene.rule.Rules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest extends OfAShop {
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
