package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/**
 * Rule {@code undocumented-status}: the documentation and the answers of an endpoint differ. Says
 * nothing unless the policy file turns the rule on.
 */
public final class UndocumentedStatusCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public UndocumentedStatusCheck() {
    super("undocumented-status");
  }
}
