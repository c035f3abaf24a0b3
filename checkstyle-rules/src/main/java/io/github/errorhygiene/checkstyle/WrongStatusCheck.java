package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code wrong-status}: a known failure is answered with a status that blames the wrong side,
 * or with none that fits.
 */
public final class WrongStatusCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public WrongStatusCheck() {
    super("wrong-status");
  }
}
