package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which pattern variables an expression introduces when true and when false (JLS 6.3.1). */
final class Bindings {
  private final Map<Expr, List<LocalSymbol>> whenTrue = new IdentityHashMap<>();
  private final Map<Expr, List<LocalSymbol>> whenFalse = new IdentityHashMap<>();

  List<LocalSymbol> whenTrue(Expr expression) {
    return whenTrue.getOrDefault(expression, List.of());
  }

  List<LocalSymbol> whenFalse(Expr expression) {
    return whenFalse.getOrDefault(expression, List.of());
  }

  void instanceOf(Expr expression, List<LocalSymbol> variables) {
    put(whenTrue, expression, variables);
  }

  void not(Expr expression, Expr operand) {
    put(whenTrue, expression, whenFalse(operand));
    put(whenFalse, expression, whenTrue(operand));
  }

  void and(Expr.Binary expression) {
    put(whenTrue, expression, joined(whenTrue(expression.left()), whenTrue(expression.right())));
  }

  void or(Expr.Binary expression) {
    put(whenFalse, expression, joined(whenFalse(expression.left()), whenFalse(expression.right())));
  }

  private static void put(
      Map<Expr, List<LocalSymbol>> map, Expr expression, List<LocalSymbol> variables) {
    if (!variables.isEmpty()) {
      map.put(expression, variables);
    }
  }

  private static List<LocalSymbol> joined(List<LocalSymbol> first, List<LocalSymbol> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<LocalSymbol> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
