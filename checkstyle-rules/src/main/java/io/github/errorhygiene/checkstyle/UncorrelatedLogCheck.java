package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code uncorrelated-log}: an answer carries an id that the log line does not have. */
public final class UncorrelatedLogCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public UncorrelatedLogCheck() {
    super("uncorrelated-log");
  }
}
