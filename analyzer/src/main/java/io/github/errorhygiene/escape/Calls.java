package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.library.Recorders;
import io.github.errorhygiene.library.Stored;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates calls of one frame: dispatch, and members that nobody wrote. */
final class Calls {
  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;
  private final LibraryCalls library;
  private final Functions functions;
  private final Creations creations;
  private final Dereferences dereferences;
  private final Collaborators collaborators;
  private final Validations validations;
  private final Turns turns;
  private final Takeover takeover;
  private final Map<Expr.Call, Established> established = new IdentityHashMap<>();

  Calls(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
    this.library = new LibraryCalls(engine, frame, this);
    this.functions = new Functions(engine, frame, this);
    this.creations = new Creations(engine, frame, expressions, this);
    this.dereferences = new Dereferences(frame, this);
    this.collaborators = new Collaborators(engine, frame, expressions);
    this.validations = new Validations(engine, frame, this);
    this.turns = new Turns(frame, this);
    this.takeover = new Takeover(engine, frame, expressions);
  }

  Value call(Expr.Call e) {
    Expr target = e.receiver();
    Value receiver = target == null ? frame.get(State.SELF, Value.GIVEN) : expressions.eval(target);
    List<Value> arguments = evalAll(e.arguments());
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    @Nullable Object path = Paths.key(e, frame.body());
    Value refined = path == null ? Value.NOTHING : frame.get(path, Value.NOTHING);
    MethodSymbol method = frame.body().methodOf(e);
    engine.countCall(frame, e, method);
    if (method == null) {
      frame.openCalls().add(e);
    }
    dereferences.unbox(method, e.arguments(), arguments);
    engine.upcasts().pass(method, e.arguments(), arguments, frame.body());
    if (method != null && method.isConstructor()) {
      return creations.constructSelf(method, arguments, e);
    }
    if (target == null && method != null && !method.isStatic()) {
      receiver = expressions.self(method.owner());
    }
    if (target != null && !(target instanceof Expr.This)) {
      dereference(target, receiver, e.position());
      receiver = isOptional(frame.body().typeOf(target)) ? receiver : receiver.present();
    }
    Value given = found(e, method, receiver, arguments);
    Value result =
        EnumTexts.said(engine.program(), e, method, frame, Refinement.refined(given, refined));
    if (frame.state() != null) {
      turns.returned(frame.state(), e);
    }
    return result.mayBeAbsent() && Collisions.isHandled(frame, engine) ? result.sure() : result;
  }

  LibraryCalls library() {
    return library;
  }

  Functions functions() {
    return functions;
  }

  Takeover takeover() {
    return takeover;
  }

  Creations creations() {
    return creations;
  }

  List<Value> evalAll(List<Expr> arguments) {
    List<Value> values = new ArrayList<>();
    arguments.forEach(argument -> values.add(expressions.eval(argument)));
    return values;
  }

  /** What looks up what is known to be there finds it, and throws nothing because it does not. */
  private Value found(
      Expr.Call e, @Nullable MethodSymbol method, Value receiver, List<Value> arguments) {
    if (method == null || !EnumTexts.isLookup(engine.program(), method, arguments)) {
      return dispatch(e, method, receiver, arguments);
    }
    frame.openTry();
    Value result = dispatch(e, method, receiver, arguments);
    frame.dropTry();
    return result.present();
  }

