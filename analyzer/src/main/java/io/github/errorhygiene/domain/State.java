package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one point of a body: values of variables and of access paths, the conditions
 * that led here, and the catch clause around it. Mutable; copied where control forks.
 */
public final class State {
  /** Key of {@code this}. */
  public static final Object SELF = new Object();

  /** Key of the answer that the framework's response object holds so far. */
  public static final Object ANSWER = new Object();

  /** Key of what a method returns. */
  public static final Object RESULT = new Object();

  /** A response to which nothing was done. */
  public static final Value UNTOUCHED = Value.of(new Known.Instance("#answer", Map.of()));

  private final Map<Object, Value> values;
  private final Map<Object, Expr> sources;

  /** What is null here: of what is below it anything may be said. */
  private final Set<Object> nulls;

  private Implied implied;
  private Condition condition;
  private @Nullable Handling handling;

  /** Nothing is known, and nothing led here. */
  public State() {
    this(new HashMap<>(), new HashMap<>(), new HashSet<>(), Implied.NOTHING, Condition.NONE, null);
  }

  private State(
      Map<Object, Value> values,
      Map<Object, Expr> sources,
      Set<Object> nulls,
      Implied implied,
      Condition condition,
      @Nullable Handling handling) {
    this.values = values;
    this.sources = sources;
    this.nulls = nulls;
    this.implied = implied;
    this.condition = condition;
    this.handling = handling;
  }

  /** The same, to go another way. */
  public State copy() {
    return new State(
        new HashMap<>(values),
        new HashMap<>(sources),
        new HashSet<>(nulls),
        implied,
        condition,
        handling);
  }

  /** What it holds; null if nothing is known of it. */
  public @Nullable Value get(Object key) {
    return values.get(key);
  }

  /** From here on it holds that. */
  public void set(Object key, Value value) {
    values.put(key, value);
    nulls.remove(key);
  }

  /** What the key stands for is null here. */
  public void isNull(Object key) {
    nulls.add(key);
  }

  /** Whether the path leads through what is null here, so that nobody takes it. */
  private boolean isCutOff(Path path) {
    for (Object key = path.target(); ; key = ((Path) key).target()) {
      if (nulls.contains(key)) {
        return true;
      }
      if (!(key instanceof Path)) {
        return false;
      }
    }
  }

  /** Knows all that another state, of the same moment, knows. */
  public void learn(State other) {
    values.putAll(other.values);
  }

  /** Knows of that key what {@code other} knows. */
  public void take(Object key, State other) {
    Value value = other.values.get(key);
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  /** Forgets what is known of paths that start at {@code root}. */
  public void forget(Object root) {
    for (Iterator<Object> keys = values.keySet().iterator(); keys.hasNext(); ) {
      if (keys.next() instanceof Path path && path.mentions(root)) {
        keys.remove();
      }
    }
    sources.remove(root);
    implied = implied.without(root);
    nulls.removeIf(key -> key.equals(root) || (key instanceof Path path && path.mentions(root)));
  }

  /** The keys of what is known, in no order. */
  public Set<Object> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Notes the expression that a variable was set from, which says the same as long as it is. */
  public void source(LocalSymbol variable, Expr expression) {
    sources.put(variable, expression);
  }

  /** The expression that a variable was set from; null if that is not known. */
  public @Nullable Expr source(Object variable) {
    return sources.get(variable);
  }

  /** The variables of which it is known what they were set from, in no order. */
  public Set<Object> sourced() {
    return Collections.unmodifiableSet(sources.keySet());
  }

  /** The local variables, sorted by place and name. */
  public List<LocalSymbol> locals() {
    List<LocalSymbol> locals = new ArrayList<>();
    for (Object key : values.keySet()) {
      if (key instanceof LocalSymbol local) {
        locals.add(local);
      }
    }
    locals.sort(Comparator.comparing(LocalSymbol::position).thenComparing(LocalSymbol::name));
    return locals;
  }

  /** What is sure as soon as it turns out how something is. */
  public Implied implied() {
    return implied;
  }

  /** Something else is. */
  public void implied(Implied changed) {
    implied = changed;
  }

  /** What decides that control comes here. */
  public Condition condition() {
    return condition;
  }

  /** From here on that decides. */
  public void condition(Condition changed) {
    condition = changed;
  }

  /** The catch clause around this point; null if there is none. */
  public @Nullable Handling handling() {
    return handling;
  }

  /** From here on that catch clause is around. */
  public void handling(@Nullable Handling changed) {
    handling = changed;
  }

  /**
   * Where two ways meet. If both can be taken, what is known of only one of them is forgotten for
   * paths (unless they lead through what is null on the other), and kept for variables (one that is
   * not set on the other way is not read after it).
   */
  @SuppressWarnings("ReferenceEquality" /* the expression at its place */)
  public static @Nullable State join(@Nullable State a, @Nullable State b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Map<Object, Value> joined = new HashMap<>();
    a.values.forEach((key, value) -> keep(joined, key, value, b.values.get(key), a, b));
    b.values.forEach(
        (key, value) -> {
          if (!a.values.containsKey(key)) {
            keep(joined, key, value, null, b, a);
          }
        });
    Map<Object, Expr> sources = new HashMap<>(a.sources);
    sources.keySet().removeIf(key -> a.sources.get(key) != b.sources.get(key));
    Set<Object> nulls = new HashSet<>(a.nulls);
    nulls.retainAll(b.nulls);
    @Nullable Handling handling = Objects.equals(a.handling, b.handling) ? a.handling : null;
    State met =
        new State(
            joined,
            sources,
            nulls,
            Implied.NOTHING,
            Condition.join(a.condition, b.condition),
            handling);
    met.implied = Implied.join(a, b, met);
    return met;
  }

  /**
   * Keeps what is known where two ways meet. Of what is null on the other way, and of what is below
   * it, anything may be promised.
   */
  private static void keep(
      Map<Object, Value> joined,
      Object key,
      Value value,
      @Nullable Value other,
      State here,
      State there) {
    if (other == null && key == ANSWER) {
      joined.put(key, value.join(UNTOUCHED));
    } else if (other != null) {
      Value one = here.nulls.contains(key) ? value.promising(other.data().promises()) : value;
      Value two = there.nulls.contains(key) ? other.promising(value.data().promises()) : other;
      joined.put(key, one.join(two));
    } else if (!(key instanceof Path path) || there.isCutOff(path)) {
      joined.put(key, value);
    } else if (there.nulls.contains(key)) {
      joined.put(key, Value.unknown(Dependence.NONE).promising(value.data().promises()));
    }
  }

  /**
   * Notes that a variable that is null here and is not on the way that found something is absent by
   * what was looked for.
   */
  public static void searched(@Nullable State nothing, @Nullable State found, Dependence by) {
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

  /** The catch clause that control is in. */
  public record Handling(Place place, String caughtType, Value exception) {}
}
