package io.github.errorhygiene.checkstyle;

import io.github.errorhygiene.checkstyle.replay.RuleCheck;

/** Rule {@code error-as-success}: an error is answered with a status that says success. */
public final class ErrorAsSuccessCheck extends RuleCheck {
  /** Called by Checkstyle. */
  public ErrorAsSuccessCheck() {
    super("error-as-success");
  }
}
