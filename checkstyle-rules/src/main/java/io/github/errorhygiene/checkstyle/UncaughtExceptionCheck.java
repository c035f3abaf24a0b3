package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code uncaught-exception}: a known failure leaves an endpoint and nobody turns it into an
 * answer.
 */
public final class UncaughtExceptionCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public UncaughtExceptionCheck() {
    super("uncaught-exception");
  }
}
