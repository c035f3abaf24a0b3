package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A call with an aspect's advice around it: before it, after it, or in its place. */
final class Advised {
  private final Engine engine;
  private final Frame frame;
  private final Calls calls;
  private final Coverage coverage;
  private final Interception call;

  Advised(Engine engine, Frame frame, Calls calls, Interception call) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
    this.coverage = new Coverage(engine);
    this.call = call;
  }

  /** Makes the call with the advice around it. */
  Value run(Around.Advice advice, List<Around> inside) {
    return switch (advice.when()) {
      case AROUND -> around(advice, inside);
      case BEFORE -> {
        run(advice, Value.NOTHING);
        yield frame.isReachable() ? call.call(inside) : Value.NOTHING;
      }
      case AFTER_RETURNING -> {
        Value result = call.call(inside);
        run(advice, result);
        yield frame.isReachable() ? result : Value.NOTHING;
      }
      case AFTER, AFTER_THROWING -> afterwards(advice, inside);
    };
  }

  /** An advice that hands on what it got returns in the ways of the method. */
  private Value around(Around.Advice advice, List<Around> inside) {
    Known.Proceed proceed = call.proceed(inside);
    Value point = Value.of(proceed).withData(Calls.join(call.arguments()));
    Summary summary = engine.summary(advice.method(), bean(advice), parameters(advice, point));
    Value result = calls.takeover().apply(summary, Value.GIVEN, call.here(), null);
    Summary within = engine.proceed(proceed);
    boolean same = handsOn(summary, within);
    call.exits(same ? within.exits() : summary.exits());
    frame.handOn(same ? within.established() : Established.NOTHING);
    return result;
  }

  private static boolean handsOn(Summary advice, Summary within) {
    return advice.exits().size() == 1
        && advice.exits().get(0).returned().equals(within.returned())
        && advice.answer().equals(within.answer());
  }

  private void run(Around.Advice advice, Value outcome) {
    if (frame.isReachable()) {
      Value ignored =
          calls
              .takeover()
              .apply(
                  engine.summary(advice.method(), bean(advice), parameters(advice, outcome)),
                  Value.GIVEN,
                  call.here(),
                  null);
    }
  }

  private static Value bean(Around.Advice advice) {
    return Value.of(new Instance(advice.type().name(), Map.of())).withData(Value.GIVEN.data());
  }

  private List<Value> parameters(Around.Advice advice, Value outcome) {
    MethodSymbol method = advice.method();
    Value given = Value.unknown(Calls.join(call.arguments()));
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      boolean takes =
          advice.when() == Around.When.AROUND
              ? i == 0 || isJoinPoint(method.parameterTypes().get(i))
              : method.parameterNames().get(i).equals(advice.outcome());
      values.add(takes ? outcome : isAnnotation(method, i) ? Value.GIVEN : given);
    }
    return values;
  }

  private static boolean isJoinPoint(Type type) {
    return type.erasure().equals("org.aspectj.lang.ProceedingJoinPoint");
  }

  private boolean isAnnotation(MethodSymbol method, int index) {
    TypeSymbol type = engine.program().type(method.parameterTypes().get(index).erasure());
    return type != null && type.isInterface();
  }

  /** Runs an advice after the call failed, or however it ended. */
  private Value afterwards(Around.Advice advice, List<Around> inside) {
    State before = call.before();
    frame.openTry();
    Value result = call.call(inside);
    SortedMap<Escape, Via> thrown = frame.closeTry();
    Logs logged = frame.openLog();
    @Nullable State end = frame.state();
    if (advice.when() == Around.When.AFTER) {
      frame.state(end == null ? before.copy() : end);
      run(advice, Value.NOTHING);
      end = end == null ? null : frame.state();
    } else {
      List<Escape> taken = thrown.keySet().stream().filter(e -> coverage.of(advice, e)).toList();
      frame.state(before.copy());
      if (!taken.isEmpty()) {
        run(advice, Interception.caught(taken));
      }
    }
    boolean told = frame.closeLog(logged).has(Logs.Line.EXCEPTION);
    if (frame.isReachable()) {
      thrown.forEach(
          (escape, via) ->
              frame.raiseAgain(told ? escape.logged() : escape, told ? via.inside(escape) : via));
    }
    frame.state(end);
    return end == null ? Value.NOTHING : result;
  }
}
