package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.escape.Conditions.Split;
import io.github.errorhygiene.unit.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a size with a number: on one way, or both, it is known to be zero, or not to be.
 *
 * @param counted what is counted
 * @param operator of the comparison
 * @param than what the size is compared with
 */
record Counts(Expr counted, String operator, int than) {
  private static final Set<String> SIZES =
      Set.of("count", "getErrorCount", "getNumberOfElements", "getTotalElements", "length", "size");

  /** What a comparison counts; null if nothing. */
  static @Nullable Counts of(Expr.Binary binary, Frame frame, Expressions expressions) {
    return frame.origin(binary.left()) instanceof Expr.Call size
            && size.receiver() != null
            && SIZES.contains(size.name())
            && expressions.eval(binary.right()).constant() instanceof Integer than
        ? new Counts(size.receiver(), binary.operator(), than)
        : null;
  }

  /** Notes on each way what is known on it. */
  void learn(Split split, Frame frame, Validations validations) {
    @Nullable Object key = Paths.key(counted, frame.body());
    notEmpty(isSomeIfTrue() ? split.whenTrue() : null, key);
    notEmpty(isSomeIfFalse() ? split.whenFalse() : null, key);
    validations.none(isNoneIfTrue() ? split.whenTrue() : null, counted);
    validations.none(isNoneIfFalse() ? split.whenFalse() : null, counted);
  }

  private boolean isSomeIfTrue() {
    return switch (operator) {
      case "==" -> than != 0;
      case ">" -> than >= 0;
      case ">=" -> than > 0;
      case "!=" -> than == 0;
      default -> false;
    };
  }

  private boolean isSomeIfFalse() {
    return switch (operator) {
      case "==" -> than == 0;
      case "!=" -> than != 0;
      case "<" -> than > 0;
      case "<=" -> than >= 0;
      default -> false;
    };
  }

  private boolean isNoneIfTrue() {
    return switch (operator) {
      case "==", "<=" -> than == 0;
      case "<" -> than == 1;
      default -> false;
    };
  }

  private boolean isNoneIfFalse() {
    return switch (operator) {
      case "!=", ">" -> than == 0;
      case ">=" -> than == 1;
      default -> false;
    };
  }

  private static void notEmpty(@Nullable State state, @Nullable Object key) {
    if (state != null && key != null) {
      Refinement.notEmpty(state, key);
    }
  }
}
