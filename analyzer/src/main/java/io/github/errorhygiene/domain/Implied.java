package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established.Sure;
import io.github.errorhygiene.domain.State.Path;
import io.github.errorhygiene.program.LocalSymbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sure as soon as it turns out how something is: that a list of errors is empty, that a
 * flag is still set, that a helper has returned null. Where two ways meet on which a variable is
 * not the same, whoever asks for the variable later learns which way was taken. Immutable.
 *
 * <p>What somebody complains of under a condition only ({@code if (type == DAY) if (!isDay(text))
 * errors.add(…)}) counts as sure: who uses it later does so under that condition.
 */
public final class Implied {
  /** Nothing is. */
  public static final Implied NOTHING = new Implied(Map.of(), Set.of());

  /** How something may turn out to be. */
  public enum How {
    TRUE,
    FALSE,
    NULL,
    THERE,
    /** Nothing was put into it; of what tells of complaints: there are none. */
    EMPTY
  }

  /**
   * Something that turns out to be so.
   *
   * @param of a key, see {@link State}
   */
  public record Turn(Object of, How how) {}

  private final Map<Turn, Map<Object, Sure>> facts;

  /** Into what something was put, on whatever way control came here. */
  private final Set<Object> filled;

  private Implied(Map<Turn, Map<Object, Sure>> facts, Set<Object> filled) {
    this.facts = facts;
    this.filled = filled;
  }

  private static Implied of(Map<Turn, Map<Object, Sure>> facts, Set<Object> filled) {
    return facts.isEmpty() && filled.isEmpty() ? NOTHING : new Implied(facts, filled);
  }

  /** All that is, by what turns out. */
  public Map<Turn, Map<Object, Sure>> facts() {
    return facts;
  }

  /** Into what something was put. */
  public Set<Object> filled() {
    return filled;
  }

  /** What is sure if that turns out. */
  public Map<Object, Sure> by(Object of, How how) {
    return facts.getOrDefault(new Turn(of, how), Map.of());
  }

  /** The same where that too is sure if something turns out. */
  public Implied and(Turn turn, Map<Object, Sure> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<Turn, Map<Object, Sure>> all = new HashMap<>(facts);
    all.merge(turn, more, Implied::all);
    return of(all, filled);
  }

  /** The same where something was put into that. */
  public Implied filling(Object key) {
    if (filled.contains(key)) {
      return this;
    }
    Set<Object> all = new HashSet<>(filled);
    all.add(key);
    return of(facts, all);
  }

  /** The same without what is about {@code root}, which has changed. */
  Implied without(Object root) {
    boolean about =
        filled.stream().anyMatch(key -> isAbout(key, root))
            || facts.entrySet().stream()
                .anyMatch(
                    each ->
                        isAbout(each.getKey().of(), root)
                            || each.getValue().keySet().stream().anyMatch(k -> isAbout(k, root)));
    if (!about) {
      return this;
    }
    Map<Turn, Map<Object, Sure>> rest = new HashMap<>();
    facts.forEach(
        (turn, sure) -> {
          Map<Object, Sure> kept = new HashMap<>(sure);
          kept.keySet().removeIf(key -> isAbout(key, root));
          if (!isAbout(turn.of(), root) && !kept.isEmpty()) {
            rest.put(turn, kept);
          }
        });
    Set<Object> still = new HashSet<>(filled);
    still.removeIf(key -> isAbout(key, root));
    return of(rest, still);
  }

  private static boolean isAbout(Object key, Object root) {
    return key.equals(root) || (key instanceof Path path && path.mentions(root));
  }

  /** Where two ways meet. */
  static Implied join(State one, State other, State joined) {
    Set<Object> deciding = deciding(one, other);
    Set<Object> both = new HashSet<>(one.implied().filled);
    both.retainAll(other.implied().filled);
    if (deciding.isEmpty()) {
      return of(Map.of(), both);
    }
    Map<Object, Sure> ofOne = beyond(one, joined);
    Map<Object, Sure> ofOther = beyond(other, joined);
    Map<Turn, Map<Object, Sure>> met = new HashMap<>();
    for (Object key : deciding) {
      for (How how : How.values()) {
        Map<Object, Sure> first = all(one.implied().by(key, how), ofOne);
        Map<Object, Sure> second = all(other.implied().by(key, how), ofOther);
        boolean mayOne = isPossible(one, key, how);
        boolean mayOther = isPossible(other, key, how);
        Map<Object, Sure> sure =
            mayOne && mayOther
                ? all(
                    Established.both(first, second),
                    all(one.implied().by(key, how), other.implied().by(key, how)))
                : mayOne ? first : mayOther ? second : Map.of();
        if (!sure.isEmpty()) {
          Map<Object, Sure> rest = new HashMap<>(sure);
          rest.remove(key);
          met.put(new Turn(key, how), rest);
        }
      }
    }
    return of(met, both);
  }

  /** What may tell the ways apart, now or because it did before. */
  private static Set<Object> deciding(State one, State other) {
    Set<Object> deciding = new HashSet<>();
    for (State state : new State[] {one, other}) {
      state.implied().facts.keySet().forEach(turn -> deciding.add(turn.of()));
      deciding.addAll(state.implied().filled);
    }
    for (Object key : one.keys()) {
      if ((key instanceof LocalSymbol || key.equals(State.RESULT)) && differs(key, one, other)) {
        deciding.add(key);
      }
    }
    return deciding;
  }

  @SuppressWarnings("ReferenceEquality" /* the same value is no other */)
  private static boolean differs(Object key, State one, State other) {
    @Nullable Value here = one.get(key);
    @Nullable Value there = other.get(key);
    if (here == null || there == null || here == there) {
      return false;
    }
    for (How how : How.values()) {
      if (isPossible(one, key, how) != isPossible(other, key, how)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPossible(State state, Object key, How how) {
    Value value = Objects.requireNonNullElse(state.get(key), Value.GIVEN);
    return switch (how) {
      case TRUE -> !Boolean.FALSE.equals(value.constant());
      case FALSE -> !Boolean.TRUE.equals(value.constant());
      case NULL -> !Sure.of(value).present() && !state.implied().filled.contains(key);
      case THERE -> !value.isNull();
      case EMPTY -> !state.implied().filled.contains(key) && !isFilled(value);
    };
  }

  private static boolean isFilled(Value value) {
    return value.data().has(Trait.NOT_EMPTY)
        || (value.constant() instanceof String text && !text.isEmpty());
  }

  /** What is sure on one way and not where it meets the other. */
  private static Map<Object, Sure> beyond(State state, State joined) {
    Map<Object, Sure> more = new HashMap<>();
    for (Object key : state.keys()) {
      Value value = Objects.requireNonNull(state.get(key));
      boolean told = key instanceof LocalSymbol || key instanceof Path;
      Sure sure = told ? beyond(value, joined.get(key)) : Sure.OF_NOTHING;
      if (!sure.isNothing()) {
        more.put(key, sure);
      }
    }
    return more;
  }

  @SuppressWarnings("ReferenceEquality" /* the same value says no more */)
  private static Sure beyond(Value value, @Nullable Value joined) {
    if (value == joined) {
      return Sure.OF_NOTHING;
    }
    Sure sure = Sure.of(value).untold();
    return joined == null ? sure : sure.beyond(Sure.of(joined));
  }

  private static Map<Object, Sure> all(Map<Object, Sure> one, Map<Object, Sure> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Map<Object, Sure> all = new HashMap<>(one);
    other.forEach((key, sure) -> all.merge(key, sure, Sure::or));
    return all;
  }
}
