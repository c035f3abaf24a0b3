package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Failure.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that decided that control came here, innermost first.
 *
 * @param on what the condition depends on
 * @param absence control came here because something looked up is not there
 * @param outer the condition around it; null only for {@link #NONE}
 * @param depth number of conditions, this included
 */
public record Condition(Dependence on, boolean absence, @Nullable Condition outer, int depth) {
  /** Nothing decides. */
  public static final Condition NONE = new Condition(Dependence.NONE, false, null, 0);

  /** What the client left out is not missing anywhere: that is no question of absence. */
  public Condition inside(Dependence asked, boolean asksAbsence) {
    boolean missing = asksAbsence && !asked.has(Dependence.Trait.LEFT_OUT);
    return asked.isNone() && !asked.isOwn() && !missing
        ? this
        : new Condition(asked, missing, this, depth + 1);
  }

  /** Where two ways meet: one condition that stands for all that both do not have in common. */
  @SuppressWarnings("ReferenceEquality" /* the two ways share the conditions themselves */)
  static Condition join(Condition one, Condition other) {
    Condition a = one;
    Condition b = other;
    Dependence on = Dependence.NONE;
    boolean absence = false;
    while (a != b) {
      Condition deeper = a.depth >= b.depth ? a : b;
      on = on.and(deeper.on);
      absence |= deeper.absence;
      a = a == deeper && a.outer != null ? a.outer : a;
      b = b == deeper && b.outer != null ? b.outer : b;
    }
    return one == other ? one : a.inside(on, absence);
  }

  /** What all conditions inside {@code around} depend on. */
  public Dependence since(Condition around) {
    Dependence all = Dependence.NONE;
    for (Condition at = this; at.outer != null && at.depth > around.depth; at = at.outer) {
      all = all.and(at.on);
    }
    return all;
  }

  /**
   * The innermost condition that is not fixed in the program text; {@link #NONE} if there is none.
   */
  public Condition deciding() {
    for (Condition at = this; at.outer != null; at = at.outer) {
      if (at.on.varies() || at.on.isOwn() || at.absence) {
        return at;
      }
    }
    return NONE;
  }

  /** Whether any of the conditions depends on that. */
  public boolean asks(Cause cause) {
    for (Condition at = this; at.outer != null; at = at.outer) {
      if (at.on.on(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Whose data decides, as contracts tell it. */
  public Cause cause() {
    return on.isOwn() ? Cause.STATE : on.first();
  }
}
