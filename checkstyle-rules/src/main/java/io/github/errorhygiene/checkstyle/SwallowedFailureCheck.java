package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code swallowed-failure}: a failure is dropped on the way and the client is told success.
 */
public final class SwallowedFailureCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public SwallowedFailureCheck() {
    super("swallowed-failure");
  }
}
