package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Coarse;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Summaries by method and abstract arguments, computed on demand.
 *
 * <p>A call that is met again while it is being evaluated gets the summary as it is so far; the
 * outermost such call is then evaluated again until nothing inside it changes: the least fixed
 * point over what calls each other. What only ever comes back to itself by another object goes to
 * code that is not there, such as the class that is generated for what a decorator is around:
 * anything may come of it.
 */
final class Summaries {
  /** Most argument lists that are told apart for one method. */
  private static final int MOST_CONTEXTS = 24;

  /** The same where nearly all code is called in many ways: layers of which each has several. */
  private static final int MOST_CONTEXTS_IN_A_CROWD = 4;

  /** Summaries from which on, and for each code on average, it is a crowd. */
  private static final int CROWD = 20_000;

  private static final int CROWD_OF_EACH = 12;

  /** Most nested evaluations of the same code that are told apart: recursion over what grows. */
  private static final int MOST_NESTED = 6;

  /** Rounds after which an iteration is given up; each round only adds, so this is a safety net. */
  private static final int MOST_ROUNDS = 12;

  private final Engine engine;
  private final Map<Key, Entry> entries = new HashMap<>();
  private final Map<Object, Integer> contexts = new HashMap<>();
  private final Map<Object, Integer> decisiveContexts = new HashMap<>();
  private final Map<Object, Integer> nesting = new HashMap<>();

  /** What stands for a lambda in a key: nodes are compared by what they say. */
  private final Map<Expr, Object> lambdas = new IdentityHashMap<>();

  private final Deque<Entry> active = new ArrayDeque<>();
  private final Deque<Entry> unfinished = new ArrayDeque<>();
  private int round;
  private int rounds;
  private boolean changed;
  private boolean settingUp;

  /** What is evaluated outermost was handed an exception: it answers it. */
  private boolean answering;

  Summaries(Engine engine) {
    this.engine = engine;
  }

  /**
   * What is evaluated with what.
   *
   * @param code a method, or what stands for a lambda
   * @param captured the variables whose values come before the arguments
   */
  private record Key(
      Object code, List<LocalSymbol> captured, Value self, List<Value> arguments, int hash) {
    Key(Object code, List<LocalSymbol> captured, Value self, List<Value> arguments) {
      this(code, captured, self, arguments, Objects.hash(code, captured, self, arguments));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Key that
              && hash == that.hash
              && code.equals(that.code)
              && self.equals(that.self)
              && arguments.equals(that.arguments)
              && captured.equals(that.captured));
    }

    /** Kept: a key is looked up several times, and its values are many. */
    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** Evaluates code. */
  private interface Run {
    Frame with(Value self, List<Value> arguments);
  }

  private static final class Entry {
    final Summary summary;

    /** Final: nothing that it rests on can change any more. */
    boolean done;

    /** Being evaluated. */
    boolean active;

    /** Met again while being evaluated. */
    boolean recursive;

    /** Met again as a method of another object. */
    boolean delegates;

    /** The round in which it was evaluated last. */
    int evaluatedIn = -1;

    /** Depth in the stack of active entries. */
    int index;

    /** The least index of an active entry that its summary rests on. */
    int lowest;

    final Run run;

    /** The very key that it is kept under, which is found faster than one that says the same. */
    final Key key;

    Entry(Key key, @Nullable MethodSymbol method, Run run) {
      this.key = key;
      this.summary = new Summary(method);
      this.run = run;
    }
  }

  Summary of(MethodSymbol method, Value self, List<Value> arguments) {
    Entry entry = entry(method, self, arguments);
    return of(entry.key, entry, method);
  }

  /** The same, called by another object. */
  Summary ofOther(MethodSymbol method, Value self, List<Value> arguments) {
    Entry entry = entry(method, self, arguments);
    entry.delegates |= entry.active;
    return of(entry.key, entry, method);
  }

