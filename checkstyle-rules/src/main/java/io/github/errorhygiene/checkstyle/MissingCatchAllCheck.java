package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code missing-catch-all}: nothing answers unexpected failures. */
public final class MissingCatchAllCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public MissingCatchAllCheck() {
    super("missing-catch-all");
  }
}
