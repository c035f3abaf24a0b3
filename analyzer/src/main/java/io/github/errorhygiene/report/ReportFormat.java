package io.github.errorhygiene.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of report file, the one for people first. */
public enum ReportFormat {
  HTML("index.html"),
  SARIF("error-hygiene.sarif"),
  JSON("error-hygiene.json");

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /** {@code html}, {@code sarif} or {@code json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the file is called in the directory of reports. */
  public String fileName() {
    return fileName;
  }

  /** The format of a label; empty if there is none. */
  public static Optional<ReportFormat> of(String label) {
    return Stream.of(values()).filter(format -> format.label().equals(label)).findFirst();
  }
}
