package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final Report SHOP = SampleReports.shop();

  @TempDir Path directory;

  @Test
  void writesEachFormatUnderItsName() throws IOException {
    assertThat(ReportFiles.write(SHOP, EnumSet.allOf(ReportFormat.class), directory))
        .containsExactly(
            directory.resolve("index.html"),
            directory.resolve("error-hygiene.sarif"),
            directory.resolve("error-hygiene.json"));

    assertThat(directory.resolve("index.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(directory.resolve("error-hygiene.sarif")).content().contains("\"2.1.0\"");
    assertThat(directory.resolve("error-hygiene.json")).content().contains("\"endpoints\"");
  }

  @Test
  void writesOnlyWhatIsAskedFor() throws IOException {
    assertThat(ReportFiles.write(SHOP, Set.of(ReportFormat.JSON), directory)).hasSize(1);
    assertThat(directory).isDirectoryContaining("glob:**.json");
    assertThat(directory.resolve("index.html")).doesNotExist();
  }

  @Test
  void makesTheDirectoryAndReplacesWhatItHolds() throws IOException {
    Path reports = directory.resolve("target/reports");
    var first = ReportFiles.write(SHOP, Set.of(ReportFormat.JSON), reports);
    Path file = first.get(0);
    String content = Files.readString(file);
    Files.writeString(file, content + content);

    assertThat(ReportFiles.write(SHOP, Set.of(ReportFormat.JSON), reports)).isEqualTo(first);
    assertThat(file).hasContent(content);
  }

  @Test
  void failsIfAFileIsInTheWay() throws IOException {
    Path file = Files.createFile(directory.resolve("reports"));

    assertThatThrownBy(() -> ReportFiles.write(SHOP, Set.of(ReportFormat.JSON), file))
        .isInstanceOf(IOException.class);
  }

  @Test
  void formatsAreKnownByTheirLabels() {
    assertThat(ReportFormat.of("html")).contains(ReportFormat.HTML);
    assertThat(ReportFormat.of("HTML")).isEmpty();
    assertThat(ReportFormat.of("pdf")).isEmpty();
  }
}
