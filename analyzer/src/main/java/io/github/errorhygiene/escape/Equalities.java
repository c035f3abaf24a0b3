package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What equals something that is there is there itself: {@code Objects.equals(order.id(), id)}. */
final class Equalities {
  private Equalities() {}

  /** Records in {@code state} what follows if the answer of a call is yes. */
  static void learn(State state, Expr.Call call, Frame frame, Refinement refinement) {
    List<Expr> given = call.arguments();
    if (call.name().equals("equals") && given.size() == 1) {
      there(state, given.get(0), frame, refinement);
    } else if (call.name().equals("equals") && given.size() == 2) {
      both(state, given.get(0), given.get(1), frame, refinement);
      both(state, given.get(1), given.get(0), frame, refinement);
    }
  }

  private static void both(State state, Expr one, Expr other, Frame frame, Refinement refinement) {
    @Nullable Object key = Paths.key(one, frame.body());
    @Nullable Value known = key == null ? null : state.get(key);
    boolean constant = one instanceof Expr.Literal literal && literal.value() != null;
    if (constant || (known != null && Established.Sure.of(known).present())) {
      there(state, other, frame, refinement);
    }
  }

  private static void there(State state, Expr subject, Frame frame, Refinement refinement) {
    @Nullable Object key = Paths.key(subject, frame.body());
    @Nullable Value known = key == null ? null : Refinement.known(state, key);
    if (known != null) {
      refinement.sure(state, subject, known.sure());
    }
  }
}
