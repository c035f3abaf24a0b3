package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.unit.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in place of which another one is taken if they are not as they should be. */
final class Limits {
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");
  private static final Set<String> JOINING = Set.of("&&", "||");

  private Limits() {}

  /** Whether a value is one of two, chosen by comparing it: {@code size > 0 ? size : 20}. */
  static boolean isLimited(Expr value, Body body) {
    return value instanceof Expr.Conditional choice
        && (compares(choice.condition(), Paths.key(choice.then(), body), body)
            || compares(choice.condition(), Paths.key(choice.otherwise(), body), body));
  }

  private static boolean compares(Expr condition, @Nullable Object value, Body body) {
    if (value == null) {
      return false;
    }
    if (condition instanceof Expr.Unary not) {
      return compares(not.operand(), value, body);
    }
    if (!(condition instanceof Expr.Binary binary)) {
      return false;
    }
    if (JOINING.contains(binary.operator())) {
      return compares(binary.left(), value, body) || compares(binary.right(), value, body);
    }
    return COMPARISONS.contains(binary.operator())
        && (isWith(binary.left(), binary.right(), value, body)
            || isWith(binary.right(), binary.left(), value, body));
  }

  /** Whether the value is compared with something else than null. */
  private static boolean isWith(Expr one, Expr other, Object value, Body body) {
    boolean withNull = other instanceof Expr.Literal literal && literal.value() == null;
    return !withNull && value.equals(Paths.key(one, body));
  }
}
