package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that decided that control came here, innermost first.
 *
 * @param on what the condition depends on
 * @param absence the condition asks whether something looked up is there
 * @param outer the condition around it; null only for {@link #NONE}
 */
record Condition(Dependence on, boolean absence, @Nullable Condition outer) {
  static final Condition NONE = new Condition(Dependence.NONE, false, null);

  Condition inside(Dependence asked, boolean asksAbsence) {
    return asked.isNone() && !asksAbsence ? this : new Condition(asked, asksAbsence, this);
  }

  /**
   * The innermost condition that is not fixed in the program text; {@link #NONE} if there is none.
   */
  Condition deciding() {
    for (Condition at = this; at.outer != null; at = at.outer) {
      if (at.on.varies()) {
        return at;
      }
    }
    return NONE;
  }

  /** Whether any of the conditions depends on that. */
  boolean asks(Cause cause) {
    return on.on(cause) || outer != null && outer.asks(cause);
  }

  Cause cause() {
    return on.first();
  }
}
