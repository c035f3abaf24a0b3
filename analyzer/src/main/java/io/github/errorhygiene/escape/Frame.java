package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One body being evaluated: where it is, what it may have thrown, returned and done so far. */
final class Frame {
  private final Body body;
  private final String file;
  private final String method;
  private final Deque<SortedMap<Escape, Via>> thrown = new ArrayDeque<>();
  private final Deque<Target> targets = new ArrayDeque<>();
  private Value returned = Value.NOTHING;
  private @Nullable State exit;
  private @Nullable State state;
  private Value passedOn = Value.NOTHING;
  private boolean logsException;

  Frame(Body body, String file, String method, State state) {
    this.body = body;
    this.file = file;
    this.method = method;
    this.state = state;
    thrown.push(new TreeMap<>());
  }

  /** A place that {@code break} or {@code continue} goes to. */
  static final class Target {
    final @Nullable String label;
    final boolean loop;
    @Nullable State broken;
    @Nullable State continued;
    Value yielded = Value.NOTHING;

    Target(@Nullable String label, boolean loop) {
      this.label = label;
      this.loop = loop;
    }
  }

  Body body() {
    return body;
  }

  String method() {
    return method;
  }

  Site site(Position position) {
    return new Site(new Place(file, position.line(), position.column()), method);
  }

  /** Null: control cannot come here. */
  @Nullable State state() {
    return state;
  }

  void state(@Nullable State next) {
    state = next;
  }

  boolean isReachable() {
    return state != null;
  }

  Condition condition() {
    return state == null ? Condition.NONE : state.condition();
  }

  Value get(Object key, Value otherwise) {
    Value value = state == null ? Value.NOTHING : state.get(key);
    return value == null ? otherwise : value;
  }

  void set(Object key, Value value) {
    if (state != null) {
      state.set(key, value);
    }
  }

  void declare(LocalSymbol variable, Value value) {
    if (state != null) {
      state.forget(variable);
      state.set(variable, value);
    }
  }

  void raise(Escape escape, Via via) {
    if (state != null) {
      thrown.element().putIfAbsent(escape, via);
    }
  }

  void raiseAgain(Escape escape, Via via) {
    thrown.element().putIfAbsent(escape, via);
  }

  void openTry() {
    thrown.push(new TreeMap<>());
  }

  SortedMap<Escape, Via> closeTry() {
    return thrown.pop();
  }

  SortedMap<Escape, Via> thrown() {
    return thrown.element();
  }

  void leave(Value value) {
    if (state == null) {
      return;
    }
    returned = returned.join(value);
    exit = State.join(exit, state);
    state = null;
  }

  Value returned() {
    return returned;
  }

  /** The state after normal completion; null if there is none. */
  @Nullable State exit() {
    return exit;
  }

  void passOn() {
    passedOn =
        passedOn.join(
            get(State.ANSWER, Value.of(new Known.Instance("#answer", java.util.Map.of()))));
  }

  void passedOn(Value inCallee) {
    passedOn = passedOn.join(inCallee);
  }

  Value passedOn() {
    return passedOn;
  }

  void logException() {
    logsException = true;
  }

  boolean logsException() {
    return logsException;
  }

  Target open(@Nullable String label, boolean loop) {
    Target target = new Target(label, loop);
    targets.push(target);
    return target;
  }

  void close() {
    targets.pop();
  }

  /** The target of a jump; null if the code is broken. */
  @Nullable Target target(@Nullable String label, boolean loopOnly) {
    for (Target target : targets) {
      boolean meant =
          label == null
              ? target.label == null && (target.loop || !loopOnly)
              : label.equals(target.label);
      if (meant) {
        return target;
      }
    }
    return null;
  }
}
