package io.github.errorhygiene.escape;

import io.github.errorhygiene.idiom.Quiet;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A clause that calls its own method again with another count: {@code return send(order, tries -
 * 1)}. One that does anything else before, such as asking for a new token, or waits, is none.
 */
final class RetryCall {
  private final Frame frame;

  RetryCall(Frame frame) {
    this.frame = frame;
  }

  boolean isMade(Stmt.Try attempt, Stmt.Catch clause) {
    Set<String> counters = new HashSet<>();
    Set<Expr.Call> again = new HashSet<>();
    Nodes.visit(clause.body(), node -> note(node, counters, again));
    return !counters.isEmpty()
        && !contains(clause.body(), node -> isOther(node, again))
        && !contains(attempt.body(), node -> uses(node, counters));
  }

  private void note(Object node, Set<String> counters, Set<Expr.Call> again) {
    if (node instanceof Expr.Call call && isItself(call)) {
      again.add(call);
      call.arguments().forEach(argument -> counters.addAll(counted(argument)));
    }
  }

  private boolean isItself(Expr.Call call) {
    @Nullable MethodSymbol method = frame.body().methodOf(call);
    return method != null && method.signature().equals(frame.method());
  }

  /** {@code n + 1}, {@code --n}. */
  private static List<String> counted(Expr argument) {
    @Nullable Expr operand =
        argument instanceof Expr.Binary sum
                && (sum.operator().equals("+") || sum.operator().equals("-"))
            ? sum.left()
            : argument instanceof Expr.Unary step && step.operator().length() > 1
                ? step.operand()
                : null;
    return operand instanceof Expr.Name name ? List.of(name.name()) : List.of();
  }

  private static boolean isOther(Object node, Set<Expr.Call> again) {
    return node instanceof Expr.Call call
        && !again.contains(call)
        && !Quiet.isLogging(call)
        && !call.name().matches("(get|is|to)[A-Z]\\w*|format|\\w*Value");
  }

  /** The attempt differs each time. */
  private static boolean uses(Object node, Set<String> counters) {
    return node instanceof Expr.Call call
        && !Quiet.isLogging(call)
        && call.arguments().stream().anyMatch(argument -> mentions(argument, counters));
  }

  private static boolean mentions(Object root, Set<String> names) {
    return contains(root, node -> node instanceof Expr.Name name && names.contains(name.name()));
  }

  private static boolean contains(Object root, Predicate<Object> holds) {
    AtomicBoolean found = new AtomicBoolean();
    Nodes.visit(root, node -> found.compareAndSet(false, !found.get() && holds.test(node)));
    return found.get();
  }
}
