package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Position;
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

  /** Makes the call with what is left around it, in the frame as it is. */
  Value call(List<Around> around) {
    if (around.isEmpty()) {
      return direct();
    }
    List<Around> inside = around.subList(1, around.size());
    Around first = around.get(0);
    if (first instanceof Around.Advice advice) {
      return new Advised(engine, frame, calls, this).run(advice, inside);
    }
    if (first instanceof Around.Raises raises) {
      raise(raises);
      return call(inside);
    }
    if (first instanceof Around.Recovers recovers) {
      return new Recovered(engine, frame, calls, this).run(recovers, inside);
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
    State before = before();
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

  /** The call as an advice gets it. */
  Known.Proceed proceed(List<Around> inside) {
    return new Known.Proceed(target, self, arguments, inside);
  }

  List<Value> arguments() {
    return arguments;
  }

  Value self() {
    return self;
  }

  /** The ways in which it returned. */
  List<Summary.Exit> exits() {
    return exits;
  }

  /** It returns in these ways, not in those of the method. */
  void exits(List<Summary.Exit> others) {
    exits = List.copyOf(others);
  }

  /** Where it is made, or what is called is declared. */
  Site here() {
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

  static Place place(MethodSymbol method) {
    Position position = method.position();
    return new Place(Engine.file(method.owner()), position.line(), position.column());
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

  /** Each of what was thrown, as a handler gets it. */
  static Value caught(List<Escape> escapes) {
    Value caught = Value.NOTHING;
    for (Escape escape : escapes) {
      Value one = Value.of(new Caught(escape)).withData(Dependence.of(escape.cause()));
      caught = caught.join(one);
    }
    return caught;
  }

  /** A copy of the state in which the call is made. */
  State before() {
    State state = frame.state();
    return state == null ? new State() : state.copy();
  }
}
