package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code missing-retry-after}: 503 or 429 without {@code Retry-After}. */
public final class MissingRetryAfterCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public MissingRetryAfterCheck() {
    super("missing-retry-after");
  }
}
