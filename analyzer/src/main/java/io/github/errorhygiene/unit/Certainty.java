package io.github.errorhygiene.unit;

import java.util.Locale;

/** Whether something holds. */
public enum Certainty {
  YES,
  NO,
  UNKNOWN;

  public static Certainty of(boolean holds) {
    return holds ? YES : NO;
  }

  /** {@code yes}, {@code no} or {@code unknown}, as written in the JSON report. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
