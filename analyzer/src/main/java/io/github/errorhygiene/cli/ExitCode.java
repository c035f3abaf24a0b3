package io.github.errorhygiene.cli;

/** What the process says to its caller. */
final class ExitCode {
  static final int FINE = 0;
  static final int FINDINGS = 1;

  /** Of the user: an option or a directory is wrong. */
  static final int MISTAKE = 2;

  /** Of the tool. */
  static final int FAULT = 3;

  private ExitCode() {}
}
