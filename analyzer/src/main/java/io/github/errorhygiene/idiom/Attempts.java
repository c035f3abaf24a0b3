package io.github.errorhygiene.idiom;

import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loops that try one thing after the other until one works: {@code for (host : hosts) try { return
 * connect(host); } catch (…) { log }}. Who comes to their end has found nothing that worked, which
 * is something else than that nothing is there.
 */
public final class Attempts {
  private Attempts() {}

  /** Whether the body of a loop is left where an attempt works, and goes on where it fails. */
  public static boolean in(Stmt body) {
    AtomicBoolean found = new AtomicBoolean();
    Nodes.visit(
        body,
        node -> {
          if (node instanceof Stmt.Try attempt && returns(attempt.body()) && goesOn(attempt)) {
            found.set(true);
          }
        });
    return found.get();
  }

  private static boolean returns(Stmt.Block body) {
    AtomicBoolean found = new AtomicBoolean();
    Nodes.visit(body, node -> found.compareAndSet(false, node instanceof Stmt.Return));
    return found.get();
  }

  private static boolean goesOn(Stmt.Try attempt) {
    return attempt.catches().stream().anyMatch(clause -> goesOn(clause.body().statements()));
  }

  private static boolean goesOn(List<Stmt> statements) {
    if (statements.isEmpty()) {
      return true;
    }
    Stmt last = statements.get(statements.size() - 1);
    return !(last instanceof Stmt.Return || last instanceof Stmt.Throw);
  }
}
