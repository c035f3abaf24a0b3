package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code lost-cause}: an exception that ends in a 5xx does not keep the one that it is made
 * of.
 */
public final class LostCauseCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public LostCauseCheck() {
    super("lost-cause");
  }
}
