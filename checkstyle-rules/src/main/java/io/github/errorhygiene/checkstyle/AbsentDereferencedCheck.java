package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code absent-dereferenced}: something looked up may be absent and is used unguarded. */
public final class AbsentDereferencedCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public AbsentDereferencedCheck() {
    super("absent-dereferenced");
  }
}
