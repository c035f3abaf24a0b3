package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import org.jspecify.annotations.Nullable;

/** Variables that are given what was in them in another form, null if it was null. */
final class Altered {
  private Altered() {}

  /** {@code name = StringUtils.strip(name)}, {@code name = name.trim()}. */
  @SuppressWarnings("ReferenceEquality" /* the variable itself */)
  static boolean by(Expr value, LocalSymbol variable, Calls calls, Frame frame) {
    if (!(value instanceof Expr.Call call)) {
      return false;
    }
    boolean trimmed = Refinement.SAME_TEXT.contains("." + call.name() + "()");
    @Nullable Expr given = trimmed && call.arguments().isEmpty() ? call.receiver() : null;
    given = call.arguments().isEmpty() ? given : calls.asGiven(call);
    return given != null && Paths.key(given, frame.body()) == variable;
  }
}
