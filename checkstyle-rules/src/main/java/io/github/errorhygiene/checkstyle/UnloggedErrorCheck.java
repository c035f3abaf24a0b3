package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code unlogged-error}: a boundary answers 5xx and nobody logs the exception. */
public final class UnloggedErrorCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public UnloggedErrorCheck() {
    super("unlogged-error");
  }
}
