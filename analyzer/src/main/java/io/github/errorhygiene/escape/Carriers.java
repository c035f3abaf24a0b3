package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Gives;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.AfterAnswer;
import io.github.errorhygiene.library.CarrierTypes;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates library calls that make, change or await futures and publishers: what fails inside of
 * them leaves nothing but them, until somebody awaits them.
 */
final class Carriers {
  private final Engine engine;
  private final Frame frame;
  private final LibraryCalls library;
  private final LibraryFunctions functions;
  private final LibraryFailures failures;
  private final Recoveries recoveries;
  private final Fallbacks fallbacks;
  private final CarrierTypes types;
  private final Unawaited unawaited;
  private final Outliving outliving;

  Carriers(
      Engine engine,
      Frame frame,
      LibraryCalls library,
      LibraryFunctions functions,
      LibraryFailures failures) {
    this.engine = engine;
    this.frame = frame;
    this.library = library;
    this.functions = functions;
    this.failures = failures;
    this.recoveries = new Recoveries(engine, frame, functions);
    this.types = engine.carrierTypes();
    this.unawaited = new Unawaited(engine, frame);
    this.fallbacks = new Fallbacks(frame, functions, types);
    this.outliving = new Outliving(frame, library, functions);
  }

  /** A call of a library method as its rows and its declaration describe it. */
  record Flow(
      LibraryCall call,
      Rows.Facts facts,
      List<Type> declared,
      Site here,
      Expr.@Nullable Call node) {
    @Nullable Runs runs() {
      return facts.runs();
    }
  }

  /** What the call gives; null if it has nothing to do with futures and publishers. */
  @Nullable Value call(Flow asked) {
    Flow flow = chosen(asked);
    LibraryCall call = flow.call();
    if (flow.facts().gives() != null && types.isCarrier(call.owners())) {
      Value given = given(flow);
      if (given != null) {
        return given;
      }
    }
    if (flow.facts().releasing() != null) {
      return released(flow, flow.facts().releasing());
    }
    Runs runs = flow.runs();
    if (flow.facts().gives() == Gives.ARGUMENT && flow.node() != null) {
      unawaited.followed(flow.node(), call.receiver());
    }
    return runs == null && !concerns(call) ? null : called(flow, runs);
  }

  private @Nullable Value called(Flow flow, @Nullable Runs runs) {
    if (runs == null) {
      return inResult(flow, null);
    }
    return switch (runs) {
      case HERE, ELSEWHERE, THROWN -> null;
      case AWAITED, AFTERWARDS, UNHEARD -> outliving.run(flow, runs);
      case IN_RESULT -> inResult(flow, wraps(flow));
      case FAILED_RESULT -> failed(flow);
      case IF_EMPTY, FAILS_IF_EMPTY -> ifEmpty(flow);
      case RECOVERS, TRANSLATES, OBSERVES, SELECTS -> recoveries.run(flow, wraps(flow));
      case FALLS_BACK -> fallbacks.run(flow.call(), flow.here());
      case COMPLETES -> completed(flow);
      case FAILS_RECEIVER -> failing(flow);
      case SUBSCRIBES -> subscribed(flow);
      case CALLS_BACK -> calledBack(flow);
    };
  }

  /** It runs on its own; who subscribes may ask how it ended. */
  private @Nullable Value subscribed(Flow flow) {
    LibraryCall call = flow.call();
    Expr.Call node = flow.node();
    if (node != null) {
      unawaited.subscribed(node, Recoveries.receiver(call));
    }
    Value fromFunctions = functions.run(call, Runs.ELSEWHERE, flow.here(), node);
    return library.effect(call, flow.facts(), fromFunctions, node, flow.here());
  }

  /** What fails is told to an object or function, later. */
  private @Nullable Value calledBack(Flow flow) {
    LibraryCall call = flow.call();
    frame.openTry();
    failures.raise(call, flow.facts(), List.of(), flow.here(), flow.node());
    Failures own = Failures.of(frame.closeTry());
    Expr.Call node = flow.node();
    if (node != null) {
      unawaited.listening(node, own);
    }
    Value fromFunctions = functions.run(call, Runs.ELSEWHERE, flow.here(), node);
    return library.effect(call, flow.facts(), fromFunctions, node, flow.here());
  }

  /** Only what deals with failures wants to know which were chosen. */
  private static Flow chosen(Flow flow) {
    LibraryCall call = flow.call();
    Value receiver = Recoveries.upstream(call.receiver());
    boolean deals = flow.runs() != null && Recoveries.DEALING.contains(flow.runs());
    return deals || receiver.equals(call.receiver())
        ? flow
        : new Flow(call.on(receiver), flow.facts(), flow.declared(), flow.here(), flow.node());
  }

  private static @Nullable String wraps(Flow flow) {
    return flow.facts().running() == null ? null : flow.facts().running().wraps();
  }

  private boolean concerns(LibraryCall call) {
    return types.isCarrier(call.returnType().erasure())
        || (types.isCarrier(call.owners()) && !call.returnType().erasure().equals("void"))
        || (call.method() == null && !call.receiver().failures().isEmpty());
  }

