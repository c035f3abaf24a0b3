package io.github.errorhygiene.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of report file, the one for people first. */
public enum ReportFormat {
  HTML("index.html") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      HtmlReport.write(report, new SourceDirectory(report.root()), out);
    }
  },
  SARIF("error-hygiene.sarif") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      SarifReport.write(report, out);
    }
  },
  JSON("error-hygiene.json") {
    @Override
    public void write(Report report, Writer out) throws IOException {
      JsonReport.write(report, out);
    }
  };

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Writes a report in this format.
   *
   * @param out takes text that is to be stored as UTF-8; is not closed
   * @throws IOException if {@code out} cannot be written
   */
  public abstract void write(Report report, Writer out) throws IOException;

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
