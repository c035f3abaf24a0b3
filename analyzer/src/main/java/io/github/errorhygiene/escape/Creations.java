package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the creations of one frame. */
final class Creations {
  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;
  private final Calls calls;

  Creations(Engine engine, Frame frame, Expressions expressions, Calls calls) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
    this.calls = calls;
  }

  Value create(Expr.New e) {
    if (e.outer() != null) {
      expressions.discard(e.outer());
    }
    List<Value> arguments = calls.evalAll(e.arguments());
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    MethodSymbol constructor = frame.body().methodOf(e);
    Type type = frame.body().typeOf(e);
    if (e.body() != null) {
      return Value.of(new Instance(e.body().name(), Map.of())).dependingOn(Calls.join(arguments));
    }
    return instantiate(type, constructor, arguments, frame.site(e.position()), e);
  }

  Value instantiate(
      Type type, @Nullable MethodSymbol constructor, List<Value> arguments, Site here, Expr node) {
    TypeSymbol declared = engine.program().type(type.erasure());
    if (declared == null || !declared.isSource()) {
      return calls.library().create(type, constructor, arguments, here, node);
    }
    Value fresh = Value.of(engine.fields().fresh(declared)).withData(Calls.join(arguments));
    if (constructor == null) {
      return fresh;
    }
    if (constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
      return implicitlyConstructed(declared, constructor, arguments, fresh);
    }
    return constructed(constructor, fresh, arguments, here);
  }

  private Value implicitlyConstructed(
      TypeSymbol type, MethodSymbol constructor, List<Value> arguments, Value fresh) {
    Value value = fresh;
    Instance filled = Calls.filled(constructor, arguments);
    for (Map.Entry<String, Value> field : filled.fields().entrySet()) {
      value = value.withField(field.getKey(), field.getValue());
    }
    MethodSymbol above = engine.defaultConstructorAbove(type);
    return above == null
        ? value
        : engine.constructed(above, value, List.of()).self().join(Value.NOTHING);
  }

  private Value constructed(
      MethodSymbol constructor, Value fresh, List<Value> arguments, Site here) {
    Summary summary = engine.constructed(constructor, fresh, Calls.spread(constructor, arguments));
    Value ignored = calls.apply(summary, Value.NOTHING, here, null);
    return frame.isReachable() ? summary.self().dependingOn(Calls.join(arguments)) : Value.NOTHING;
  }

  /** {@code this(…)} and {@code super(…)}. */
  Value constructSelf(MethodSymbol constructor, List<Value> arguments, Expr.Call e) {
    Value self = frame.get(State.SELF, Value.GIVEN);
    if (constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
      Instance filled = Calls.filled(constructor, arguments);
      for (Map.Entry<String, Value> field : filled.fields().entrySet()) {
        self = self.withField(field.getKey(), field.getValue());
      }
      frame.set(State.SELF, self);
      return Value.GIVEN;
    }
    if (!constructor.hasBody()) {
      return calls.library().construct(constructor, self, arguments, e);
    }
    Summary summary = engine.constructed(constructor, self, Calls.spread(constructor, arguments));
    Value ignored = calls.apply(summary, Value.NOTHING, frame.site(e.position()), null);
    frame.set(State.SELF, summary.self());
    return Value.GIVEN;
  }
}
