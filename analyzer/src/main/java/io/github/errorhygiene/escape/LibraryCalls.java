package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Registration;
import io.github.errorhygiene.domain.Registrations;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.library.RoundTrips;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates calls of methods that have no body in the sources, by the catalogue and by their
 * declarations.
 */
final class LibraryCalls {
  private final Engine engine;
  private final Frame frame;
  private final Calls calls;
  private final Rows rows;
  private final LibraryFunctions functions;
  private final LibraryFailures failures;
  private final Carriers carriers;
  private final Returned returned;
  private final Logged logged;
  private final ExceptionTexts texts;
  private final Habitual habitual;
  private final Owners owners;
  private final Tables tables;
  private final LibraryResults results;

  LibraryCalls(Engine engine, Frame frame, Calls calls) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
    this.rows = engine.rows();
    this.functions = new LibraryFunctions(engine, frame, calls);
    this.failures = new LibraryFailures(engine, frame);
    this.carriers = new Carriers(engine, frame, this, functions, failures);
    this.returned = new Returned(new Parses(engine), frame, calls);
    this.logged = new Logged(engine, frame);
    this.texts = new ExceptionTexts(engine);
    this.habitual = new Habitual(engine, frame, this);
    this.owners = new Owners(engine.program(), frame);
    this.tables = new Tables(engine.program());
    this.results = new LibraryResults(engine, calls, functions, texts, tables);
  }

  Value call(Expr.Call e, @Nullable MethodSymbol method, Value receiver, List<Value> arguments) {
    boolean isStatic = method != null && method.isStatic();
    LibraryCall call =
        new LibraryCall(
            owners.of(e, method, receiver),
            e.name(),
            method,
            isStatic ? Value.NOTHING : receiver,
            arguments,
            types(e.arguments()),
            frame.body().typeOf(e),
            frame.get(State.ANSWER, Value.NOTHING));
    return run(call, frame.body().thrownBy(e), frame.site(e.position()), e);
  }

  private List<Type> types(List<Expr> arguments) {
    return arguments.stream().map(frame.body()::typeOf).toList();
  }

  /**
   * A library method called through a method reference.
   *
   * @param type binary name of the type that it is called on, as far as it is known
   */
  Value refer(MethodSymbol method, String type, Value self, List<Value> arguments, Site here) {
    LibraryCall call =
        new LibraryCall(
            engine.program().supertypes(type),
            method.name(),
            method,
            self,
            arguments,
            method.parameterTypes(),
            method.returnType(),
            frame.get(State.ANSWER, Value.NOTHING));
    return run(call, method.thrown(), here, null);
  }

  /** {@code new} of a library type. */
  Value create(
      Type type, @Nullable MethodSymbol constructor, List<Value> arguments, Site here, Expr node) {
    List<Type> types = node instanceof Expr.New creation ? types(creation.arguments()) : List.of();
    LibraryCall call = constructorCall(type, constructor, Value.NOTHING, arguments, types);
    List<Type> thrown = constructor == null ? List.of() : constructor.thrown();
    return run(call, thrown, here, null);
  }

  private LibraryCall constructorCall(
      Type type,
      @Nullable MethodSymbol constructor,
      Value self,
      List<Value> arguments,
      List<Type> types) {
    List<String> owners = engine.program().supertypes(type.erasure());
    return new LibraryCall(
        owners,
        "<init>",
        constructor,
        self,
        arguments,
        types,
        type,
        frame.get(State.ANSWER, Value.NOTHING));
  }

  /** {@code super(…)} of a class of the sources into a library class. */
  Value construct(MethodSymbol constructor, Value self, List<Value> arguments, Expr.Call e) {
    Type type = new Type.Declared(constructor.owner().name(), List.of());
    LibraryCall call = constructorCall(type, constructor, self, arguments, types(e.arguments()));
    LibraryModel.Effect effect = engine.model().call(call);
    Value made = effect == null ? null : effect.result();
    Value built = made == null ? results.withCause(call, self) : made;
    Value object =
        engine.exceptions().isThrowable(type.erasure()) ? texts.told(call, built) : built;
    frame.set(State.SELF, noted(call, object, frame.site(e.position())));
    return Value.GIVEN;
  }

  /** A new object, noted if a class above its own is one that sets a framework up. */
  Value noted(Type type, Value object, Site here) {
    return noted(constructorCall(type, null, Value.NOTHING, List.of(), List.of()), object, here);
  }

  private Value noted(LibraryCall call, Value object, Site here) {
    if (engine.model().setup(call) == null) {
      return object;
    }
    Registration registration = engine.registrations().of(call, here, List.of());
    frame.register(registration);
    return Registrations.marked(object, registration);
  }

  Rows rows() {
    return rows;
  }

  List<Guard> guards(Expr.Call e, @Nullable MethodSymbol method) {
    List<String> owners = engine.program().supertypes(this.owners.type(e, method).erasure());
    return rows.guards(owners, e.name(), method, types(e.arguments()));
  }

  /** The argument that is null if what the call gives is null; null if there is none. */
  @Nullable Expr asGiven(Expr.Call e, @Nullable MethodSymbol method) {
    if (method == null || method.hasBody() || !method.isStatic()) {
      return null;
    }
    List<String> owners = List.of(method.owner().name());
    return rows.asGiven(owners, e.name(), method) ? e.arguments().get(0) : null;
  }

  private Value run(LibraryCall call, List<Type> thrown, Site here, Expr.@Nullable Call node) {
    LibraryModel.Setup setup = engine.model().setup(call);
    return setup == null
        ? habitual.run(call, here, node, () -> runPlain(call, thrown, here, node))
        : register(node == null ? call : Wrapped.opened(call, node, calls), setup, here);
  }

  /** A call that sets a framework up. */
  private Value register(LibraryCall call, LibraryModel.Setup setup, Site here) {
    Registration registration = engine.registrations().of(call, here, List.of());
    Value made = Registrations.made(registration, setup.makes());
    if (setup.runs()) {
      frame.openGroup();
      State before = frame.state();
      functions.runNow(call, setup.runsMethod(), made, here);
      frame.state(State.join(before, frame.state()));
      registration = engine.registrations().of(call, here, frame.closeGroup());
    }
    frame.register(registration);
    return setup.returnsReceiver() && !call.receiver().instances().isEmpty()
        ? call.receiver()
        : made;
  }

  private Value runPlain(LibraryCall call, List<Type> thrown, Site here, Expr.@Nullable Call node) {
    if (call.name().equals("proceed") && !call.receiver().proceeds().isEmpty()) {
      return calls.functions().proceedAll(call.receiver().proceeds(), here);
    }
    Rows.Facts facts = rows.about(call);
    logged.note(call, facts);
    if (!facts.isAnything() && !call.isConstructor() && isForeign(call)) {
      frame.noted().open();
    }
    Value carried = carriers.call(new Carriers.Flow(call, facts, thrown, here, node));
    if (carried != null) {
      return frame.isReachable() ? carried : Value.NOTHING;
    }
    Value fromFunctions = functions.run(call, facts.runs(), here, node);
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    failures.raise(call, facts, thrown, here, node);
    Value result = PeerStatus.asked(call, effect(call, facts, fromFunctions, node, here));
    result = Written.marked(call, facts, result);
    boolean exception =
        call.isConstructor() && engine.exceptions().isThrowable(call.returnType().erasure());
    result = exception ? texts.told(call, result) : result;
    StackTraces.printed(call, texts, frame);
    boolean again = facts.absence() != null && isFound(call, node);
    boolean there =
        again
            || (node != null && returned.isContained(node))
            || Promised.has(call)
            || RoundTrips.isOne(call, engine.program());
    result = there ? found(result) : result;
    result = Promised.by(call, facts, result);
    if (node != null) {
      Gathered.note(call, node, calls, frame, texts);
      Emptiness.taken(call, node, calls);
      returned.learn(node, call, facts);
    }
    return frame.isReachable() ? result : Value.NOTHING;
  }

  private boolean isFound(LibraryCall call, Expr.@Nullable Call node) {
    return Lookup.isFound(call)
        || (node != null
            && Lookup.isFound(() -> Paths.lookup(node, frame.body()), call.arguments()));
  }

  /** What a test has found to be there, though nobody saw it put in. */
  private static Value found(Value result) {
    Value there = result.sure();
    return there.isNothing() && !result.isNothing() ? Value.unknown(result.data()).sure() : there;
  }

  /** Of a library of which nobody has told anything, or of which not even the name is known. */
  private boolean isForeign(LibraryCall call) {
    MethodSymbol method = call.method();
    boolean generated = method != null && method.implicit() != MethodSymbol.Implicit.NONE;
    String owner = method == null ? call.owner() : method.owner().name();
    return !generated && !engine.catalogue().knowsLibrary(owner);
  }

  void write(Expr holder, Value value) {
    calls.write(holder, value);
  }

  /** The receiver after the call; it may be this object, in the initializer of an anonymous map. */
  private void write(Expr.Call node, LibraryCall call, Value changed) {
    if (node.receiver() != null) {
      calls.write(node.receiver(), changed);
      keepTable(node.receiver(), changed);
    } else if (call.receiver().equals(frame.get(State.SELF, Value.NOTHING))) {
      frame.set(State.SELF, changed);
    }
  }

  /** A table that this object holds is part of what whoever made the object knows of it. */
  private void keepTable(Expr holder, Value changed) {
    boolean own = holder instanceof Expr.Name || Paths.isOfThis(holder);
    if (own
        && Tables.isTable(changed)
        && frame.body().symbolOf(holder) instanceof FieldSymbol field
        && !field.isStatic()) {
      Value self = frame.get(State.SELF, Value.GIVEN);
      frame.set(State.SELF, self.withField(field.name(), changed));
    }
  }

  /** What the call gives and does, apart from what its functions throw. */
  Value effect(
      LibraryCall call,
      Rows.Facts facts,
      Value fromFunctions,
      Expr.@Nullable Call node,
      Site here) {
    LibraryModel.Effect effect = tables.effect(call);
    if (effect == null) {
      effect = engine.model().call(call);
    }
    if (effect == null) {
      effect = ExceptionMembers.causeSet(call);
    }
    if (effect == null) {
      return results.of(call, facts, fromFunctions, node);
    }
    if (effect.receiver() != null && node != null) {
      write(node, call, effect.receiver());
    }
    if (effect.answer() != null && !ClauseAnswers.isTooLate(frame)) {
      frame.set(State.ANSWER, ClauseAnswers.changedIn(frame, effect.answer()));
    }
    if (effect.raised() != null) {
      Throws.raise(frame, new Occasions(engine, frame).of(effect.raised()), "", here);
      frame.state(null);
    }
    if (effect.passesOn()) {
      passOn(call, here);
    }
    return effect.result() == null ? results.of(call, facts, fromFunctions, node) : effect.result();
  }

  /**
   * The rest of the chain runs; one that stands for exceptions fails with them. What else it may do
   * is another question: clauses that catch something else are not run.
   */
  private void passOn(LibraryCall call, Site here) {
    List<Escape> failures = behind(call);
    frame.passOn(!failures.isEmpty() || !call.receiver().failures().isEmpty());
    frame.diverge();
    failures.forEach(escape -> frame.raise(escape, new Via(here, null, null)));
    if (!failures.isEmpty()) {
      frame.state(null);
    }
  }

  /** What the receiver stands for, or what is behind the object whose method this is. */
  private List<Escape> behind(LibraryCall call) {
    List<Escape> own = call.receiver().escapes();
    return own.isEmpty() ? frame.get(State.SELF, Value.NOTHING).field(Known.BEHIND).escapes() : own;
  }
}
