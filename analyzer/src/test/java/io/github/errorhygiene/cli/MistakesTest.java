package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of a mistake of its user. */
class MistakesTest extends OfAShop {
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
    assertMistake(Run.of(project.resolve("src/main/java/shop/Orders.java")), "is not a directory");
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
      strings = {"--disable=wrong-staus", "--severity=wrong-staus=error", "--explain=wrong-staus"})
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
