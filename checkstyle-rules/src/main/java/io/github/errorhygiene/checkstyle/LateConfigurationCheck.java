package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code late-configuration}: a missing or malformed setting fails requests instead of the
 * start.
 */
public final class LateConfigurationCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public LateConfigurationCheck() {
    super("late-configuration");
  }
}
