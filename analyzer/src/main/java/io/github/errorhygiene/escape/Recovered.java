package io.github.errorhygiene.escape;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call whose failures a method of the project takes, with its arguments: {@code @Recover}, {@code
 * fallbackMethod}.
 */
final class Recovered {
  private final Engine engine;
  private final Frame frame;
  private final Calls calls;
  private final Coverage coverage;
  private final Interception call;

  Recovered(Engine engine, Frame frame, Calls calls, Interception call) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
    this.coverage = new Coverage(engine);
    this.call = call;
  }

  /** Makes the call, and takes what it throws. */
  Value run(Around.Recovers recovers, List<Around> inside) {
    State before = call.before();
    frame.openTry();
    Value result = call.call(inside);
    SortedMap<Escape, Via> thrown = frame.closeTry();
    @Nullable State end = frame.state();
    List<Summary.Exit> ways = new ArrayList<>(call.exits());
    Map<Around.Recovery, List<Escape>> taken = new LinkedHashMap<>();
    thrown.forEach((escape, via) -> assign(recovers, escape, via, taken));
    if (recovers.awaits()) {
      result.failures().escapes().forEach(escape -> take(recovers, escape, taken));
      result = left(result, taken);
      ways.replaceAll(way -> new Summary.Exit(way.answer(), left(way.returned(), taken)));
    }
    for (Map.Entry<Around.Recovery, List<Escape>> entry : taken.entrySet()) {
      frame.state(before.copy());
      result = result.join(recover(entry.getKey(), entry.getValue()));
      if (frame.isReachable()) {
        ways.addAll(call.exits());
      }
      end = State.join(end, frame.state());
    }
    frame.state(end);
    call.exits(ways);
    return result;
  }

  private void assign(
      Around.Recovers recovers, Escape escape, Via via, Map<Around.Recovery, List<Escape>> taken) {
    if (take(recovers, escape, taken)) {
      return;
    }
    String wrapper = coverage.of(recovers, escape) ? recovers.otherwise() : null;
    frame.raiseAgain(
        wrapper == null ? escape : escape.wrappedIn(wrapper),
        wrapper == null ? via : via.inside(escape));
  }

  /** Whether there is a way for the exception, to which it is added. */
  @CanIgnoreReturnValue
  private boolean take(
      Around.Recovers recovers, Escape escape, Map<Around.Recovery, List<Escape>> taken) {
    Around.@Nullable Recovery way =
        coverage.of(recovers, escape) ? coverage.closest(recovers, escape) : null;
    if (way != null) {
      taken.computeIfAbsent(way, key -> new ArrayList<>()).add(escape);
    }
    return way != null;
  }

  /** A future or publisher without the failures that are taken. */
  private static Value left(Value returned, Map<Around.Recovery, List<Escape>> taken) {
    SortedMap<Escape, Via> left = new TreeMap<>(returned.failures().ways());
    taken.values().forEach(left.keySet()::removeAll);
    return returned.failingOnly(Failures.of(left));
  }

  /** What a recovery returns is marked as what a catch clause returns is. */
  private Value recover(Around.Recovery way, List<Escape> taken) {
    Value exception = Interception.caught(taken);
    State state = call.before();
    Condition condition = state.condition();
    State.@Nullable Handling handling = state.handling();
    boolean absence = taken.stream().anyMatch(Escape::absence);
    state.condition(state.condition().inside(exception.data(), absence));
    state.handling(
        new State.Handling(Interception.place(way.method()), way.exception(), exception));
    frame.state(state);
    Summary summary =
        engine.summary(
            way.method(),
            way.method().isStatic() ? Value.NOTHING : call.self(),
            parameters(way.method(), exception));
    Logs before = frame.openLog();
    Value result =
        ClauseAnswers.caughtIn(
            frame, calls.takeover().apply(summary, Value.GIVEN, call.here(), null));
    call.exits(
        summary.exits().stream()
            .map(e -> new Summary.Exit(e.answer(), ClauseAnswers.caughtIn(frame, e.returned())))
            .toList());
    frame.closeLog(before);
    @Nullable State after = frame.state();
    if (after != null) {
      after.handling(handling);
      after.condition(condition);
    }
    return result;
  }

  /** The exception where one is asked for, else the arguments of the call in order. */
  private List<Value> parameters(MethodSymbol method, Value exception) {
    List<Value> values = new ArrayList<>();
    int next = 0;
    for (Type type : method.parameterTypes()) {
      if (engine.program().isSubtype(type.erasure(), "java.lang.Throwable") == Certainty.YES) {
        values.add(exception);
      } else {
        values.add(next < call.arguments().size() ? call.arguments().get(next) : Value.GIVEN);
        next++;
      }
    }
    return values;
  }
}
