package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Getters;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of which class an object is on which a method is called: what a container puts into fields is of
 * one class, also where the field is read through a method of the same object ({@code
 * getDelegate().list()}, as generated controllers do).
 */
final class Collaborators {
  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;

  Collaborators(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
  }

  /** The static type; of what a container gives, its class. */
  Type type(Expr receiver, Value value) {
    @Nullable FieldSymbol field = value.alternatives().isEmpty() ? field(receiver) : null;
    @Nullable String injected = field == null ? null : engine.injectedClass(field);
    return injected == null
        ? frame.body().typeOf(receiver)
        : new Type.Declared(injected, List.of());
  }

  private @Nullable FieldSymbol field(Expr receiver) {
    if (receiver instanceof Expr.Call call) {
      return ofThis(call) ? returned(call) : null;
    }
    return frame.body().symbolOf(receiver) instanceof FieldSymbol field ? field : null;
  }

  private static boolean ofThis(Expr.Call call) {
    return call.arguments().isEmpty()
        && (call.receiver() == null || call.receiver() instanceof Expr.This);
  }

  /** The field that the method returns, if only one can run. */
  private @Nullable FieldSymbol returned(Expr.Call call) {
    MethodSymbol method = frame.body().methodOf(call);
    if (method == null || method.isStatic()) {
      return null;
    }
    Value self = expressions.self(method.owner());
    Type holder = frame.body().holderOf(call);
    List<MethodSymbol> targets =
        engine.dispatch(method, holder, self, List.of(), frame.site(call.position()));
    return targets.size() == 1 ? returned(targets.get(0)) : null;
  }

  private static @Nullable FieldSymbol returned(MethodSymbol getter) {
    @Nullable String name = Getters.field(getter);
    return getter.owner().fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
