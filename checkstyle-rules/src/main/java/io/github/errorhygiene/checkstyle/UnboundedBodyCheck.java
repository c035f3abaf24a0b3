package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code unbounded-body}: the whole body of a request is read into memory, however long it is.
 */
public final class UnboundedBodyCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public UnboundedBodyCheck() {
    super("unbounded-body");
  }
}
