package io.github.errorhygiene.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes reports to a directory, with the same file names for every front end. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes a report in some formats; what the directory already holds under their names is
   * replaced.
   *
   * @param directory made if it does not exist
   * @return the files written, absolute, the one for people first
   * @throws IOException if the directory cannot be made or written to
   */
  public static List<Path> write(Report report, Set<ReportFormat> formats, Path directory)
      throws IOException {
    Path target = Files.createDirectories(directory.toAbsolutePath().normalize());
    List<Path> written = new ArrayList<>();
    for (ReportFormat format : new TreeSet<>(formats)) {
      Path file = target.resolve(format.fileName());
      try (Writer out = Files.newBufferedWriter(file)) {
        format.write(report, out);
      }
      written.add(file);
    }
    return List.copyOf(written);
  }
}
