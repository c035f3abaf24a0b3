package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.escape.Escape.Source;
import io.github.errorhygiene.escape.Known.Function;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates calls and creations of one frame: dispatch, functions, members that nobody wrote,
 * libraries.
 */
final class Calls {
  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;
  private final LibraryCalls library;

  Calls(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
    this.library = new LibraryCalls(engine, frame, this);
  }

  Value call(Expr.Call e) {
    boolean explicit = e.receiver() != null;
    Value receiver = explicit ? expressions.eval(e.receiver()) : frame.get(State.SELF, Value.GIVEN);
    List<Value> arguments = evalAll(e.arguments());
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    @Nullable Object path = Paths.key(e, frame.body());
    Value refined = path == null ? Value.NOTHING : frame.get(path, Value.NOTHING);
    MethodSymbol method = frame.body().methodOf(e);
    engine.countCall(frame, e, method);
    if (method != null && method.isConstructor()) {
      return constructSelf(method, arguments, e);
    }
    if (explicit && !(e.receiver() instanceof Expr.This)) {
      dereference(e.receiver(), receiver, e.position());
      receiver = isOptional(frame.body().typeOf(e.receiver())) ? receiver : receiver.present();
    }
    Value result = dispatch(e, method, receiver, arguments);
    return refined.isNothing() ? result : refined;
  }

  private List<Value> evalAll(List<Expr> arguments) {
    List<Value> values = new ArrayList<>();
    arguments.forEach(argument -> values.add(expressions.eval(argument)));
    return values;
  }

  private Value dispatch(
      Expr.Call e, @Nullable MethodSymbol method, Value receiver, List<Value> arguments) {
    Site here = frame.site(e.position());
    if (method != null && method.isAbstract() && !receiver.functions().isEmpty()) {
      return invokeAll(receiver.functions(), arguments, here);
    }
    boolean ofProgram = method != null && !isOfEnum(method);
    List<MethodSymbol> targets = ofProgram ? targets(e, method, receiver) : List.of();
    if (targets.isEmpty()) {
      return library.call(e, method, receiver, arguments);
    }
    Value self = method.isStatic() ? Value.NOTHING : receiver;
    return runAll(targets, self, arguments, here, e.receiver());
  }

  /** Runs one of the methods, whichever it is. */
  private Value runAll(
      List<MethodSymbol> targets,
      Value self,
      List<Value> arguments,
      Site here,
      @Nullable Expr holder) {
    State before = frame.state();
    if (before == null || targets.isEmpty()) {
      return Value.NOTHING;
    }
    Value result = Value.NOTHING;
    @Nullable State after = null;
    for (MethodSymbol target : targets) {
      frame.state(before.copy());
      result = result.join(run(target, self, spread(target, arguments), here, holder));
      after = State.join(after, frame.state());
    }
    frame.state(after);
    return result;
  }

  /** {@code values()} and {@code valueOf} are the platform's, though no class file has them. */
  private static boolean isOfEnum(MethodSymbol method) {
    return method.implicit() == MethodSymbol.Implicit.OTHER
        && method.owner().kind() == TypeDecl.Kind.ENUM;
  }

  private List<MethodSymbol> targets(Expr.Call e, MethodSymbol method, Value receiver) {
    boolean fixed = method.isStatic() || e.receiver() instanceof Expr.This self && self.isSuper();
    if (fixed) {
      return method.hasBody() || method.implicit() != MethodSymbol.Implicit.NONE
          ? List.of(method)
          : List.of();
    }
    Type type =
        e.receiver() == null
            ? new Type.Declared(method.owner().name(), List.of())
            : frame.body().typeOf(e.receiver());
    return engine.dispatch(method, type, receiver);
  }

  /** Packs surplus arguments of a varargs method. */
  private static List<Value> spread(MethodSymbol target, List<Value> arguments) {
    int count = target.parameterTypes().size();
    if (!target.varargs() || arguments.size() == count && !arguments.isEmpty()) {
      return arguments;
    }
    List<Value> packed =
        new ArrayList<>(arguments.subList(0, Math.min(count - 1, arguments.size())));
    Value rest = Value.unknown(Dependence.CONSTANT);
    for (int i = count - 1; i < arguments.size(); i++) {
      rest = rest.join(arguments.get(i));
    }
    packed.add(rest);
    return packed;
  }

  private Value run(
      MethodSymbol target, Value self, List<Value> arguments, Site here, @Nullable Expr holder) {
    return switch (target.implicit()) {
      case GETTER -> engine.fields().read(self, target.field());
      case SETTER -> set(target.field(), self, arguments, holder);
      case CONSTRUCTOR -> Value.of(filled(target, arguments)).withData(join(arguments));
      case BUILDER -> Value.of(new Instance(target.owner().name(), Map.of()));
      case OTHER -> built(target, self, arguments);
      case NONE -> apply(engine.summary(target, self, arguments), self, here, holder);
    };
  }

