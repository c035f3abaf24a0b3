package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Implied.How;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Elements;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the functions, and the objects that stand for one, that a library method is given. */
final class LibraryFunctions {
  private static final int MOST_PARAMETERS = 3;

  /** Calls that run a function for each element. */
  private static final Set<String> EACH = Set.of("forEach", "forEachOrdered");

  private static final Set<String> WITHOUT_PARAMETERS =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable", "java.util.function.Supplier");

  private final Engine engine;
  private final Frame frame;
  private final Calls calls;

  LibraryFunctions(Engine engine, Frame frame, Calls calls) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
  }

  /**
   * Runs the arguments that are functions.
   *
   * @param runs what the method does with them; null if nothing is known of it
   * @return what they return; nothing if none returns
   */
  Value run(LibraryCall call, @Nullable Runs runs, Site here, Expr.@Nullable Call node) {
    Value joined = Value.NOTHING;
    if (runs == Runs.ELSEWHERE) {
      completePromises(call, here);
      return joined;
    }
    if (runs == Runs.THROWN && Optionals.isThere(call.receiver())) {
      return joined;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      State before = frame.state();
      if (before != null && isFunction(call, i)) {
        frame.state(inside(call, i, runs, before));
        if (node != null && receives(call, i)) {
          held(call, node);
        }
        turned(call, i, node);
        Value result = asked(call, run(call, i, here));
        if (runs == Runs.THROWN) {
          Throws.raise(frame, result, "", here);
          frame.state(before);
        } else {
          goOn(before);
          ofAll(call, node);
          joined = runs == Runs.IN_RESULT && !computes(call, i) ? joined : joined.join(result);
        }
      }
    }
    return joined;
  }

  /** The answers of a filter tell of what passes it. */
  private Value asked(LibraryCall call, Value answer) {
    return call.name().equals("filter") && !answer.isNothing()
        ? answer.promising(calls.functions().asked())
        : answer;
  }

  /**
   * Runs all arguments that are functions, with one value; they are not loops or branches.
   *
   * @param method of objects, runs as well, see {@link LibraryModel.Setup#runsMethod}
   */
  void runNow(LibraryCall call, String method, Value given, Site here) {
    List<Value> values = Collections.nCopies(MOST_PARAMETERS, given);
    for (int i = 0; i < call.arguments().size(); i++) {
      State before = frame.state();
      if (before != null && isFunction(call, i)) {
        frame.state(before.copy());
        Value returned = invoke(call, i, values, here);
        invoke(method, returned, returned.instances().stream().map(Instance::type), values, here);
      } else if (before != null && !method.isEmpty()) {
        invoke(method, call.argument(i), types(call, i), values, here);
      }
    }
  }

  /** The classes of an argument; what is declared if nothing else is known. */
  private static Stream<String> types(LibraryCall call, int index) {
    List<Instance> instances = call.argument(index).instances();
    return instances.isEmpty() && index < call.argumentTypes().size()
        ? Stream.of(call.argumentTypes().get(index).erasure())
        : instances.stream().map(Instance::type);
  }

  private void invoke(
      String method, Value self, Stream<String> types, List<Value> given, Site here) {
    for (String type : types.distinct().toList()) {
      TypeSymbol symbol = engine.program().type(type);
      if (symbol == null || !symbol.isSource() || frame.state() == null) {
        continue;
      }
      engine.program().allMethods(symbol).stream()
          .filter(each -> each.hasBody() && each.name().equals(method))
          .findFirst()
          .ifPresent(found -> run(found, self, given, here));
    }
  }

  private void run(MethodSymbol method, Value self, List<Value> given, Site here) {
    List<Value> arguments =
        given.subList(0, Math.min(MOST_PARAMETERS, method.parameterTypes().size()));
    Value ignored = calls.runAll(List.of(method), self, arguments, here, null);
  }

  /**
   * Runs functions whose failures reach nobody for what they do to a future or its like that they
   * complete.
   */
  private void completePromises(LibraryCall call, Site here) {
    for (int i = 0; i < call.arguments().size(); i++) {
      State before = frame.state();
      if (before != null && call.argument(i).functions().stream().anyMatch(this::hasPromise)) {
        frame.openTry();
        Value ignored = run(call, i, here);
        frame.dropTry();
        goOn(before);
      }
    }
  }

  private boolean hasPromise(Function function) {
    return function.captured().values().stream()
        .flatMap(value -> value.instances().stream())
        .anyMatch(object -> engine.carrierTypes().isCarrier(object.type()));
  }

  boolean isFunction(LibraryCall call, int index) {
    Value argument = call.argument(index);
    return !argument.functions().isEmpty()
        || (!argument.instances().isEmpty() && only(call, index) != null);
  }

  /** A function runs if there is something to run it with, or nothing. */
  private static State inside(LibraryCall call, int index, @Nullable Runs runs, State before) {
    Value receiver = call.receiver();
    boolean asks =
        runs != Runs.IN_RESULT && Holders.isHolder(call.owner()) && receiver.mayBeAbsent();
    State inside = before.copy();
    Dependence on =
        asks
            ? receiver.absence()
            : runs == Runs.IN_RESULT ? Dependence.NONE : receiver.data().decided();
    boolean missing = (asks && !receives(call, index)) || runs == Runs.THROWN;
    inside.condition(before.condition().inside(on, missing));
    return inside;
  }

  /** A function that is given what an {@code Optional} holds runs if there is something. */
  private static boolean receives(LibraryCall call, int index) {
    List<String> types = call.erasures();
    return Holders.isHolder(call.owner())
        && index < types.size()
        && !WITHOUT_PARAMETERS.contains(types.get(index));
  }

  private void held(LibraryCall call, Expr.Call node) {
    State state = frame.state();
    if (state != null && node.receiver() != null) {
      calls.conditions().refinement().sure(state, node.receiver(), call.receiver().sure());
    }
  }

  /** A function of an {@code Optional} runs if there is something, or if there is nothing. */
  private void turned(LibraryCall call, int index, Expr.@Nullable Call node) {
    if (node != null && Holders.isHolder(call.owner())) {
      How how = receives(call, index) ? How.THERE : How.NULL;
      calls.turns().learn(frame.state(), node.receiver(), how);
    }
  }

  /** {@code forms.forEach(this::check)}: what was checked of each is sure of all. */
  private void ofAll(LibraryCall call, Expr.@Nullable Call node) {
    State state = frame.state();
    if (state == null || node == null || node.receiver() == null || !EACH.contains(call.name())) {
      return;
    }
    @Nullable Object all = Paths.key(Elements.holder(node.receiver()), frame.body());
    if (all != null) {
      Refinement.promise(state, all, Elements.promised(calls.functions().checked()));
    }
  }

  private void goOn(State before) {
    @Nullable State after = State.join(before, frame.state());
    if (after != null) {
      after.condition(before.condition());
    }
    frame.state(after);
  }

  private Value run(LibraryCall call, int index, Site here) {
    boolean later =
        index < call.argumentTypes().size()
            && BodyWriters.isOne(call.argumentTypes().get(index).erasure());
    return later ? runLater(call, index, here) : runNow(call, index, here);
  }

  /** It runs after the handler has returned, so no clause there catches what fails. */
  private Value runLater(LibraryCall call, int index, Site here) {
    State before = frame.state();
    frame.openTry();
    Value result = invoke(call, index, List.of(BodyWriters.STREAM), here);
    frame
        .closeTry()
        .forEach(
            (escape, via) ->
                frame.raiseLast(BodyWriters.leaving(escape, call.receiver()), via.inside(escape)));
    frame.state(before);
    return result;
  }

  private Value runNow(LibraryCall call, int index, Site here) {
    return invoke(call, index, Collections.nCopies(MOST_PARAMETERS, element(call)), here);
  }

  /** Whether what a future or publisher completes with comes from a function. */
  boolean compute(LibraryCall call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isFunction(call, i) && computes(call, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a function is there for what it returns, rather than for what it does or asks. */
  private boolean computes(LibraryCall call, int index) {
    MethodSymbol only = only(call, index);
    String returned = only == null ? "" : only.returnType().erasure();
    return !returned.equals("void") && !returned.equals("boolean");
  }

  /** Runs functions themselves. */
  Value invoke(Value function, List<Value> given) {
    return calls.functions().invokeAll(function.functions(), given);
  }

  /** Whether a function is given a future or its like, rather than what that completes with. */
  boolean takesCarrier(LibraryCall call, int index) {
    if (call.method() == null || index >= call.method().parameterTypes().size()) {
      return false;
    }
    List<Type> given = call.method().parameterTypes().get(index).arguments();
    Type first = given.isEmpty() ? new Type.Unknown(null) : given.get(0);
    Type type = first instanceof Type.Wildcard wildcard ? wildcard.bound() : first;
    return engine.carrierTypes().isCarrier(type.erasure());
  }

  /** Whether any function is given the future or its like. */
  boolean takeCarrier(LibraryCall call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!call.argument(i).functions().isEmpty() && takesCarrier(call, i)) {
        return true;
      }
    }
    return false;
  }

  /** Runs an argument that is a function with that. */
  Value invoke(LibraryCall call, int index, List<Value> given, Site here) {
    Value argument = call.argument(index);
    if (!argument.functions().isEmpty()) {
      return calls.functions().invokeAll(argument.functions(), given);
    }
    MethodSymbol only = only(call, index);
    if (only == null) {
      return Value.NOTHING;
    }
    Type type = new Type.Declared(only.owner().name(), List.of());
    List<Value> arguments =
        given.subList(0, Math.min(MOST_PARAMETERS, only.parameterTypes().size()));
    List<MethodSymbol> targets = engine.dispatch(only, type, argument, arguments, here);
    return calls.runAll(targets, argument, arguments, here, null);
  }

  /** What a function is called with: what the receiver holds, or what else is given. */
  private Value element(LibraryCall call) {
    Value carrier = Recoveries.receiver(call);
    Value receiver = call.receiver();
    String type = carrier.equals(receiver) ? call.owner() : call.erasures().get(0);
    if (engine.carrierTypes().isCarrier(type) && !carrier.isNothing()) {
      return takeCarrier(call) ? carrier : carrier.completed().present();
    }
    if (Holders.isHolder(call.owner()) && !receiver.isNothing()) {
      return receiver.present();
    }
    Dependence given = call.inputs();
    given = Elements.areFilled(call) ? given.with(Dependence.Trait.NOT_EMPTY) : given;
    return Value.unknown(given).failing(receiver.failures());
  }

  /** The only abstract method of the interface that a parameter asks for; null if it is none. */
  @Nullable MethodSymbol only(LibraryCall call, int index) {
    if (call.method() == null || index >= call.method().parameterTypes().size()) {
      return null;
    }
    TypeSymbol type = engine.program().type(call.method().parameterTypes().get(index).erasure());
    if (type == null || !type.isInterface()) {
      return null;
    }
    List<MethodSymbol> open =
        engine.program().allMethods(type).stream().filter(MethodSymbol::isAbstract).toList();
    return open.size() == 1 ? open.get(0) : null;
  }
}
