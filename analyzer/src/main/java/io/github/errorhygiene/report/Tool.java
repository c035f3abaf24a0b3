package io.github.errorhygiene.report;

import java.io.IOException;

/** How the tool calls itself in its reports. */
final class Tool {
  static final String NAME = "Error Hygiene";

  private Tool() {}

  /** The version of the build, e.g. {@code 1.2.3}. */
  static String version() throws IOException {
    return Resources.text("version.txt").strip();
  }
}
