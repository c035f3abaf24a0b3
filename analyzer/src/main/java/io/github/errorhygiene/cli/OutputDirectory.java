package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.ReportFiles;
import io.github.errorhygiene.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where report files go.
 *
 * @param formats may be empty; then nothing is checked and nothing is made
 */
record OutputDirectory(Path path, Set<ReportFormat> formats) {
  /**
   * Checks before the analysis that files can be written, as far as that can be known.
   *
   * @throws InputException if not
   */
  void check() throws InputException {
    if (formats.isEmpty()) {
      return;
    }
    Path existing = path.toAbsolutePath().normalize();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new InputException(
          "cannot write reports to "
              + path
              + ": "
              + existing
              + " is not a directory; see --output");
    }
    if (!Files.isWritable(existing)) {
      throw new InputException(
          "cannot write reports to " + path + ": " + existing + " is not writable; see --output");
    }
  }

  /**
   * Writes the files.
   *
   * @throws InputException if they cannot be written
   */
  List<Path> write(Report report) throws InputException {
    try {
      return formats.isEmpty() ? List.of() : ReportFiles.write(report, formats, path);
    } catch (IOException e) {
      throw new InputException("cannot write reports to " + path + ": " + e + "; see --output");
    }
  }
}
