package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.Escape.Source;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.util.Map;

/** Uses of what may be null. */
final class Dereferences {
  private final Frame frame;
  private final Calls calls;

  Dereferences(Frame frame, Calls calls) {
    this.frame = frame;
    this.calls = calls;
  }

  /**
   * A member of something that may be null is used: it may throw; afterwards it is known not to be
   * null.
   */
  void use(Expr target, Value value, Position position) {
    Type type = frame.body().typeOf(target);
    if (!value.mayBeAbsent() || calls.isOptional(type) || !frame.isReachable()) {
      return;
    }
    Cause cause = value.absence().first();
    boolean leftOut = value.absence().has(Trait.LEFT_OUT);
    Escape escape =
        new Escape(
            "java.lang.NullPointerException",
            frame.site(position),
            Source.DEREFERENCE,
            "",
            cause,
            true,
            false,
            leftOut ? FailureMode.MALFORMED_INPUT : null,
            Map.of(),
            null);
    frame.raise(escape, new Via(frame.site(position), null, null));
    State state = frame.state();
    if (state != null) {
      calls.conditions().refinement().sure(state, target, value.present());
    }
  }
}