  private @Nullable Value given(Flow flow) {
    Value receiver = flow.call().receiver();
    return switch (Objects.requireNonNull(flow.facts().gives())) {
      case FAILURE -> caught(receiver);
      case ITEM -> receiver.completed();
      case FAILED -> decided(receiver, true);
      case SUCCEEDED -> decided(receiver, false);
      case RECEIVER, ARGUMENT, OTHER, RECORDER, WRITTEN, COMPLETE, FILLED -> null;
    };
  }

  /**
   * Whether it failed, or did not. Known where success and failure were told apart before.
   *
   * @see Recoveries
   */
  private static Value decided(Value carrier, boolean ifFailed) {
    if (carrier.completesNever() && !carrier.isNothing()) {
      return Value.constant(ifFailed);
    }
    return carrier.failures().isEmpty() && !carrier.open()
        ? Value.constant(!ifFailed)
        : Value.unknown(carrier.data().and(Recoveries.causes(carrier.failures())));
  }

  private static Value caught(Value carrier) {
    Value joined = carrier.failures().isEmpty() ? Value.UNKNOWN : Value.NOTHING;
    for (Escape escape : carrier.failures().escapes()) {
      joined = joined.join(Value.of(new Caught(escape)).withData(Dependence.of(escape.cause())));
    }
    return joined;
  }

  /** Functions run in the result, and what fails there stays there. */
  private Value inResult(Flow flow, @Nullable String wrapper) {
    LibraryCall call = flow.call();
    frame.openTry();
    Value fromFunctions =
        call.receiver().completesNever() && !call.receiver().isNothing()
            ? Value.NOTHING
            : functions.run(call, Runs.IN_RESULT, flow.here(), flow.node());
    failures.raise(call, flow.facts(), flow.declared(), flow.here(), flow.node());
    Failures own = Failures.of(frame.closeTry());
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    if (AfterAnswer.isAnswer(call) || AfterAnswer.follows(call)) {
      Value ignored = library.effect(call, flow.facts(), fromFunctions, flow.node(), flow.here());
      return AfterAnswer.answered(call.receiver(), call.receiver().failures());
    }
    boolean task = call.isConstructor() && functions.compute(call);
    Value result =
        task
            ? fromFunctions
            : library.effect(call, flow.facts(), fromFunctions, flow.node(), flow.here());
    Failures all = own.and(fromFunctions.failures()).and(passed(call));
    return result.failingOnly(wrapped(call, all, wrapper));
  }

  /** What the receiver and the arguments fail with. */
  private Failures passed(LibraryCall call) {
    Failures all = functions.takeCarrier(call) ? Failures.NONE : call.receiver().failures();
    for (Value argument : call.arguments()) {
      all = all.and(argument.failures());
    }
    return types.isStage(call.returnType().erasure()) ? all : all.map(Carriers::unwrapped);
  }

  /** Of a retry only what it deals with: the rest goes on at once. */
  private Failures wrapped(LibraryCall call, Failures failures, @Nullable String wrapper) {
    return wrapper == null
        ? failures
        : failures.map(
            escape ->
                escape.type().equals(wrapper) || !recoveries.retries(call, escape)
                    ? escape
                    : escape.wrappedIn(wrapper));
  }

  /** Only the stages of the Java platform wrap; others take that off. */
  static Escape unwrapped(Escape escape) {
    return escape.type().equals(CarrierTypes.COMPLETION_EXCEPTION) && escape.inner() != null
        ? escape.inner()
        : escape;
  }

  /** Somebody awaits it. */
  private Value released(Flow flow, MethodRow row) {
    LibraryCall call = flow.call();
    boolean translates = flow.runs() == Runs.TRANSLATES;
    Value carrier = translates ? recoveries.run(flow, null) : Recoveries.receiver(call);
    Value fromFunctions =
        translates ? Value.NOTHING : functions.run(call, Runs.ELSEWHERE, flow.here(), flow.node());
    failures.raise(call, flow.facts(), flow.declared(), flow.here(), flow.node());
    carrier.failures().ways().forEach((escape, via) -> frame.raise(released(escape, row), via));
    if (carrier.completesNever() && !carrier.isNothing()) {
      frame.state(null);
      return Value.NOTHING;
    }
    Value result = library.effect(call, flow.facts(), fromFunctions, flow.node(), flow.here());
    return carrier.alternatives().isEmpty() ? result.completed() : carrier.completed();
  }

  private Escape released(Escape escape, MethodRow row) {
    String wrapper = Objects.requireNonNull(row.releases());
    if (wrapper.equals(MethodRow.ITSELF)) {
      boolean wraps = row.wraps() != null && engine.exceptions().isChecked(escape.type());
      return wraps ? escape.wrappedIn(Objects.requireNonNull(row.wraps())) : escape;
    }
    boolean wrapped = escape.type().equals(wrapper);
    return wrapped ? escape : unwrapped(escape).wrappedIn(wrapper);
  }

  /** It fails with the exception that is given, or that a function returns. */
  private Value failed(Flow flow) {
    frame.openTry();
    Value exception = exception(flow);
    Failures own = Failures.of(frame.closeTry());
    Value otherwise =
        flow.facts().gives() == Gives.RECEIVER ? flow.call().receiver() : Value.NOTHING;
    return otherwise.dependingOn(exception.data()).failing(own);
  }

