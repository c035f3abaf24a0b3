package io.github.errorhygiene.maven;

import static io.github.errorhygiene.rule.Severity.ERROR;
import static io.github.errorhygiene.rule.Severity.INFO;
import static io.github.errorhygiene.rule.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
  @TempDir Path directory;
  private final RecordingLog log = new RecordingLog();

  @Test
  void passesWithoutFindings() throws Exception {
    check(Samples.engine()).execute();

    assertThat(log.lines)
        .contains(
            "info: shop: 0 endpoints, 0 ways to fail, no findings",
            "info: understood: 1 of 1 file, 75.0 % of 8 calls",
            "info: Report: " + report("index.html"));
  }

  @Test
  void failsOnAnErrorAndSaysWhereTheReportLies() {
    assertThatThrownBy(() -> check(Samples.engine(ERROR, INFO)).execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("1 finding of severity error: see " + report("index.html"));
  }

  @Test
  void logsEachFindingWithALinkForTheIde() {
    assertThatThrownBy(() -> check(Samples.engine(ERROR, WARNING)).execute());

    Path file = directory.resolve("src/main/java/Orders.java");
    assertThat(log.lines)
        .startsWith(
            "warn: " + file + ":[2,3] wrong-status OrderMissing is answered 500",
            "error: " + file + ":[1,3] wrong-status OrderMissing is answered 500");
  }

  @Test
  void logsNoFindingOnRequest() throws Exception {
    CheckMojo mojo = check(Samples.engine(WARNING));
    mojo.logViolationsToConsole = false;
    mojo.execute();

    assertThat(log.lines).noneMatch(line -> line.contains("Orders.java"));
  }

  @Test
  void aWarningFailsOnlyOnRequest() {
    CheckMojo mojo = check(Samples.engine(WARNING));
    assertThatCode(mojo::execute).doesNotThrowAnyException();

    mojo.failSeverity = "warning";
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("1 finding of severity warning or worse");
  }

  @Test
  void someFindingsCanBeAllowed() {
    CheckMojo mojo = check(Samples.engine(ERROR, ERROR));
    mojo.maxAllowedViolations = 2;
    assertThatCode(mojo::execute).doesNotThrowAnyException();

    mojo.maxAllowedViolations = 1;
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("2 findings of severity error (allowed: 1)");
  }

  @Test
  void onlyWarnsWithoutFailOnViolation() throws Exception {
    CheckMojo mojo = check(Samples.engine(ERROR));
    mojo.failOnViolation = false;
    mojo.execute();

    assertThat(log.lines)
        .last()
        .asString()
        .startsWith("warn: 1 finding of severity error")
        .endsWith("(errorHygiene.failOnViolation is false)");
  }

  @Test
  void doesNothingWhenSkipped() throws Exception {
    CheckMojo mojo = check(Samples.engine(ERROR));
    mojo.skip = true;
    mojo.execute();

    assertThat(log.lines).containsExactly("info: Skipped: errorHygiene.skip is set");
    assertThat(directory.resolve("target/error-hygiene")).doesNotExist();
  }

  @Test
  void passesOverAggregators() throws Exception {
    CheckMojo mojo = check(Samples.engine(ERROR));
    mojo.project.setPackaging("pom");
    mojo.execute();

    assertThat(log.lines).containsExactly("info: Nothing to analyse: no Java sources");
  }

  @Test
  void writesTheFormatsAskedFor() throws Exception {
    CheckMojo mojo = check(Samples.engine());
    mojo.formats = List.of("json", " html ");
    mojo.execute();

    try (var files = Files.list(directory.resolve("target/error-hygiene"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("index.html", "error-hygiene.json");
    }
  }

  @Test
  void asksForWhatTheParametersSay() throws Exception {
    List<AnalysisRequest> requests = new ArrayList<>();
    CheckMojo mojo =
        check(
            (request, progress) -> {
              requests.add(request);
              return Samples.report(request);
            });
    mojo.threads = 3;
    mojo.disabledRules = List.of("missing-request-id");
    mojo.policyFile = directory.resolve("policy.yml").toFile();
    mojo.execute();

    assertThat(requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.name()).isEqualTo("shop");
              assertThat(request.root()).isEqualTo(directory);
              assertThat(request.sources()).containsExactly(directory.resolve("src/main/java"));
              assertThat(request.classPath()).containsExactly(directory.resolve("target/classes"));
              assertThat(request.threads()).isEqualTo(3);
              assertThat(request.policy().disabledRules()).containsExactly("missing-request-id");
              assertThat(request.policyFile()).isEqualTo(directory.resolve("policy.yml"));
            });
  }

  @Test
  void wrongParametersAreNamed() {
    CheckMojo severity = check(Samples.engine());
    severity.failSeverity = "fatal";
    assertThatThrownBy(severity::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("errorHygiene.failSeverity must be error, warning or info, not 'fatal'");

    CheckMojo formats = check(Samples.engine());
    formats.formats = List.of("pdf");
    assertThatThrownBy(formats::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("errorHygiene.formats may name html, sarif and json, not 'pdf'");

    CheckMojo threads = check(Samples.engine());
    threads.threads = 0;
    assertThatThrownBy(threads::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("errorHygiene.threads must be at least 1, not 0");
  }

  @Test
  void anInputMistakeIsNotAFinding() {
    Engine engine =
        (request, progress) -> {
          throw new InputException("src/main/java is a file, not a directory");
        };

    assertThatThrownBy(() -> check(engine).execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("src/main/java is a file, not a directory")
        .hasNoCause();
  }

  @Test
  void aFaultOfTheToolIsCalledOne() {
    Engine engine =
        (request, progress) -> {
          throw new IllegalStateException("no such row");
        };

    assertThatThrownBy(() -> check(engine).execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("This is a fault of the tool")
        .hasMessageContaining("no such row");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
    CheckMojo mojo = check(Samples.engine());
    mojo.outputDirectory = Files.createFile(directory.resolve("taken")).toFile();

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("Cannot write reports to")
        .hasMessageContaining("taken");
  }

  private CheckMojo check(Engine engine) {
    CheckMojo mojo = new CheckMojo(engine);
    mojo.project = new TestProject(directory).sourceRoot("src/main/java").compiled().get();
    mojo.outputDirectory = directory.resolve("target/error-hygiene").toFile();
    mojo.setLog(log);
    return mojo;
  }

  private Path report(String name) {
    return directory.resolve("target/error-hygiene").resolve(name);
  }
}