  private Value dispatch(
      Expr.Call e, @Nullable MethodSymbol method, Value receiver, List<Value> arguments) {
    Site here = frame.site(e.position());
    if (Recorders.isRecorder(receiver)) {
      return Value.GIVEN;
    }
    if (method != null && method.isAbstract() && !receiver.functions().isEmpty()) {
      return known(method, functions.invokeAll(receiver.functions(), arguments));
    }
    List<MethodSymbol> targets =
        method == null || isOfEnum(method) || isOfLibrary(method, receiver)
            ? List.of()
            : targets(e, method, receiver, arguments);
    if (method == null || targets.isEmpty()) {
      List<Around> around = method == null ? List.of() : engine.around(method);
      return method == null || around.isEmpty()
          ? library.call(e, method, receiver, arguments)
          : new Interception(engine, frame, this, method, receiver, arguments)
              .run(around, () -> library.call(e, method, receiver, arguments));
    }
    if (method.isStatic()) {
      engine.classInitialisers().use(method.owner(), frame, here);
    }
    Value self = method.isStatic() ? Value.NOTHING : narrowed(e, receiver, targets);
    takeover.forget();
    Value result =
        Again.run(
            method,
            arguments,
            frame,
            () -> known(method, runAll(targets, self, arguments, here, e.receiver())));
    if (targets.size() == 1 && !method.varargs()) {
      GivenObjects.keep(this, frame, e.arguments(), takeover.changed());
    }
    Established done = targets.size() == 1 ? takeover.last() : Established.NOTHING;
    established.put(e, done);
    conditions().guards().inform(frame.state(), e, done.always());
    if (frame.state() != null) {
      Vetting.note(frame.state(), e, method, frame.body());
      Again.note(frame.state(), e, method, frame);
    }
    boolean again = Lookup.isFound(() -> Paths.lookup(e, frame.body()), arguments);
    return again ? result.present() : result;
  }

  /** What the service knows whoever implements the library's method, such as a principal's name. */
  private Value known(MethodSymbol method, Value result) {
    String owner = method.owner().name();
    boolean state =
        !method.owner().isSource()
            && engine.catalogue().methods(owner, method.name()).stream()
                .anyMatch(row -> row.data() == Cause.STATE);
    return state ? result.withData(Dependence.STATE) : result;
  }

  /** What the method of a call has made sure of, the last time that it was evaluated. */
  Established established(Expr.Call call) {
    return established.getOrDefault(call, Established.NOTHING);
  }

  /**
   * An object that is known to be a library's: of an interface, so that no class of the sources
   * made it; the call that goes on behind an aspect, which the container made; or a chain that
   * stands for the exceptions with which its rest fails, see {@link LibraryModel.Effect}.
   */
  private boolean isOfLibrary(MethodSymbol method, Value receiver) {
    if (!receiver.escapes().isEmpty()) {
      return engine.program().isSubtype(method.owner().name(), "java.lang.Throwable")
          == Certainty.NO;
    }
    if (!receiver.proceeds().isEmpty()) {
      return !method.owner().isSource();
    }
    return !receiver.open()
        && !receiver.isNothing()
        && receiver.instances().size() == receiver.alternatives().size()
        && receiver.instances().stream().allMatch(instance -> isLibraryInterface(instance.type()));
  }

  private boolean isLibraryInterface(String name) {
    TypeSymbol type = engine.program().type(name);
    return type != null && type.isInterface() && !type.isSource();
  }

  /** The receiver, of exactly its class if its type says which one that must be. */
  private Value narrowed(Expr.Call e, Value receiver, List<MethodSymbol> targets) {
    Type type = receiverType(e, receiver);
    return !type.isKnown() ? receiver : engine.receivers().narrowed(receiver, type, targets);
  }

  /** Runs one of the methods, whichever it is. */
  Value runAll(
      List<MethodSymbol> targets,
      Value self,
      List<Value> arguments,
      Site here,
      @Nullable Expr holder) {
    boolean outside = holder != null && !(holder instanceof Expr.This);
    return runAll(targets, self, arguments, here, holder, outside);
  }

  /**
   * Runs one of the methods, whichever it is.
   *
   * @param outside the call comes from outside of the object, through what is around it
   */
  Value runAll(
      List<MethodSymbol> targets,
      Value self,
      List<Value> arguments,
      Site here,
      @Nullable Expr holder,
      boolean outside) {
    State before = frame.state();
    if (before == null || targets.isEmpty()) {
      return Value.NOTHING;
    }
    if (targets.size() >= Dispatch.WIDEST) {
      frame.noted().open();
    }
    Value result = Value.NOTHING;
    @Nullable State after = null;
    for (MethodSymbol target : targets) {
      frame.state(before.copy());
      List<Value> given = spread(target, arguments);
      Value own = engine.receivers().running(target, targets.size() > 1, self, given);
      result = result.join(run(target, own, given, here, holder, outside));
      after = State.join(after, frame.state());
    }
    frame.state(after);
    return result;
  }

  /** {@code values()} and {@code valueOf} are the platform's, though no class file has them. */
  static boolean isOfEnum(MethodSymbol method) {
    return method.implicit() == MethodSymbol.Implicit.OTHER
        && method.owner().kind() == TypeDecl.Kind.ENUM;
  }

