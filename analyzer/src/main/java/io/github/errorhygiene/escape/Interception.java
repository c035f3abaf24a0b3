package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call with what is put around it: of a method of the sources in a frame of its own, of one
 * that a library implements in that of the caller.
 */
final class Interception {
  private static final String UNCAUGHT_HANDLER =
      "org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler";

  private static final String CONFIGURER =
      "org.springframework.scheduling.annotation.AsyncConfigurer";

  private final Engine engine;
  private final Frame frame;
  private final Calls calls;
  private final Coverage coverage;
  private final MethodSymbol target;
  private final Value self;
  private final List<Value> arguments;
  private List<Summary.Exit> exits = List.of();
  private @Nullable Supplier<Value> library;

  Interception(
      Engine engine,
      Frame frame,
      Calls calls,
      MethodSymbol target,
      Value self,
      List<Value> arguments) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
    this.coverage = new Coverage(engine);
    this.target = target;
    this.self = self;
    this.arguments = List.copyOf(arguments);
  }

  /** Makes the call, and leaves the frame in the ways in which it returns. */
  void run(List<Around> around) {
    Value ignored = call(around);
    if (around.stream().anyMatch(Around.Recovers.class::isInstance)) {
      frame.handOn(Established.NOTHING);
    }
    frame.leave(exits);
  }

  /**
   * Makes the call of a method that a library implements at run time, in the frame of the caller.
   *
   * @param answer what the library does
   */
  Value run(List<Around> around, Supplier<Value> answer) {
    library = answer;
    return call(around);
  }

  private Value call(List<Around> around) {
    if (around.isEmpty()) {
      return direct();
    }
    List<Around> inside = around.subList(1, around.size());
    Around first = around.get(0);
    if (first instanceof Around.Advice advice) {
      return advised(advice, inside);
    }
    if (first instanceof Around.Raises raises) {
      raise(raises);
      return call(inside);
    }
    if (first instanceof Around.Recovers recovers) {
      return recovered(recovers, inside);
    }
    if (first instanceof Around.Repeats repeats) {
      return repeated(repeats, inside);
    }
    if (first instanceof Around.Detached) {
      return detached(inside);
    }
    return onlyDeclared((Around.OnlyDeclared) first, inside);
  }

  private Value direct() {
    if (library != null) {
      return library.get();
    }
    Summary summary = engine.summary(target, self, arguments);
    summary.ways().forEach((escape, via) -> frame.raise(escape, via.inside(escape)));
    frame.noted().all(summary.noted());
    Value result = calls.takeover().result(summary);
    exits = summary.exits();
    frame.handOn(summary.established());
    if (!summary.self().isNothing()) {
      frame.set(State.SELF, summary.self());
    }
    return result;
  }

  /** A future holds what the call throws; if there is none, nobody learns of it. */
  private Value detached(List<Around> inside) {
    State before = copy();
    frame.openTry();
    Value result = call(inside);
    Failures thrown = Failures.of(frame.closeTry());
    frame.state(State.join(before, frame.state()));
    boolean held = engine.carrierTypes().isCarrier(target.returnType().erasure());
    Value future = held ? result.failing(thrown) : Value.GIVEN;
    if (!held && !isAsked()) {
      Swallows.told(List.copyOf(thrown.escapes())).forEach(this::reachesNobody);
    }
    exits = List.of(new Summary.Exit(Value.NOTHING, future));
    return future;
  }

  /** Whether the application has a handler for what such calls throw. */
  private boolean isAsked() {
    Program program = engine.program();
    return !program.sourceSubtypes(UNCAUGHT_HANDLER).isEmpty()
        || program.sourceSubtypes(CONFIGURER).stream()
            .flatMap(type -> type.methods().stream())
            .anyMatch(method -> method.name().equals("getAsyncUncaughtExceptionHandler"));
  }

  /**
   * Containers log it with its stack trace, as Spring's SimpleAsyncUncaughtExceptionHandler does.
   */
  private void reachesNobody(Escape escape) {
    frame.noted().here(new Event(Kind.SWALLOWED, here(), "", escape, "", Certainty.YES));
  }

  private Site here() {
    return library == null
        ? frame.site(target.position())
        : new Site(place(target), target.signature());
  }

  private void raise(Around.Raises raises) {
    Dependence given = Calls.join(arguments);
    if (raises.cause() == null && !given.varies()) {
      return;
    }
    for (String type : raises.exceptions()) {
      Escape escape =
          new Escape(
              engine.exceptions().inUse(type),
              here(),
              raises.likely() ? Escape.Source.CATALOGUE : Escape.Source.POSSIBLE,
              raises.by(),
              raises.cause() == null ? given.first() : raises.cause(),
              false,
              false,
              raises.mode(),
              Map.of(),
              null);
      frame.raise(escape, new Via(here(), null, null));
    }
  }

  private Value advised(Around.Advice advice, List<Around> inside) {
    return switch (advice.when()) {
      case AROUND -> around(advice, inside);
      case BEFORE -> {
        run(advice, Value.NOTHING);
        yield frame.isReachable() ? call(inside) : Value.NOTHING;
      }
      case AFTER_RETURNING -> {
        Value result = call(inside);
        run(advice, result);
        yield frame.isReachable() ? result : Value.NOTHING;
      }
      case AFTER, AFTER_THROWING -> afterwards(advice, inside);
    };
  }

  /** An advice that hands on what it got returns in the ways of the method. */
  private Value around(Around.Advice advice, List<Around> inside) {
    Known.Proceed proceed = new Known.Proceed(target, self, arguments, inside);
    Value point = Value.of(proceed).withData(Calls.join(arguments));
    Summary summary = engine.summary(advice.method(), bean(advice), parameters(advice, point));
    Value result = calls.takeover().apply(summary, Value.GIVEN, here(), null);
    Summary within = engine.proceed(proceed);
    boolean same = handsOn(summary, within);
    exits = same ? within.exits() : summary.exits();
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
                  here(),
                  null);
    }
  }

  private static Value bean(Around.Advice advice) {
    return Value.of(new Instance(advice.type().name(), Map.of())).withData(Value.GIVEN.data());
  }

  private List<Value> parameters(Around.Advice advice, Value outcome) {
    MethodSymbol method = advice.method();
    Value given = Value.unknown(Calls.join(arguments));
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
    State before = copy();
    frame.openTry();
    Value result = call(inside);
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
        run(advice, caught(taken));
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

  private static Value caught(List<Escape> escapes) {
    Value caught = Value.NOTHING;
    for (Escape escape : escapes) {
      Value one = Value.of(new Caught(escape)).withData(Dependence.of(escape.cause()));
      caught = caught.join(one);
    }
    return caught;
  }

  private State copy() {
    State state = frame.state();
    return state == null ? new State() : state.copy();
  }

  private Value recovered(Around.Recovers recovers, List<Around> inside) {
    State before = copy();
    frame.openTry();
    Value result = call(inside);
    SortedMap<Escape, Via> thrown = frame.closeTry();
    @Nullable State end = frame.state();
    List<Summary.Exit> ways = new ArrayList<>(exits);
    Map<Around.Recovery, List<Escape>> taken = new LinkedHashMap<>();
    thrown.forEach((escape, via) -> assign(recovers, escape, via, taken));
    for (Map.Entry<Around.Recovery, List<Escape>> entry : taken.entrySet()) {
      frame.state(before.copy());
      result = result.join(recover(entry.getKey(), entry.getValue()));
      if (frame.isReachable()) {
        ways.addAll(exits);
      }
      end = State.join(end, frame.state());
    }
    frame.state(end);
    exits = List.copyOf(ways);
    return result;
  }

  private void assign(
      Around.Recovers recovers, Escape escape, Via via, Map<Around.Recovery, List<Escape>> taken) {
    Around.@Nullable Recovery way =
        coverage.of(recovers, escape) ? coverage.closest(recovers, escape) : null;
    if (way != null) {
      taken.computeIfAbsent(way, key -> new ArrayList<>()).add(escape);
      return;
    }
    String wrapper = coverage.of(recovers, escape) ? recovers.otherwise() : null;
    frame.raiseAgain(
        wrapper == null ? escape : escape.wrappedIn(wrapper),
        wrapper == null ? via : via.inside(escape));
  }

  /** What fails is noted; in the end it is thrown on. */
  private Value repeated(Around.Repeats repeats, List<Around> inside) {
    frame.openTry();
    Value result = call(inside);
    SortedMap<Escape, Via> thrown = frame.closeTry();
    thrown.forEach(frame::raiseAgain);
    List<Escape> again =
        Retries.ofOthers(thrown.keySet()).stream()
            .filter(escape -> coverage.of(repeats, escape))
            .toList();
    for (Escape escape : Swallows.told(again)) {
      frame.noted().here(new Event(Kind.RETRIED, here(), repeats.how(), escape, "", Certainty.NO));
    }
    return result;
  }

  /** What a recovery returns is marked as what a catch clause returns is. */
  private Value recover(Around.Recovery way, List<Escape> taken) {
    Value exception = caught(taken);
    State state = copy();
    Condition condition = state.condition();
    State.@Nullable Handling handling = state.handling();
    boolean absence = taken.stream().anyMatch(Escape::absence);
    state.condition(state.condition().inside(exception.data(), absence));
    state.handling(new State.Handling(place(way.method()), way.exception(), exception));
    frame.state(state);
    Summary summary =
        engine.summary(
            way.method(),
            way.method().isStatic() ? Value.NOTHING : self,
            parameters(way.method(), exception));
    Logs before = frame.openLog();
    Value result =
        ClauseAnswers.caughtIn(frame, calls.takeover().apply(summary, Value.GIVEN, here(), null));
    exits =
        summary.exits().stream()
            .map(e -> new Summary.Exit(e.answer(), ClauseAnswers.caughtIn(frame, e.returned())))
            .toList();
    frame.closeLog(before);
    @Nullable State after = frame.state();
    if (after != null) {
      after.handling(handling);
      after.condition(condition);
    }
    return result;
  }

  private static Place place(MethodSymbol method) {
    Position position = method.position();
    return new Place(Engine.file(method.owner()), position.line(), position.column());
  }

  /** The exception where one is asked for, else the arguments of the call in order. */
  private List<Value> parameters(MethodSymbol method, Value exception) {
    List<Value> values = new ArrayList<>();
    int next = 0;
    for (Type type : method.parameterTypes()) {
      if (engine.program().isSubtype(type.erasure(), "java.lang.Throwable") == Certainty.YES) {
        values.add(exception);
      } else {
        values.add(next < arguments.size() ? arguments.get(next) : Value.GIVEN);
        next++;
      }
    }
    return values;
  }

  private Value onlyDeclared(Around.OnlyDeclared rule, List<Around> inside) {
    frame.openTry();
    Value result = call(inside);
    SortedMap<Escape, Via> thrown = new TreeMap<>(frame.closeTry());
    thrown.forEach(
        (escape, via) ->
            frame.raiseAgain(
                coverage.leaves(target, escape) ? escape : escape.wrappedIn(rule.wrapper()),
                via.inside(escape)));
    return result;
  }
}
