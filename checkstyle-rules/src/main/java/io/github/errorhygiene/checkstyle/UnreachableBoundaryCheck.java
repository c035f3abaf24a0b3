package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code unreachable-boundary}: a boundary that its exception never reaches. */
public final class UnreachableBoundaryCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public UnreachableBoundaryCheck() {
    super("unreachable-boundary");
  }
}
