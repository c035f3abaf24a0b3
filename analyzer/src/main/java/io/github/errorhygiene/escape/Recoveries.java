package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.escape.Carriers.Flow;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evaluates what is done about the failures of a future or publisher: its catch clauses. */
final class Recoveries {
  /** Type of what stands for a carrier of which some failures are chosen. */
  private static final String SELECTION = "#selection";

  private static final String UPSTREAM = "#upstream";
  private static final String CHOICE = "#choice";

  /** What deals with chosen failures. */
  static final Set<Runs> DEALING = EnumSet.of(Runs.RECOVERS, Runs.TRANSLATES, Runs.OBSERVES);

  private static final String THROWABLE = "java.lang.Throwable";

  private final Engine engine;
  private final Frame frame;
  private final LibraryFunctions functions;

  Recoveries(Engine engine, Frame frame, LibraryFunctions functions) {
    this.engine = engine;
    this.frame = frame;
    this.functions = functions;
  }

  /**
   * What an operator deals with.
   *
   * @param taken the failures that it takes, or may take
   * @param left those that go on
   * @param type of the exceptions that it asks for
   */
  private record Split(Value upstream, List<Escape> taken, Failures left, String type) {}

  Value run(Flow flow, @Nullable String wrapper) {
    Runs runs = flow.runs();
    if (runs == Runs.SELECTS) {
      return select(flow.call());
    }
    Split split = split(flow);
    State before = frame.state();
    if (before == null) {
      return Value.NOTHING;
    }
    frame.openTry();
    Logs logged = frame.openLog();
    Value result =
        runs == Runs.TRANSLATES
            ? translate(flow, split)
            : runs == Runs.OBSERVES ? observe(flow, split) : recover(flow, split);
    Failures own = Failures.of(frame.closeTry());
    boolean logs = frame.closeLog(logged).has(Logs.Line.EXCEPTION) && runs == Runs.OBSERVES;
    State after = after(runs, split, before);
    if (after != null) {
      after.condition(before.condition());
      after.handling(before.handling());
    }
    frame.state(after);
    Failures all = result.failures().and(own).map(escape -> logs ? escape.logged() : escape);
    return result.failingOnly(
        wrapper == null ? all : all.map(e -> e.type().equals(wrapper) ? e : e.wrappedIn(wrapper)));
  }

  /**
   * Functions that certainly run leave what they did; those that certainly do not leave nothing.
   */
  private @Nullable State after(@Nullable Runs runs, Split split, State before) {
    Value upstream = split.upstream();
    boolean never =
        upstream.failures().isEmpty() && !upstream.open() && !upstream.alternatives().isEmpty();
    boolean always =
        runs == Runs.RECOVERS
            && upstream.completesNever()
            && split.left().isEmpty()
            && !split.taken().isEmpty();
    return never ? before : always ? frame.state() : State.join(before, frame.state());
  }

