package io.github.errorhygiene.library;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * References to rows, such as {@code orders.getReferenceById(id)}: the store is asked when somebody
 * asks the reference for more than its key (Jakarta Persistence 3.1, section 3.2.1). One that is
 * only put into another object is not asked.
 */
public final class RowReferences {
  private static final Set<String> GIVING =
      Set.of("getById", "getOne", "getReference", "getReferenceById");

  /** What puts it into an object. */
  private static final Pattern PUTTING = Pattern.compile("(set|with|add)([A-Z]\\w*)?");

  private RowReferences() {}

  /** Whether the call gives a reference that its method does nothing with but put it somewhere. */
  public static boolean isPutOnly(Expr.Call call, List<String> thrown, Body body) {
    boolean reference =
        GIVING.contains(call.name())
            && !thrown.isEmpty()
            && thrown.stream().allMatch(type -> type.endsWith(".EntityNotFoundException"));
    if (!reference) {
      return false;
    }
    Optional<LocalSymbol> variable = variable(call, body);
    return variable.isPresent()
        ? body.expressions().stream()
            .filter(each -> each instanceof Expr.Name && variable.get() == body.symbolOf(each))
            .allMatch(use -> isPut(use, body))
        : isPut(call, body);
  }

  private static Optional<LocalSymbol> variable(Expr.Call call, Body body) {
    return body.declarations().stream()
        .filter(each -> each instanceof Stmt.Local local && call.equals(local.initializer()))
        .findFirst()
        .map(body::variable);
  }

  /** It is put into an object, or asked for its key. */
  private static boolean isPut(Expr reference, Body body) {
    return body.expressions().stream()
        .anyMatch(
            each ->
                each instanceof Expr.Call call
                    ? puts(call, reference)
                    : each instanceof Expr.New made && made.arguments().contains(reference));
  }

  private static boolean puts(Expr.Call call, Expr reference) {
    boolean put = call.arguments().contains(reference) && PUTTING.matcher(call.name()).matches();
    return put || (reference.equals(call.receiver()) && call.name().equals("getId"));
  }
}
