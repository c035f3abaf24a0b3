package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a catch clause takes, in groups that it tells apart: {@code status = e instanceof NotFound ?
 * 404 : 500}. Run for all at once it would be lost which exception has which status.
 */
final class Kinds {
  /** Most groups; of more than that a clause is run for all of them together. */
  private static final int MOST = 8;

  private Kinds() {}

  /** The groups, in the order of their types; one if the clause does not ask for types. */
  static List<List<Escape>> of(Stmt.Catch clause, List<Escape> taken, Body body) {
    if (taken.size() < 2 || !tellsApart(clause, body)) {
      return List.of(taken);
    }
    Map<String, List<Escape>> kinds = new TreeMap<>();
    for (Escape escape : taken) {
      kinds.computeIfAbsent(kind(escape), kind -> new ArrayList<>()).add(escape);
    }
    return kinds.size() > MOST ? List.of(taken) : List.copyOf(kinds.values());
  }

  private static String kind(Escape escape) {
    Escape inner = escape.inner();
    return inner == null ? escape.type() : escape.type() + " of " + inner.type();
  }

  private static boolean tellsApart(Stmt.Catch clause, Body body) {
    LocalSymbol exception = body.variable(clause);
    AtomicBoolean asks = new AtomicBoolean();
    Nodes.visit(
        clause.body(),
        node -> {
          if (node instanceof Expr.InstanceOf test && isOf(test.operand(), exception, body)) {
            asks.set(true);
          }
        });
    return asks.get();
  }

  /** The exception, or something that it is asked for: its cause. */
  private static boolean isOf(Expr operand, LocalSymbol exception, Body body) {
    if (operand instanceof Expr.Call call && call.receiver() != null) {
      return isOf(call.receiver(), exception, body);
    }
    return operand instanceof Expr.Name && exception.equals(body.symbolOf(operand));
  }
}
