package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a number with a constant, after which the number is known not to be below zero:
 * as a page or an offset it will do.
 *
 * @param key of the number
 * @param ifTrue it is so if the comparison holds; else if it does not
 */
record Bounds(Object key, boolean ifTrue) {
  /** What a comparison tells; empty if it tells nothing of the kind. */
  static Optional<Bounds> of(Expr.Binary binary, Body body) {
    Integer right = constant(binary.right());
    if (right != null) {
      return of(binary.left(), binary.operator(), right, body);
    }
    Integer left = constant(binary.left());
    return left == null
        ? Optional.empty()
        : of(binary.right(), turned(binary.operator()), left, body);
  }

  private static Optional<Bounds> of(Expr number, String operator, int than, Body body) {
    Object key = body.typeOf(number) instanceof Type.Primitive ? Paths.key(number, body) : null;
    if (key == null) {
      return Optional.empty();
    }
    return switch (operator) {
      case ">" -> than >= -1 ? Optional.of(new Bounds(key, true)) : Optional.empty();
      case ">=" -> than >= 0 ? Optional.of(new Bounds(key, true)) : Optional.empty();
      case "<" -> than >= 0 ? Optional.of(new Bounds(key, false)) : Optional.empty();
      case "<=" -> than >= -1 ? Optional.of(new Bounds(key, false)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static @Nullable Integer constant(Expr side) {
    return side instanceof Expr.Literal literal && literal.value() instanceof Integer number
        ? number
        : null;
  }

  private static String turned(String operator) {
    return switch (operator) {
      case ">" -> "<";
      case ">=" -> "<=";
      case "<" -> ">";
      case "<=" -> ">=";
      default -> "";
    };
  }

  /** Remembers it on the way on which it is so. */
  void keep(@Nullable State whenTrue, @Nullable State whenFalse) {
    State kept = ifTrue ? whenTrue : whenFalse;
    if (kept != null) {
      Refinement.promise(kept, key, Dependence.of(Trait.CHECKED));
    }
  }
}
