package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;

/** What is done at the end of {@code try} to what it has opened. */
final class Closing {
  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;

  Closing(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
  }

  /** Closes a resource of {@code try}; libraries' resources close without failing. */
  void close(Stmt resource) {
    if (!frame.isReachable()) {
      return;
    }
    if (resource instanceof Stmt.Local local) {
      LocalSymbol variable = frame.body().variable(local);
      close(variable.type(), frame.get(variable, Value.GIVEN), frame.site(local.position()));
    } else if (resource instanceof Stmt.Eval named) {
      Expr holder = named.expression();
      Value value = expressions.eval(holder);
      close(frame.body().typeOf(holder), value, frame.site(holder.position()));
    }
  }

  private void close(Type type, Value resource, Site here) {
    TypeSymbol declared = engine.program().type(type.erasure());
    if (declared == null || !declared.isSource()) {
      return;
    }
    for (MethodSymbol method : engine.program().allMethods(declared)) {
      if (method.name().equals("close") && method.parameterTypes().isEmpty()) {
        Value ignored =
            expressions
                .calls()
                .runAll(
                    engine.dispatch(method, type, resource, List.of(), here),
                    resource,
                    List.of(),
                    here,
                    null);
      }
    }
  }
}
