package io.github.errorhygiene.rule;

import java.util.Locale;

/** How bad a finding is, mildest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** {@code info}, {@code warning} or {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
