package io.github.errorhygiene.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How the tool calls itself. */
public final class Tool {
  public static final String NAME = "Error Hygiene";

  /** Where faults of the tool are to be reported. */
  public static final String ISSUES = "https://github.com/errorhygiene/error-hygiene/issues";

  private static final String DOCUMENTS =
      "https://github.com/errorhygiene/error-hygiene/blob/main/analyzer/src/main/resources/io/github/errorhygiene/rule/";

  private Tool() {}

  /** Where the document of a rule can be read. */
  static String document(String rule) {
    return DOCUMENTS + rule + ".md";
  }

  /** The version of the build, e.g. {@code 1.2.3}. */
  public static String version() {
    try {
      return Resources.text("version.txt").strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version", e);
    }
  }
}