  private Value set(FieldSymbol field, Value self, List<Value> arguments, @Nullable Expr holder) {
    Value value = arguments.isEmpty() ? Value.UNKNOWN : arguments.get(0);
    Value changed = self.withField(field.name(), value).dependingOn(value.data());
    if (holder != null) {
      expressions.write(holder, changed);
    }
    return changed;
  }

  /** A generated method: on a builder it sets the field of its name, or gives the object. */
  private static Value built(MethodSymbol target, Value self, List<Value> arguments) {
    if (self.instances().isEmpty()) {
      return Value.unknown(self.data().and(join(arguments)));
    }
    if (arguments.size() == 1) {
      return self.withField(target.name(), arguments.get(0)).dependingOn(arguments.get(0).data());
    }
    return target.name().equals("build") ? self : Value.unknown(self.data());
  }

  private static Dependence join(List<Value> values) {
    Dependence on = Dependence.CONSTANT;
    for (Value value : values) {
      on = on.and(value.data());
    }
    return on;
  }

  private static Instance filled(MethodSymbol constructor, List<Value> arguments) {
    Instance instance = new Instance(constructor.owner().name(), Map.of());
    List<FieldSymbol> fields = constructor.fields();
    for (int i = 0; i < Math.min(fields.size(), arguments.size()); i++) {
      instance = instance.with(fields.get(i).name(), arguments.get(i));
    }
    return instance;
  }

  /** Takes over what a called method does. */
  private Value apply(Summary summary, Value self, Site here, @Nullable Expr holder) {
    Condition condition = frame.condition();
    for (Escape escape : summary.escapes()) {
      Escape seen = seenHere(summary, escape);
      frame.raise(seen.under(condition), new Via(here, summary, escape));
    }
    if (summary.returned().isNothing()) {
      frame.state(null);
      return Value.NOTHING;
    }
    if (!summary.answer().isNothing()) {
      frame.set(
          State.ANSWER, Answers.after(frame.get(State.ANSWER, Value.NOTHING), summary.answer()));
    }
    if (!summary.passedOn().isNothing()) {
      frame.passedOn(summary.passedOn());
    }
    if (summary.logsException()) {
      frame.logException();
    }
    boolean object = !self.instances().isEmpty() || self.data().varies();
    boolean changed = object && !summary.self().equals(self);
    if (changed && !summary.self().isNothing()) {
      keepSelf(holder, summary.self());
    }
    return summary.returned();
  }

  private Escape seenHere(Summary summary, Escape escape) {
    TypeSymbol owner = summary.method().owner();
    boolean inside = frame.method().startsWith(owner.name().replace('$', '.') + "#");
    return inside ? escape : engine.seenOutside(owner, escape);
  }

  private void keepSelf(@Nullable Expr holder, Value self) {
    if (holder == null || holder instanceof Expr.This) {
      frame.set(State.SELF, self);
    } else {
      expressions.write(holder, self);
    }
  }

  Conditions conditions() {
    return expressions.conditions();
  }

  void write(Expr holder, Value value) {
    expressions.write(holder, value);
  }

  Value invokeAll(List<Function> functions, List<Value> arguments, Site here) {
    Value result = Value.NOTHING;
    State before = frame.state();
    @Nullable State after = null;
    for (Function function : functions) {
      frame.state(before == null ? null : before.copy());
      result = result.join(invoke(function, arguments, here));
      after = State.join(after, frame.state());
    }
    frame.state(after);
    return result;
  }

