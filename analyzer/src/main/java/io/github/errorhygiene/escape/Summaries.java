package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.MethodSymbol;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Summaries by method and abstract arguments, computed on demand.
 *
 * <p>A call that is met again while it is being evaluated gets the summary as it is so far; the
 * outermost such call is then evaluated again until nothing inside it changes: the least fixed
 * point over what calls each other.
 */
final class Summaries {
  /** Most argument lists that are told apart for one method. */
  private static final int MOST_CONTEXTS = 24;

  /** Rounds after which an iteration is given up; each round only adds, so this is a safety net. */
  private static final int MOST_ROUNDS = 12;

  private final Engine engine;
  private final Map<Key, Entry> entries = new HashMap<>();
  private final Map<MethodSymbol, Integer> contexts = new HashMap<>();
  private final Deque<Entry> active = new ArrayDeque<>();
  private final Deque<Entry> unfinished = new ArrayDeque<>();
  private int round;
  private boolean changed;

  Summaries(Engine engine) {
    this.engine = engine;
  }

  private record Key(MethodSymbol method, Value self, List<Value> arguments) {}

  private static final class Entry {
    final Summary summary;

    /** Final: nothing that it rests on can change any more. */
    boolean done;

    /** Being evaluated. */
    boolean active;

    /** Met again while being evaluated. */
    boolean recursive;

    /** The round in which it was evaluated last. */
    int evaluatedIn = -1;

    /** Depth in the stack of active entries. */
    int index;

    /** The least index of an active entry that its summary rests on. */
    int lowest;

    Entry(MethodSymbol method) {
      this.summary = new Summary(method);
    }
  }

  Summary of(MethodSymbol method, Value self, List<Value> arguments) {
    Key key = key(method, self, arguments);
    Entry entry = entries.computeIfAbsent(key, k -> new Entry(method));
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
    entry.index = active.size();
    entry.lowest = entry.index;
    active.push(entry);
    boolean changedInside = changed;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      changed = false;
      run(key, entry);
      entry.evaluatedIn = round;
      changedInside |= changed;
      boolean outermost = entry.lowest == entry.index;
      if (!outermost || !entry.recursive || !changed) {
        break;
      }
      round++;
    }
    changed = changedInside;
    active.pop();
    entry.active = false;
    unfinished.push(entry);
    if (entry.lowest == entry.index) {
      while (unfinished.size() > unfinishedBefore) {
        unfinished.pop().done = true;
      }
    }
  }

  private void run(Key key, Entry entry) {
    Frame frame = engine.evaluate(key.method(), key.self(), key.arguments());
    State exit = frame.exit();
    Value self = exit == null ? Value.NOTHING : orNothing(exit.get(State.SELF));
    Value answer = exit == null ? Value.NOTHING : orNothing(exit.get(State.ANSWER));
    changed |=
        entry.summary.grow(
            frame.returned().cut(4),
            self.cut(4),
            answer.cut(3),
            frame.passedOn().cut(3),
            frame.logsException(),
            frame.thrown());
  }

  private static Value orNothing(@Nullable Value value) {
    return value == null ? Value.NOTHING : value;
  }

  private Key key(MethodSymbol method, Value self, List<Value> arguments) {
    Value keptSelf = self.cut(3);
    List<Value> kept = arguments.stream().map(value -> value.cut(3)).toList();
    Key exact = new Key(method, keptSelf, kept);
    if (entries.containsKey(exact)) {
      return exact;
    }
    if (contexts.merge(method, 1, Integer::sum) <= MOST_CONTEXTS) {
      return exact;
    }
    Value coarseSelf = method.isConstructor() ? keptSelf : keptSelf.general();
    return new Key(method, coarseSelf, kept.stream().map(Value::general).toList());
  }
}