  private static Value select(LibraryCall call) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(UPSTREAM, call.receiver());
    if (!call.arguments().isEmpty()) {
      fields.put(CHOICE, call.argument(0));
    }
    return Value.of(new Instance(SELECTION, fields)).withData(call.receiver().data());
  }

  /** The future or publisher behind a choice of its failures. */
  static Value upstream(Value value) {
    Value behind = value.field(UPSTREAM);
    return behind.isNothing() ? value : behind;
  }

  /** What a call is about: its receiver, of a static method the first argument. */
  static Value receiver(LibraryCall call) {
    boolean isStatic = call.method() != null && call.method().isStatic();
    return isStatic && !call.arguments().isEmpty() ? call.argument(0) : call.receiver();
  }

  private Split split(Flow flow) {
    Value receiver = receiver(flow.call());
    Value upstream = upstream(receiver);
    Value choice = receiver.field(CHOICE);
    int index = choiceIndex(flow.call());
    if (choice.isNothing() && index >= 0) {
      choice = flow.call().argument(index);
    }
    List<Escape> taken = new ArrayList<>();
    SortedMap<Escape, Via> left = new TreeMap<>(upstream.failures().ways());
    for (Escape escape : upstream.failures().escapes()) {
      Certainty takes = takes(choice, escape);
      if (takes != Certainty.NO) {
        taken.add(escape);
      }
      if (takes == Certainty.YES) {
        left.remove(escape);
      }
    }
    String type = asked(choice);
    return new Split(upstream, taken, Failures.of(left), type == null ? THROWABLE : type);
  }

  /** Index of the argument that is a class or a question; -1 if all failures are meant. */
  private int choiceIndex(LibraryCall call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (asked(call.argument(i)) != null || isQuestion(call, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The class that a class literal names; null if the value is none. */
  static @Nullable String asked(Value value) {
    return value.constant() instanceof Type type && !type.arguments().isEmpty()
        ? type.arguments().get(0).erasure()
        : null;
  }

  private boolean isQuestion(LibraryCall call, int index) {
    MethodSymbol only = functions.only(call, index);
    return only != null && only.returnType().erasure().equals("boolean");
  }

  /** Whether a retry, of which the policy may say what it is for, deals with a failure. */
  boolean retries(LibraryCall call, Escape escape) {
    Value policy = call.argument(0).field(CHOICE);
    return policy.isNothing() || takes(policy, escape) != Certainty.NO;
  }

  private Certainty takes(Value choice, Escape escape) {
    if (choice.isNothing()) {
      return Certainty.YES;
    }
    String type = asked(choice);
    if (type != null) {
      return engine.exceptions().catches(type, escape);
    }
    if (choice.functions().isEmpty()) {
      return Certainty.UNKNOWN;
    }
    Value answer = functions.invoke(choice, List.of(Value.of(new Caught(escape))));
    return answer.constant() instanceof Boolean takes ? Certainty.of(takes) : Certainty.UNKNOWN;
  }

  private Value recover(Flow flow, Split split) {
    LibraryCall call = flow.call();
    boolean both = false;
    boolean says = false;
    Value recovered = Value.NOTHING;
    int choice = choiceIndex(call);
    for (int i = first(call); i < call.arguments().size(); i++) {
      if (i == choice) {
        continue;
      }
      says = true;
      both |=
          functions.isFunction(call, i) && (takesBoth(call, i) || functions.takesCarrier(call, i));
      recovered = recovered.join(recovered(flow, i, split));
    }
    if (both) {
      return recovered;
    }
    if (!says && !split.taken().isEmpty()) {
      return emptied(flow, split);
    }
    return split.upstream().join(recovered).failingOnly(split.left().and(recovered.failures()));
  }

  /** It completes without a value instead of failing. */
  private Value emptied(Flow flow, Split split) {
    Value upstream = split.upstream();
    Value nothing = Answers.caughtBy(handling(flow, split), Logs.NOTHING, Value.NULL);
    Value value = upstream.completesNever() ? nothing : upstream.join(nothing);
    Dependence absence = upstream.absence().and(causes(split.taken()));
    return value.absentBy(absence).failingOnly(split.left());
  }

  private static int first(LibraryCall call) {
    return call.method() != null && call.method().isStatic() ? 1 : 0;
  }

  private Value recovered(Flow flow, int index, Split split) {
    LibraryCall call = flow.call();
    if (!functions.isFunction(call, index)) {
      return call.argument(index).functions().isEmpty() && isScheduler(call, index)
          ? Value.NOTHING
          : Answers.caughtBy(handling(flow, split), frame.logs(), call.argument(index));
    }
    if (functions.takesCarrier(call, index)) {
      return told(flow, index, split);
    }
    Value normal = takesBoth(call, index) ? succeeded(flow, index, split) : Value.NOTHING;
    Value failed = failed(flow, index, split);
    return normal.join(Answers.caughtBy(handling(flow, split), frame.logs(), failed));
  }

  /** An executor, a duration: nothing to complete with. */
  private static boolean isScheduler(LibraryCall call, int index) {
    String type = call.erasures().size() > index ? call.erasures().get(index) : "";
    return type.startsWith("java.util.concurrent.Executor");
  }

  private Value succeeded(Flow flow, int index, Split split) {
    State before = frame.state();
    if (before == null || split.upstream().completesNever()) {
      return Value.NOTHING;
    }
    frame.state(before.copy());
    Value item = split.upstream().completed();
    Value result = functions.invoke(flow.call(), index, List.of(item, Value.NULL), flow.here());
    frame.state(State.join(before, frame.state()));
    return result;
  }

  private Value failed(Flow flow, int index, Split split) {
    State before = frame.state();
    if (before == null) {
      return Value.NOTHING;
    }
    State inside = before.copy();
    inside.condition(before.condition().inside(deciding(split), absence(split.taken())));
    frame.state(inside);
    Value exception = Tries.exception(split.taken());
    List<Value> given =
        takesBoth(flow.call(), index) ? List.of(Value.NULL, exception) : List.of(exception);
    Value result = functions.invoke(flow.call(), index, given, flow.here());
    State after = State.join(before, frame.state());
    if (after != null) {
      after.condition(before.condition());
    }
    frame.state(after);
    return result;
  }

  /** What decides whether the function runs; if nothing is known to fail, something unknown. */
  private static Dependence deciding(Split split) {
    return split.taken().isEmpty() ? Dependence.UNKNOWN : causes(split.taken());
  }

  private static boolean absence(List<Escape> taken) {
    return taken.stream().anyMatch(Escape::absence);
  }

  private static Dependence causes(List<Escape> taken) {
    Dependence on = Dependence.NONE;
    for (Escape escape : taken) {
      on = on.and(Dependence.of(escape.cause()));
    }
    return on;
  }

  /** What the failures depend on. */
  static Dependence causes(Failures failures) {
    return causes(List.copyOf(failures.escapes()));
  }

  private boolean takesBoth(LibraryCall call, int index) {
    MethodSymbol only = functions.only(call, index);
    return only != null && only.parameterTypes().size() == 2;
  }

  private State.Handling handling(Flow flow, Split split) {
    List<Escape> taken = split.taken().stream().map(Carriers::unwrapped).toList();
    return new State.Handling(flow.here().place(), split.type(), Tries.exception(taken));
  }

  private Value translate(Flow flow, Split split) {
    LibraryCall call = flow.call();
    int choice = choiceIndex(call);
    boolean known = false;
    for (int i = first(call); i < call.arguments().size(); i++) {
      if (i != choice && (!split.taken().isEmpty() || split.upstream().open())) {
        known |= raised(flow, i, split);
      }
    }
    Failures kept = known ? split.left() : split.upstream().failures();
    return split.upstream().failingOnly(kept);
  }

  /** Raises the exceptions that a function makes of the failures; false if it is not known. */
  private boolean raised(Flow flow, int index, Split split) {
    LibraryCall call = flow.call();
    Value made =
        functions.isFunction(call, index) ? failed(flow, index, split) : call.argument(index);
    if (made.escapes().isEmpty() && made.instances().isEmpty()) {
      return made.isNothing();
    }
    State before = frame.state();
    if (before != null) {
      State inside = before.copy();
      inside.condition(before.condition().inside(deciding(split), absence(split.taken())));
      frame.state(inside);
      Throws.raise(frame, made, THROWABLE, flow.here());
      frame.state(before);
    }
    return true;
  }

  /** It stays as it is; what the functions throw comes to it. */
  private Value observe(Flow flow, Split split) {
    LibraryCall call = flow.call();
    int choice = choiceIndex(call);
    for (int i = first(call); i < call.arguments().size(); i++) {
      if (i == choice || !functions.isFunction(call, i)) {
        continue;
      }
      Value ignored =
          functions.takesCarrier(call, i) ? told(flow, i, split) : watched(flow, i, split);
    }
    return split.upstream();
  }

  private Value watched(Flow flow, int index, Split split) {
    Value normal = takesBoth(flow.call(), index) ? succeeded(flow, index, split) : Value.NOTHING;
    return normal.join(failed(flow, index, split));
  }

  /** A handler that is given the result as a whole, once as it succeeded and once as it failed. */
  private Value told(Flow flow, int index, Split split) {
    Value upstream = split.upstream();
    Value joined = Value.NOTHING;
    Value item = upstream.completed().sure().absentBy(upstream.absence());
    if (!upstream.completesNever()) {
      joined = told(flow, index, item, Dependence.NONE);
    }
    if (!upstream.failures().isEmpty()) {
      Value failed =
          Value.NOTHING.withData(causes(upstream.failures())).failing(upstream.failures());
      joined = joined.join(told(flow, index, failed, failed.data()));
    }
    return joined;
  }

  private Value told(Flow flow, int index, Value result, Dependence on) {
    State before = frame.state();
    if (before == null) {
      return Value.NOTHING;
    }
    State inside = before.copy();
    inside.condition(before.condition().inside(on, false));
    frame.state(inside);
    Value given = functions.invoke(flow.call(), index, List.of(result), flow.here());
    State after = State.join(before, frame.state());
    if (after != null) {
      after.condition(before.condition());
    }
    frame.state(after);
    return given;
  }
}
