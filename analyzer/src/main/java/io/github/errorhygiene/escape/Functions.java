package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs the functions that one frame calls: lambdas and method references. */
final class Functions {
  private final Engine engine;
  private final Frame frame;
  private final Calls calls;

  private Dependence asked = Dependence.NONE;
  private Established last = Established.NOTHING;

  Functions(Engine engine, Frame frame, Calls calls) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
  }

  Value invokeAll(List<Function> functions, List<Value> arguments) {
    Value result = Value.NOTHING;
    State before = frame.state();
    @Nullable State after = null;
    asked = Dependence.NONE;
    last = Established.NOTHING;
    for (Function function : functions) {
      frame.state(before == null ? null : before.copy());
      result = result.join(invoke(function, arguments));
      after = State.join(after, frame.state());
    }
    frame.state(after);
    return result;
  }

  /** What is sure of what the function that ran last was asked about, if it said yes. */
  Dependence asked() {
    return asked;
  }

  /** What is sure of what the function that ran last was given: it has returned. */
  Dependence checked() {
    return last.ofFirst(last.always());
  }

  /** The same if it said no. */
  Dependence denied() {
    return last.ofFirst(last.whenFalse());
  }

  /** Makes calls go on that an advice holds up. */
  Value proceedAll(List<Known.Proceed> proceeds, Site here) {
    State before = frame.state();
    Value result = Value.NOTHING;
    @Nullable State after = null;
    for (Known.Proceed proceed : proceeds) {
      frame.state(before == null ? null : before.copy());
      result =
          result.join(calls.takeover().apply(engine.proceed(proceed), Value.GIVEN, here, null));
      after = State.join(after, frame.state());
    }
    frame.state(after);
    return result;
  }

  /** Runs a function here. */
  private Value invoke(Function function, List<Value> arguments) {
    if (function.node() instanceof Expr.MethodRef reference) {
      Value given = refer(function, reference, arguments);
      calls.dereferences().unboxGiven(function, given);
      return given;
    }
    Function known = refined(function);
    Summary summary = engine.summary(known, arguments);
    Condition condition = frame.condition();
    summary
        .ways()
        .forEach((escape, via) -> frame.raise(escape.under(condition), via.inside(escape)));
    frame.noted().all(summary.noted());
    Value result = calls.takeover().result(summary);
    keepCaptured(known, summary);
    last = summary.established();
    asked = last.ifTrue(0);
    return result.failingOnly(inside(result.failures(), condition));
  }

  private static Failures inside(Failures failures, Condition condition) {
    SortedMap<Escape, Via> ways = new TreeMap<>();
    failures
        .ways()
        .forEach((escape, via) -> ways.putIfAbsent(escape.under(condition), via.inside(escape)));
    return Failures.of(ways);
  }

  /** With what is known of the variables by now: they are the same, and do not change. */
  @SuppressWarnings("ReferenceEquality" /* this very body */)
  private Function refined(Function function) {
    State state = frame.state();
    if (state == null || function.body() != frame.body()) {
      return function;
    }
    @Nullable Map<LocalSymbol, Value> captured = null;
    for (Map.Entry<LocalSymbol, Value> variable : function.captured().entrySet()) {
      Value now = state.get(variable.getKey());
      if (now != null && tells(now, variable.getValue())) {
        captured = captured == null ? new LinkedHashMap<>(function.captured()) : captured;
        captured.put(variable.getKey(), now);
      }
    }
    return captured == null
        ? function
        : new Function(
            function.node(), function.body(), captured, function.self(), function.site());
  }

  /** Something else is known than before; what functions are is not looked into. */
  private static boolean tells(Value now, Value before) {
    return !now.isNothing()
        && (now.open() != before.open()
            || !now.data().equals(before.data())
            || !now.absence().equals(before.absence()));
  }

  private Value refer(Function function, Expr.MethodRef reference, List<Value> arguments) {
    MethodSymbol method = function.body().methodOf(reference);
    Site here = function.site();
    if (reference.name().equals("<init>")) {
      Type type = created(function.body(), reference, method);
      return calls.creations().instantiate(type, method, arguments, here, reference);
    }
    boolean unbound = method != null && !method.isStatic() && function.self().isNothing();
    Value self = unbound && !arguments.isEmpty() ? arguments.get(0) : function.self();
    List<Value> rest =
        unbound && !arguments.isEmpty() ? arguments.subList(1, arguments.size()) : arguments;
    if (method == null) {
      frame.noted().open();
      return Value.unknown(Calls.join(arguments));
    }
    List<MethodSymbol> targets =
        engine.dispatch(
            method, new Type.Declared(method.owner().name(), List.of()), self, rest, here);
    if (targets.isEmpty() || Calls.isOfEnum(method)) {
      asked = calls.library().rows().asked(method).foundBy(found(function, reference, method));
      int count = method.varargs() ? rest.size() : method.parameterTypes().size();
      List<Value> taken = rest.subList(0, Math.min(rest.size(), count));
      return calls.library().refer(method, target(function, reference, method), self, taken, here);
    }
    boolean outside = !(reference.target() instanceof Expr.This);
    Value result = calls.runAll(targets, self, rest, here, null, outside);
    last = targets.size() == 1 && !unbound ? calls.takeover().last() : Established.NOTHING;
    asked = last.ifTrue(0);
    return result;
  }

  /** {@code books::containsKey}: what it says yes to is in that map. */
  private static Set<String> found(
      Function function, Expr.MethodRef reference, MethodSymbol method) {
    boolean asks = method.name().equals("containsKey") && method.parameterTypes().size() == 1;
    String lookup =
        asks && reference.target() != null
            ? Paths.inTable(reference.target(), method.name(), function.body())
            : "";
    return lookup.isEmpty() ? Set.of() : Set.of(Lookup.argument(lookup, 0));
  }

  /** Through what a method is referred to: {@code orders::save}, {@code Order::id}. */
  private String target(Function function, Expr.MethodRef reference, MethodSymbol method) {
    Expr target = reference.target();
    String type = target == null ? "" : function.body().typeOf(target).erasure();
    boolean below = engine.program().isSubtype(type, method.owner().name()) == Certainty.YES;
    return below ? type : method.owner().name();
  }

  private static Type created(
      Body body, Expr.MethodRef reference, @Nullable MethodSymbol constructor) {
    return constructor == null
        ? body.typeOf(reference)
        : new Type.Declared(constructor.owner().name(), List.of());
  }

  /** Captured variables do not change, but what they hold may: it is the same object outside. */
  private void keepCaptured(Function function, Summary summary) {
    State outside = frame.state();
    if (outside == null) {
      return;
    }
    function
        .captured()
        .forEach(
            (local, captured) -> {
              Value after = summary.captured().get(local);
              Value known = outside.get(local);
              if (after == null || known == null) {
                return;
              }
              boolean holds = !after.instances().isEmpty() || !after.failures().isEmpty();
              if (!after.equals(captured) && holds) {
                Failures failures = inside(after.failures(), outside.condition());
                outside.set(local, known.join(after.failingOnly(failures)));
              }
            });
  }
}
