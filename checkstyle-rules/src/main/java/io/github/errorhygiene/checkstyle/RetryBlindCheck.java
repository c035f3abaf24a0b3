package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code retry-blind}: a failed call of another service is made again without a pause or an
 * end.
 */
public final class RetryBlindCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public RetryBlindCheck() {
    super("retry-blind");
  }
}
