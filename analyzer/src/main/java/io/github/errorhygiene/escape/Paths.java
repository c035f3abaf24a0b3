package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.State.Path;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.unit.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Keys for what can be refined by a test: variables, and chains of fields and argumentless calls
 * from them.
 */
final class Paths {
  private Paths() {}

  /** The key of an expression; null if it is not such a chain. */
  static @Nullable Object key(Expr expr, Body body) {
    if (expr instanceof Expr.Name name) {
      return ofSymbol(body.symbolOf(name));
    }
    if (expr instanceof Expr.This self && self.qualifier() == null) {
      return State.SELF;
    }
    if (expr instanceof Expr.Select select) {
      return below(key(select.target(), body), "." + select.name());
    }
    if (expr instanceof Expr.Call call && call.arguments().isEmpty()) {
      Object receiver = call.receiver() == null ? State.SELF : key(call.receiver(), body);
      return below(receiver, "." + call.name() + "()");
    }
    if (expr instanceof Expr.Assign assign) {
      return key(assign.target(), body);
    }
    if (expr instanceof Expr.Cast cast) {
      return key(cast.operand(), body);
    }
    return null;
  }

  private static @Nullable Object ofSymbol(@Nullable Symbol symbol) {
    if (symbol instanceof LocalSymbol local) {
      return local;
    }
    return symbol instanceof FieldSymbol field ? new Path(State.SELF, "." + field.name()) : null;
  }

  /** The key of what a map, collection or repository is known to contain. */
  static Path contents(Object key) {
    return key instanceof Path path
        ? new Path(path.root(), path.steps() + ".?")
        : new Path(key, ".?");
  }

  private static @Nullable Path below(@Nullable Object key, String step) {
    if (key == null) {
      return null;
    }
    return key instanceof Path path
        ? new Path(path.root(), path.steps() + step)
        : new Path(key, step);
  }
}