  private Entry entry(MethodSymbol method, Value self, List<Value> arguments) {
    Key key = key(method, List.of(), self, arguments);
    Entry known = entries.get(key);
    if (known == null) {
      known = new Entry(key, method, (object, values) -> engine.evaluate(method, object, values));
      entries.put(key, known);
    }
    return known;
  }

  /** A method with what is around it. */
  private record Proxied(MethodSymbol method, List<Around> around) {}

  Summary of(Known.Proceed call) {
    MethodSymbol method = call.method();
    Proxied code = new Proxied(method, call.around());
    Key key = key(code, List.of(), call.self(), call.arguments());
    Entry known = entries.get(key);
    if (known == null) {
      known = new Entry(key, method, (object, values) -> engine.evaluate(call, object, values));
      entries.put(key, known);
    }
    return of(key, known, method);
  }

  Summary of(Function function, List<Value> arguments) {
    Object code = lambdas.computeIfAbsent(function.node(), node -> new Object());
    List<LocalSymbol> variables = List.copyOf(function.captured().keySet());
    List<Value> values = new ArrayList<>(function.captured().values());
    values.addAll(arguments);
    Key key = key(code, variables, function.self(), values);
    Entry known = entries.get(key);
    if (known == null) {
      known =
          new Entry(key, null, (object, all) -> engine.evaluate(function, variables, object, all));
      entries.put(key, known);
    }
    return of(key, known, null);
  }

  private Summary of(Key key, Entry entry, @Nullable MethodSymbol method) {
    if (entry.done) {
      return entry.summary;
    }
    if (entry.active) {
      entry.recursive = true;
      restOn(entry.index);
      return entry.summary;
    }
    if (entry.evaluatedIn != round) {
      if (!engine.enter()) {
        return Summary.unknown(method);
      }
      evaluate(key, entry);
      engine.leave();
    }
    if (!entry.done) {
      restOn(entry.lowest);
    }
    return entry.summary;
  }

  /** What is being evaluated rests on the unfinished summary of an active entry. */
  private void restOn(int index) {
    Entry caller = active.peek();
    if (caller != null) {
      caller.lowest = Math.min(caller.lowest, index);
    }
  }

