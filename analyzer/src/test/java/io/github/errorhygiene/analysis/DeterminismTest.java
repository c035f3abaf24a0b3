package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.JsonReport;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.SarifReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sources give the same bytes, in whatever order and by however many threads. */
class DeterminismTest {
  private static final Path ROOT = Path.of("src/test/resources/sample-shop").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfFilesDoesNotMatter(long seed) throws Exception {
    List<Path> shuffled = files();
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(outputs(shuffled, 2)).isEqualTo(outputs(files(), 1));
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    assertThat(outputs(List.of(ROOT), 4)).isEqualTo(outputs(List.of(ROOT), 1));
  }

  @Test
  void aCacheDoesNotMatter(@TempDir Path cache) throws Exception {
    String without = outputs(List.of(ROOT), 1);

    assertThat(outputs(cache)).as("empty").isEqualTo(without);
    assertThat(outputs(cache)).as("filled").isEqualTo(without);
    Files.write(onlyFile(cache), new byte[] {1, 2, 3});
    assertThat(outputs(cache)).as("foreign").isEqualTo(without);
    byte[] whole = Files.readAllBytes(onlyFile(cache));
    Files.write(onlyFile(cache), Arrays.copyOf(whole, whole.length / 2));
    assertThat(outputs(cache)).as("damaged").isEqualTo(without);
    assertThat(Files.readAllBytes(onlyFile(cache))).as("mended").isEqualTo(whole);
  }

  @Test
  void whatChangedIsReadAnew(@TempDir Path root, @TempDir Path cache) throws Exception {
    Path source = root.resolve("A.java");
    Files.writeString(source, "class A {}");
    AnalysisRequest request =
        new AnalysisRequest("a", root, List.of(root), List.of(), 1, Policy.DEFAULT, cache);
    int before = Analysis.run(request, Progress.SILENT).health().lines();
    Files.writeString(source, "class A {\n}");

    assertThat(Analysis.run(request, Progress.SILENT).health().lines()).isEqualTo(before + 1);
  }

  @Test
  void thereIsSomethingToCompare() throws Exception {
    Report report = report(List.of(ROOT), 1);

    assertThat(report.application().contracts()).isNotEmpty();
    assertThat(report.findings()).isNotEmpty();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return new ArrayList<>(all.filter(file -> file.toString().endsWith(".java")).toList());
    }
  }

  private static Report report(List<Path> sources, int threads) throws InputException {
    return Analysis.run(
        new AnalysisRequest("shop", ROOT, sources, List.of(), threads, Policy.DEFAULT),
        Progress.SILENT);
  }

  private static Path onlyFile(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      List<Path> files = all.toList();
      assertThat(files).hasSize(1);
      return files.get(0);
    }
  }

  private static String outputs(List<Path> sources, int threads)
      throws IOException, InputException {
    return outputs(report(sources, threads));
  }

  private static String outputs(Path cache) throws IOException, InputException {
    return outputs(
        Analysis.run(
            new AnalysisRequest("shop", ROOT, List.of(ROOT), List.of(), 2, Policy.DEFAULT, cache),
            Progress.SILENT));
  }

  private static String outputs(Report report) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report, out);
    SarifReport.write(report, out);
    return out.toString();
  }
}
