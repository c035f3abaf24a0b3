package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code stolen-status}: a catch-all answers what the framework would have answered with the
 * right status.
 */
public final class StolenStatusCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public StolenStatusCheck() {
    super("stolen-status");
  }
}