  private void evaluate(Key key, Entry entry) {
    int unfinishedBefore = unfinished.size();
    entry.active = true;
    nesting.merge(key.code(), 1, Integer::sum);
    answering = isAnswering(key.arguments());
    entry.index = active.size();
    entry.lowest = entry.index;
    active.push(entry);
    boolean changedInside = changed;
    int roundOutside = round;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      changed = false;
      run(key, entry);
      entry.evaluatedIn = round;
      changedInside |= changed;
      boolean outermost = entry.lowest == entry.index;
      boolean endless = entry.delegates && entry.summary.neverReturns();
      if (!outermost || !entry.recursive || (!changed && !endless)) {
        break;
      }
      if (!changed) {
        entry.summary.giveUp(Calls.join(key.arguments()));
      }
      round = ++rounds;
    }
    round = roundOutside;
    changed = changedInside;
    active.pop();
    entry.active = false;
    nesting.merge(key.code(), -1, Integer::sum);
    unfinished.push(entry);
    if (entry.lowest == entry.index) {
      while (unfinished.size() > unfinishedBefore) {
        Entry finished = unfinished.pop();
        finished.done = true;
        finished.summary.finish();
      }
    }
  }

  private void run(Key key, Entry entry) {
    Frame frame = entry.run.with(key.self(), key.arguments());
    State exit = frame.exit();
    Value self = exit == null ? Value.NOTHING : orNothing(exit.get(State.SELF));
    Value answer = exit == null ? Value.NOTHING : orNothing(exit.get(State.ANSWER));
    for (LocalSymbol variable : key.captured()) {
      Value left = exit == null ? Value.NOTHING : orNothing(exit.get(variable));
      changed |= entry.summary.leave(variable, left.cut(3));
    }
    changed |= entry.summary.leave(frame.exits());
    changed |= entry.summary.register(frame.registered());
    changed |= entry.summary.noted().all(frame.noted());
    changed |= entry.summary.change(GivenObjects.changed(frame, key.arguments()));
    changed |= frame.exit() != null && entry.summary.establish(Establishing.by(frame));
    changed |=
        entry.summary.grow(
            frame.returned().cut(4),
            self.cut(4),
            answer.cut(3),
            frame.passedOn().cut(3),
            frame.logs(),
            frame.late().leaving(frame.thrown()));
  }

  private static Value orNothing(@Nullable Value value) {
    return value == null ? Value.NOTHING : value;
  }

  /**
   * What constructors put into fields is what exceptions and answers are told apart by; helpers
   * that set a framework up are called once for each route, those of handlers of exceptions for
   * each exception.
   */
  private static int mostContexts(int most, Object code, boolean many, List<Value> arguments) {
    boolean constructs = code instanceof MethodSymbol method && method.isConstructor();
    boolean handles = arguments.stream().anyMatch(Summaries::isException);
    return constructs || many || handles ? 10 * most : most;
  }

  /**
   * Without a bound of the whole such a service takes many minutes. Those who answer failures are
   * few, and asked last: which failure it is decides what they answer.
   */
  private boolean isCrowd(List<Value> arguments) {
    return !isAnswering(arguments)
        && entries.size() > Math.max(CROWD, CROWD_OF_EACH * contexts.size());
  }

  private boolean isAnswering(List<Value> arguments) {
    return active.isEmpty() ? arguments.stream().anyMatch(Summaries::isException) : answering;
  }

  /** It is one that was thrown, or one that was made of it. */
  private static boolean isException(Value value) {
    if (value.alternatives().size() != 1) {
      return false;
    }
    Known only = value.alternatives().iterator().next();
    return only instanceof Known.Caught
        || (only instanceof Known.Instance instance && Coarse.wrapsFailure(instance));
  }

  /** From now on, or no longer, code is evaluated that sets a framework up. */
  void settingUp(boolean on) {
    settingUp = on;
  }

  /** The more of the same code is being evaluated, the less its arguments are told apart. */
  private Key key(Object code, List<LocalSymbol> captured, Value self, List<Value> arguments) {
    int nested = nesting.getOrDefault(code, 0);
    Value keptSelf = self.cut(3);
    List<Value> kept = arguments.stream().map(value -> value.cut(3)).toList();
    Key exact = new Key(code, captured, keptSelf, kept);
    Entry known = entries.get(exact);
    if (known != null) {
      return known.key;
    }
    boolean crowd = isCrowd(kept);
    int most = crowd ? MOST_CONTEXTS_IN_A_CROWD : MOST_CONTEXTS;
    int exactly = mostContexts(most, code, settingUp, kept);
    if (nested < MOST_NESTED && contexts.merge(code, 1, Integer::sum) <= exactly) {
      return exact;
    }
    boolean constructs = code instanceof MethodSymbol method && method.isConstructor();
    Value coarse = constructs ? keptSelf : Coarse.receiver(keptSelf);
    Key decisive = new Key(code, captured, coarse, kept.stream().map(Value::decisive).toList());
    if (entries.containsKey(decisive)
        || (kept.stream().anyMatch(Summaries::isException) && !crowd && nested < MOST_NESTED)
        || (nested < MOST_NESTED && decisiveContexts.merge(code, 1, Integer::sum) <= most)) {
      return decisive;
    }
    if (nested >= 2 * MOST_NESTED) {
      return new Key(code, captured, coarse, kept.stream().map(Value::blank).toList());
    }
    return crowd
        ? new Key(
            code,
            captured,
            constructs ? coarse : Coarse.faintReceiver(coarse),
            kept.stream().map(Coarse::faint).toList())
        : new Key(code, captured, coarse, kept.stream().map(Value::general).toList());
  }
}
