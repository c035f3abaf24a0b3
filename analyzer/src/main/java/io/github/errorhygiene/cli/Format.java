package io.github.errorhygiene.cli;

import io.github.errorhygiene.report.ReportFormat;
import java.util.Locale;
import java.util.Optional;

/** How findings are told: on standard output, or as a kind of file. */
enum Format {
  CONSOLE,
  HTML,
  JSON,
  SARIF;

  /** The kind of file; empty for the console. */
  Optional<ReportFormat> file() {
    return ReportFormat.of(toString());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