  private List<MethodSymbol> targets(
      Expr.Call e, MethodSymbol method, Value receiver, List<Value> arguments) {
    boolean fixed = method.isStatic() || (e.receiver() instanceof Expr.This self && self.isSuper());
    if (fixed) {
      return method.hasBody() || method.implicit() != MethodSymbol.Implicit.NONE
          ? List.of(method)
          : List.of();
    }
    Type known = receiverType(e, receiver);
    Type type = known.isKnown() ? known : new Type.Declared(method.owner().name(), List.of());
    return engine.dispatch(method, type, receiver, arguments, frame.site(e.position()));
  }

  private Type receiverType(Expr.Call e, Value receiver) {
    Expr target = e.receiver();
    Type holder = frame.body().holderOf(e);
    return target == null || holder.isKnown() ? holder : collaborators.type(target, receiver);
  }

  /** Packs surplus arguments of a varargs method: into an array, whatever is missing in it. */
  static List<Value> spread(MethodSymbol target, List<Value> arguments) {
    int count = target.parameterTypes().size();
    if (!target.varargs() || (arguments.size() == count && !arguments.isEmpty())) {
      return arguments;
    }
    List<Value> packed =
        new ArrayList<>(arguments.subList(0, Math.min(count - 1, arguments.size())));
    Value rest = Value.unknown(Dependence.CONSTANT);
    for (int i = count - 1; i < arguments.size(); i++) {
      rest = rest.join(arguments.get(i));
    }
    packed.add(rest.sure());
    return packed;
  }

  private Value run(
      MethodSymbol target,
      Value self,
      List<Value> arguments,
      Site here,
      @Nullable Expr holder,
      boolean outside) {
    return switch (target.implicit()) {
      case GETTER -> engine.fields().read(self, target.field());
      case SETTER -> set(target.field(), self, arguments, holder);
      case CONSTRUCTOR ->
          Stored.taking(Value.of(Generated.filled(target, arguments)), join(arguments));
      case WITHER -> Generated.copied(self, target.field(), first(arguments));
      case BUILDER -> Generated.begun(target);
      case OTHER -> Generated.result(target, self, arguments);
      case NONE -> {
        Summary summary =
            outside
                ? engine.called(target, self, arguments)
                : engine.summary(target, self, arguments);
        yield takeover.apply(summary, self, here, holder);
      }
    };
  }

  private static Value first(List<Value> arguments) {
    return arguments.isEmpty() ? Value.UNKNOWN : arguments.get(0);
  }

  private Value set(FieldSymbol field, Value self, List<Value> arguments, @Nullable Expr holder) {
    Value value = first(arguments);
    Value changed = Stored.set(self, field, value);
    @Nullable Object key = holder == null ? null : Paths.key(holder, frame.body());
    if (key != null && self.instances().isEmpty()) {
      frame.set(Path.of(key, "." + field.name()), value);
    }
    if (holder != null) {
      expressions.write(holder, changed);
    }
    return changed;
  }

  static Dependence join(List<Value> values) {
    Dependence on = Dependence.CONSTANT;
    for (Value value : values) {
      on = on.and(value.data());
    }
    return on.whole();
  }

  Conditions conditions() {
    return expressions.conditions();
  }

  void write(Expr holder, Value value) {
    expressions.write(holder, value);
  }

  /** The guards that a call of a library method is. */
  List<Guard> guards(Expr.Call call) {
    MethodSymbol method = frame.body().methodOf(call);
    return library.guards(call, method);
  }

  /** The argument of a library method that gives null for null, and for nothing else. */
  @Nullable Expr asGiven(Expr.Call call) {
    return library.asGiven(call, frame.body().methodOf(call));
  }

  Dereferences dereferences() {
    return dereferences;
  }

  Validations validations() {
    return validations;
  }

  Turns turns() {
    return turns;
  }

  /** Notes that a member of something that may be null is used. */
  void dereference(Expr target, Value value, Position position) {
    dereferences.use(target, value, position);
  }

  /** Whether something of that type says itself that nothing is there. */
  boolean isOptional(Type type) {
    return Holders.isHolder(type.erasure()) || engine.carrierTypes().isCarrier(type.erasure());
  }
}
