package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.State;
import org.jspecify.annotations.Nullable;

/** Clauses that catch that something is stored already: whoever looks for it there finds it. */
final class Collisions {
  private Collisions() {}

  /** Whether control is in such a clause. */
  static boolean isHandled(Frame frame, Engine engine) {
    State.@Nullable Handling handling = frame.state() == null ? null : frame.state().handling();
    return handling != null
        && engine
            .catalogue()
            .exception(handling.caughtType())
            .map(row -> row.mode(Cause.REQUEST) == FailureMode.CONFLICT)
            .orElse(false);
  }
}