  /** Raises what the arguments, or else the rows, say, as a {@code throw} would. */
  private Value exception(Flow flow) {
    LibraryCall call = flow.call();
    Value joined = functions.run(call, Runs.IN_RESULT, flow.here(), flow.node());
    String type = "";
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isThrowable(call, i)) {
        type = call.argumentTypes().get(i).erasure();
        joined = joined.join(call.argument(i));
      }
    }
    if (type.isEmpty() && joined.escapes().isEmpty() && joined.instances().isEmpty()) {
      joined = catalogued(flow.facts());
    }
    if (!joined.isNothing()) {
      Throws.raise(frame, joined, type, flow.here());
    }
    return joined;
  }

  private boolean isThrowable(LibraryCall call, int index) {
    return index < call.argumentTypes().size()
        && engine.exceptions().isThrowable(call.argumentTypes().get(index).erasure());
  }

  /** What a method that is given a message makes of it. */
  private Value catalogued(Rows.Facts facts) {
    Value joined = Value.NOTHING;
    for (MethodRow row : facts.throwing()) {
      for (String type : row.thrown() == null ? List.<String>of() : row.thrown()) {
        joined =
            joined.join(Value.of(new Known.Instance(engine.exceptions().inUse(type), Map.of())));
      }
    }
    return joined;
  }

  /** The receiver; where it is empty what is given instead. */
  private Value ifEmpty(Flow flow) {
    LibraryCall call = flow.call();
    Value receiver = call.receiver();
    State before = frame.state();
    if (before == null || receiver.completesNever() || isNeverEmpty(receiver)) {
      return receiver;
    }
    Dependence on = receiver.absence().isNone() ? receiver.data().decided() : receiver.absence();
    State inside = before.copy();
    inside.condition(before.condition().inside(on, true));
    Condition empty = inside.condition();
    frame.state(inside);
    Value instead = instead(flow, empty, before.condition());
    frame.state(before);
    return receiver.present().join(instead);
  }

  /** Of a publisher of which anything is known, it is known whether it may be empty. */
  private static boolean isNeverEmpty(Value receiver) {
    boolean told = !receiver.open() || !receiver.data().isNone();
    return told && !receiver.mayBeAbsent() && !receiver.alternatives().contains(Constant.NULL);
  }

  private Value instead(Flow flow, Condition empty, Condition around) {
    if (flow.runs() == Runs.FAILS_IF_EMPTY) {
      return failed(flow);
    }
    LibraryCall call = flow.call();
    frame.openTry();
    Value instead = functions.run(call, Runs.IN_RESULT, flow.here(), flow.node());
    Failures own = Failures.of(frame.closeTry());
    for (Value argument : call.arguments()) {
      instead = argument.functions().isEmpty() ? instead.join(argument) : instead;
    }
    Failures given = instead.failures().undecided(empty, around);
    return instead.failingOnly(given.and(own));
  }

  private Value completed(Flow flow) {
    Value given = Value.NOTHING;
    for (Value argument : flow.call().arguments()) {
      given = given.join(argument);
    }
    return kept(flow, withoutPromise(flow.call().receiver()).join(given));
  }

  private Value failing(Flow flow) {
    frame.openTry();
    Value exception = exception(flow);
    Failures own = Failures.of(frame.closeTry());
    if (own.isEmpty()) {
      return completed(flow);
    }
    if (isSink(flow.call()) || !isMadeHere(flow.call().receiver())) {
      own.ways().forEach(frame::raise);
      return Value.unknown(Dependence.NONE);
    }
    Value receiver = withoutPromise(flow.call().receiver());
    return kept(flow, receiver.withData(receiver.data().and(exception.data())).failing(own));
  }

  /** {@code MonoSink}, {@code SynchronousSink}: the publisher hands it to a function. */
  private static boolean isSink(LibraryCall call) {
    return call.owner().startsWith("reactor.core.publisher.") && call.owner().endsWith("Sink");
  }

  /** A sink or promise that a function was given fails what the function is run for. */
  private static boolean isMadeHere(Value promise) {
    return !promise.alternatives().isEmpty() || !promise.failures().isEmpty();
  }

  private Value kept(Flow flow, Value receiver) {
    if (flow.node() != null && flow.node().receiver() != null) {
      library.write(flow.node().receiver(), receiver);
    }
    return types.isCarrier(flow.call().returnType().erasure())
        ? receiver
        : Value.unknown(Dependence.NONE);
  }

  /** What it completes with, once it is known, takes the place of the promise itself. */
  private Value withoutPromise(Value value) {
    Value kept = Value.NOTHING.withData(value.data()).failing(value.failures());
    for (Known known : value.alternatives()) {
      boolean promise =
          known.equals(Known.Something.PRESENT)
              || (known instanceof Known.Instance object && types.isCarrier(object.type()));
      kept = promise || known.equals(Constant.NULL) ? kept : kept.join(Value.of(known));
    }
    return kept.withData(value.data());
  }
}