  /** Runs a function here. */
  private Value invoke(Function function, List<Value> arguments, Site here) {
    if (function.node() instanceof Expr.MethodRef reference) {
      return refer(function, reference, arguments);
    }
    if (!(function.node() instanceof Expr.Lambda lambda) || !engine.enter()) {
      return Value.UNKNOWN;
    }
    Frame inner =
        new Frame(
            function.body(), function.site().place().file(), function.site().method(), new State());
    inner.set(State.SELF, function.self());
    function.captured().forEach(inner::set);
    List<Parameter> parameters = lambda.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Value value = i < arguments.size() ? arguments.get(i) : Value.UNKNOWN;
      inner.declare(function.body().variable(parameters.get(i)), value);
    }
    Statements statements = new Statements(engine, inner);
    statements.run(lambda.body());
    inner.leave(Value.GIVEN);
    engine.leave();
    absorb(inner);
    keepCaptured(function, inner);
    return inner.returned();
  }

  /** Captured variables do not change, but what they hold may: it is the same object outside. */
  private void keepCaptured(Function function, Frame inner) {
    State exit = inner.exit();
    State outside = frame.state();
    if (exit == null || outside == null) {
      return;
    }
    function
        .captured()
        .forEach(
            (local, captured) -> {
              Value after = exit.get(local);
              Value known = outside.get(local);
              boolean changed = after != null && known != null && !after.equals(captured);
              if (changed && !after.instances().isEmpty()) {
                outside.set(local, known.join(after));
              }
            });
  }

  private void absorb(Frame inner) {
    Condition condition = frame.condition();
    inner
        .thrown()
        .forEach((escape, via) -> frame.raise(escape.under(condition), inside(escape, via)));
    if (inner.logsException()) {
      frame.logException();
    }
    if (!inner.passedOn().isNothing()) {
      frame.passedOn(inner.passedOn());
    }
    State exit = inner.exit();
    Value answer = exit == null ? null : exit.get(State.ANSWER);
    if (answer != null) {
      frame.set(State.ANSWER, Answers.after(frame.get(State.ANSWER, Value.NOTHING), answer));
    }
    if (inner.returned().isNothing()) {
      frame.state(null);
    }
  }

  private static Via inside(Escape escape, Via via) {
    return via.callee() == null
        ? via
        : new Via(via.call(), via.callee(), via.inside() == null ? escape : via.inside());
  }

  private Value refer(Function function, Expr.MethodRef reference, List<Value> arguments) {
    MethodSymbol method = function.body().methodOf(reference);
    Site here = function.site();
    if (reference.name().equals("<init>")) {
      return instantiate(
          created(function.body(), reference, method), method, arguments, here, reference);
    }
    boolean unbound = method != null && !method.isStatic() && function.self().isNothing();
    Value self = unbound && !arguments.isEmpty() ? arguments.get(0) : function.self();
    List<Value> rest =
        unbound && !arguments.isEmpty() ? arguments.subList(1, arguments.size()) : arguments;
    if (method == null) {
      return Value.unknown(join(arguments));
    }
    List<MethodSymbol> targets =
        engine.dispatch(method, new Type.Declared(method.owner().name(), List.of()), self);
    if (targets.isEmpty() || isOfEnum(method)) {
      return library.refer(method, self, rest, here);
    }
    return runAll(targets, self, rest, here, null);
  }

  private static Type created(
      Body body, Expr.MethodRef reference, @Nullable MethodSymbol constructor) {
    return constructor == null
        ? body.typeOf(reference)
        : new Type.Declared(constructor.owner().name(), List.of());
  }

  Value create(Expr.New e) {
    if (e.outer() != null) {
      expressions.discard(e.outer());
    }
    List<Value> arguments = evalAll(e.arguments());
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    MethodSymbol constructor = frame.body().methodOf(e);
    Type type = frame.body().typeOf(e);
    if (e.body() != null) {
      return Value.of(new Instance(e.body().name(), Map.of())).dependingOn(join(arguments));
    }
    return instantiate(type, constructor, arguments, frame.site(e.position()), e);
  }

  private Value instantiate(
      Type type, @Nullable MethodSymbol constructor, List<Value> arguments, Site here, Expr node) {
    TypeSymbol declared = engine.program().type(type.erasure());
    if (declared == null || !declared.isSource()) {
      return library.create(type, constructor, arguments, here, node);
    }
    Value fresh = Value.of(engine.fields().fresh(declared)).withData(join(arguments));
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
    Instance filled = filled(constructor, arguments);
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
    Summary summary = engine.constructed(constructor, fresh, spread(constructor, arguments));
    Value ignored = apply(summary, Value.NOTHING, here, null);
    return frame.isReachable() ? summary.self().dependingOn(join(arguments)) : Value.NOTHING;
  }

  /** {@code this(…)} and {@code super(…)}. */
  private Value constructSelf(MethodSymbol constructor, List<Value> arguments, Expr.Call e) {
    Value self = frame.get(State.SELF, Value.GIVEN);
    if (constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
      Instance filled = filled(constructor, arguments);
      for (Map.Entry<String, Value> field : filled.fields().entrySet()) {
        self = self.withField(field.getKey(), field.getValue());
      }
      frame.set(State.SELF, self);
      return Value.GIVEN;
    }
    if (!constructor.hasBody()) {
      return library.construct(constructor, self, arguments, e);
    }
    Summary summary = engine.constructed(constructor, self, spread(constructor, arguments));
    Value ignored = apply(summary, Value.NOTHING, frame.site(e.position()), null);
    frame.set(State.SELF, summary.self());
    return Value.GIVEN;
  }

  /** The guards that a call of a library method is. */
  List<Guard> guards(Expr.Call call) {
    MethodSymbol method = frame.body().methodOf(call);
    return library.guards(call, method);
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
            runAll(engine.dispatch(method, type, resource), resource, List.of(), here, null);
      }
    }
  }

  /**
   * A member of something that may be null is used: it may throw; afterwards it is known not to be
   * null.
   */
  void dereference(Expr target, Value value, Position position) {
    Type type = frame.body().typeOf(target);
    if (!value.mayBeAbsent() || isOptional(type) || !frame.isReachable()) {
      return;
    }
    Cause cause = value.absence().first();
    Escape escape =
        new Escape(
            "java.lang.NullPointerException",
            frame.site(position),
            Source.DEREFERENCE,
            "",
            cause,
            true,
            false,
            null,
            Map.of(),
            null);
    frame.raise(escape, new Via(frame.site(position), null, null));
    expressions.write(target, value.present());
  }

  static boolean isOptional(Type type) {
    return LibraryCalls.holdsAbsence(type.erasure());
  }
}
