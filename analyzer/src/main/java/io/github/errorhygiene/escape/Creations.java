package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Stored;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.text.Wording;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    calls.dereferences().unbox(constructor, e.arguments(), arguments);
    engine.upcasts().pass(constructor, e.arguments(), arguments, frame.body());
    Type type = frame.body().typeOf(e);
    Site here = frame.site(e.position());
    if (e.body() != null) {
      return anonymous(e.body().name(), constructor, arguments, here);
    }
    Value created = instantiate(type, constructor, arguments, here, e);
    return engine.exceptions().isThrowable(type.erasure())
        ? Wording.added(created, e.arguments(), arguments, engine.program())
        : created;
  }

  private Value anonymous(
      String name, @Nullable MethodSymbol above, List<Value> arguments, Site here) {
    Value self = Value.of(inner(name)).dependingOn(Calls.join(arguments));
    if (above != null && above.hasBody() && !arguments.isEmpty()) {
      self = constructed(above, self, arguments, here);
    }
    TypeSymbol type = engine.program().type(name);
    return type == null || self.isNothing() ? self : plain(type, begun(type, self, here));
  }

  /** {@code new HashMap<>() {{ put("a", 1); }}} is a map with entries. */
  private Value plain(TypeSymbol type, Value object) {
    @Nullable Type above = type.superclass();
    boolean map =
        above != null
            && type.methods().stream().allMatch(MethodSymbol::isConstructor)
            && above.erasure().startsWith("java.util.")
            && above.erasure().endsWith("Map");
    return map
        ? object.map(
            known ->
                known instanceof Instance instance
                    ? new Instance(Objects.requireNonNull(above).erasure(), entries(instance))
                    : known)
        : object;
  }

  private static Map<String, Value> entries(Instance instance) {
    Map<String, Value> entries = new TreeMap<>(instance.fields());
    entries.keySet().removeIf(key -> key.startsWith("#") || key.startsWith("@"));
    return entries;
  }

  /** An object of a class inside this method: it knows the variables and the object around it. */
  private Instance inner(String name) {
    Instance instance = new Instance(name, Map.of());
    State state = frame.state();
    if (state == null) {
      return instance;
    }
    for (LocalSymbol local : state.locals()) {
      Value value = state.get(local);
      if (value != null && !value.equals(Value.UNKNOWN)) {
        instance = instance.with(Enclosing.key(local), value);
      }
    }
    Value around = state.get(State.SELF);
    return around == null || around.isNothing() ? instance : instance.with(Enclosing.OUTER, around);
  }

  Value instantiate(
      Type type, @Nullable MethodSymbol constructor, List<Value> arguments, Site here, Expr node) {
    TypeSymbol declared = engine.program().type(type.erasure());
    if (declared == null || !declared.isSource()) {
      return calls.library().create(type, constructor, arguments, here, node);
    }
    engine.classInitialisers().use(declared, frame, here);
    Instance fresh =
        declared.isLocal() ? inner(declared.name()) : new Instance(declared.name(), Map.of());
    Value begun = Stored.taking(Value.of(fresh), Calls.join(arguments));
    boolean noted = arguments.isEmpty() || (constructor != null && beginsSilently(constructor));
    Value object = noted ? calls.library().noted(type, begun, here) : begun;
    if (constructor != null && constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
      return filled(constructor, arguments, begun(declared, object, here));
    }
    return constructor == null || !constructor.hasBody()
        ? object
        : constructed(constructor, object, arguments, here);
  }

  /** Whether the constructor above runs without arguments, though nobody calls it. */
  private static boolean beginsSilently(MethodSymbol constructor) {
    @Nullable MethodDecl declared = constructor.declaration();
    Stmt.@Nullable Block body = declared == null ? null : declared.body();
    return body != null
        && (body.statements().isEmpty()
            || !(body.statements().get(0) instanceof Stmt.Eval first
                && first.expression() instanceof Expr.Call call
                && call.name().equals("<init>")));
  }

  /** An object after an implicit constructor set its fields from the arguments. */
  static Value filled(MethodSymbol constructor, List<Value> arguments, Value object) {
    Value value = object;
    Instance filled = Generated.filled(constructor, arguments);
    for (Map.Entry<String, Value> field : filled.fields().entrySet()) {
      value = value.withField(field.getKey(), field.getValue());
    }
    return value;
  }

  /** An object after the part of its construction that nobody wrote. */
  private Value begun(TypeSymbol type, Value object, Site here) {
    MethodSymbol implicit = Initialisers.implicitConstructor(type);
    return implicit == null || !new Initialisers(engine, frame).areNeeded(type)
        ? object
        : constructed(implicit, object, List.of(), here);
  }

  private Value constructed(
      MethodSymbol constructor, Value fresh, List<Value> arguments, Site here) {
    Summary summary = engine.constructed(constructor, fresh, Calls.spread(constructor, arguments));
    Value ignored = calls.takeover().apply(summary, Value.NOTHING, here, null);
    return frame.isReachable()
        ? Stored.taking(summary.self(), Calls.join(arguments))
        : Value.NOTHING;
  }

  /** {@code this(…)} and {@code super(…)}. */
  Value constructSelf(MethodSymbol constructor, List<Value> arguments, Expr.Call e) {
    Value self = frame.get(State.SELF, Value.GIVEN);
    if (constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
      Value begun = begun(constructor.owner(), self, frame.site(e.position()));
      frame.set(State.SELF, filled(constructor, arguments, begun));
      return Value.GIVEN;
    }
    if (!constructor.hasBody()) {
      return calls.library().construct(constructor, self, arguments, e);
    }
    Summary summary = engine.constructed(constructor, self, Calls.spread(constructor, arguments));
    Value ignored = calls.takeover().apply(summary, Value.NOTHING, frame.site(e.position()), null);
    frame.set(State.SELF, summary.self());
    return Value.GIVEN;
  }
}
