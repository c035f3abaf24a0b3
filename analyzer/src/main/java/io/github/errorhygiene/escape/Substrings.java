package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a text behind something that was looked for in it, {@code
 * s.substring(s.lastIndexOf('/') + 1)}: found or not, the index lies within the text.
 */
final class Substrings {
  private static final List<String> FINDERS = List.of("indexOf", "lastIndexOf");

  private Substrings() {}

  static boolean isRest(Expr.@Nullable Call call, Body body) {
    if (call == null || !call.name().equals("substring") || call.arguments().size() != 1) {
      return false;
    }
    return call.arguments().get(0) instanceof Expr.Binary sum
        && sum.operator().equals("+")
        && sum.right() instanceof Expr.Literal behind
        && Integer.valueOf(1).equals(behind.value())
        && sum.left() instanceof Expr.Call found
        && FINDERS.contains(found.name())
        && isSame(call.receiver(), found.receiver(), body);
  }

  private static boolean isSame(@Nullable Expr one, @Nullable Expr other, Body body) {
    Object key = one == null ? null : Paths.key(one, body);
    return key != null && other != null && key.equals(Paths.key(other, body));
  }
}
