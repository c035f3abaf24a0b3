package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code exposed-details}: an error answer shows a message, a class name or a stack trace that
 * was not written for the caller.
 */
public final class ExposedDetailsCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public ExposedDetailsCheck() {
    super("exposed-details");
  }
}
