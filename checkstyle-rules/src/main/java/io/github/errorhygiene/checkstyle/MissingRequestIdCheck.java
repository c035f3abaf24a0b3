package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code missing-request-id}: an error answer has nothing in it that leads to the log line.
 */
public final class MissingRequestIdCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public MissingRequestIdCheck() {
    super("missing-request-id");
  }
}
