package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Futures of the platform that nobody keeps, awaits or asks for their failure: what fails in them
 * is dropped. Publishers that nobody subscribes to are not among them: nothing runs there.
 */
final class Unawaited {
  private static final List<String> FUTURES =
      List.of("java.util.concurrent.CompletionStage", "java.util.concurrent.Future");

  /** Operators that are told of a failure, by whatever library. */
  private static final Set<String> TOLD =
      Set.of(
          "addCallback",
          "addListener",
          "exceptionally",
          "exceptionallyAsync",
          "exceptionallyCompose",
          "handle",
          "handleAsync",
          "onComplete",
          "onFailure",
          "whenComplete",
          "whenCompleteAsync");

  private final Engine engine;
  private final Frame frame;

  Unawaited(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** A statement of which the value goes nowhere. */
  void note(Stmt.Eval statement, Value value) {
    boolean handling = frame.state() == null || frame.state().handling() != null;
    if (value.failures().isEmpty() || handling || !isFuture(statement.expression())) {
      return;
    }
    List<Escape> failures =
        value.failures().escapes().stream()
            .map(Carriers::unwrapped)
            .filter(escape -> !isError(escape))
            .distinct()
            .toList();
    Site here = frame.site(statement.position());
    for (Escape escape : Swallows.told(failures)) {
      Certainty logged = Certainty.of(escape.isLogged());
      frame.noted().here(new Event(Kind.SWALLOWED, here, "", escape, "", logged));
    }
  }

  /** What cannot happen, as the program says. */
  private boolean isError(Escape escape) {
    return engine.program().supertypes(escape.type()).contains("java.lang.Error");
  }

  private boolean isFuture(Expr expression) {
    if (tells(expression)) {
      return false;
    }
    String type = frame.body().typeOf(expression).erasure();
    return engine.program().supertypes(type).stream().anyMatch(FUTURES::contains);
  }

  private static boolean tells(@Nullable Expr expression) {
    @Nullable Expr at = expression;
    while (at instanceof Expr.Call call) {
      if (TOLD.contains(call.name())) {
        return true;
      }
      at = call.receiver();
    }
    return !(expression instanceof Expr.Call);
  }
}
