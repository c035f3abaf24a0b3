package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code inconsistent-error-body}: errors are answered in different shapes. */
public final class InconsistentErrorBodyCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public InconsistentErrorBodyCheck() {
    super("inconsistent-error-body");
  }
}
