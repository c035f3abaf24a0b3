package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.LocalSymbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one point of a body: values of variables and of access paths, the conditions
 * that led here, and the catch clause around it. Mutable; copied where control forks.
 */
final class State {
  /** Key of {@code this}. */
  static final Object SELF = new Object();

  /** Key of the answer that the framework's response object holds so far. */
  static final Object ANSWER = new Object();

  /** A response to which nothing was done. */
  static final Value UNTOUCHED = Value.of(new Known.Instance("#answer", Map.of()));

  private final Map<Object, Value> values;
  private Condition condition;
  private @Nullable Handling handling;

  State() {
    this(new HashMap<>(), Condition.NONE, null);
  }

  private State(Map<Object, Value> values, Condition condition, @Nullable Handling handling) {
    this.values = values;
    this.condition = condition;
    this.handling = handling;
  }

  State copy() {
    return new State(new HashMap<>(values), condition, handling);
  }

  @Nullable Value get(Object key) {
    return values.get(key);
  }

  void set(Object key, Value value) {
    values.put(key, value);
  }

  /** Knows of that key what {@code other} knows. */
  void take(Object key, State other) {
    Value value = other.values.get(key);
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  /** Forgets what is known of paths that start at {@code root}. */
  @SuppressWarnings("ReferenceEquality" /* the variable itself */)
  void forget(Object root) {
    values.keySet().removeIf(key -> key instanceof Path path && path.root() == root);
  }

  /** The local variables, sorted by place and name. */
  List<LocalSymbol> locals() {
    List<LocalSymbol> locals = new ArrayList<>();
    for (Object key : values.keySet()) {
      if (key instanceof LocalSymbol local) {
        locals.add(local);
      }
    }
    locals.sort(Comparator.comparing(LocalSymbol::position).thenComparing(LocalSymbol::name));
    return locals;
  }

  Condition condition() {
    return condition;
  }

  void condition(Condition changed) {
    condition = changed;
  }

  @Nullable Handling handling() {
    return handling;
  }

  void handling(@Nullable Handling changed) {
    handling = changed;
  }

  /**
   * Where two ways meet. If both can be taken, what is known of only one of them is forgotten for
   * paths, and kept for variables (one that is not set on the other way is not read after it).
   */
  static @Nullable State join(@Nullable State a, @Nullable State b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Map<Object, Value> joined = new HashMap<>();
    a.values.forEach(
        (key, value) -> {
          Value other = b.values.get(key);
          if (other != null || key == ANSWER) {
            joined.put(key, value.join(other == null ? UNTOUCHED : other));
          } else if (!(key instanceof Path)) {
            joined.put(key, value);
          }
        });
    b.values.forEach(
        (key, value) -> {
          if (!(key instanceof Path)) {
            joined.putIfAbsent(key, key == ANSWER ? value.join(UNTOUCHED) : value);
          }
        });
    return new State(joined, Condition.join(a.condition, b.condition), a.handling);
  }

  /**
   * Notes that a variable that is null here and is not on the way that found something is absent by
   * what was looked for.
   */
  static void searched(@Nullable State nothing, @Nullable State found, Dependence by) {
    if (nothing == null || found == null || by.isNone()) {
      return;
    }
    found.values.forEach(
        (key, value) -> {
          Value unset = nothing.values.get(key);
          if (key instanceof LocalSymbol && unset != null && unset.isNull() && !value.isNull()) {
            nothing.values.put(key, unset.absentBy(by));
          }
        });
  }

  /**
   * A chain of field reads and getters from a variable or from {@code this}.
   *
   * @param root a {@link LocalSymbol} or {@link #SELF}
   * @param steps {@code .name} for fields, {@code .name()} for calls
   */
  record Path(Object root, String steps) {}

  /** The catch clause that control is in. */
  record Handling(Place place, String caughtType, Value exception) {}
}
