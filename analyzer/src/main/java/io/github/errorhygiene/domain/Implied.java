package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established.Sure;
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

  private static final How[] HOWS = How.values();

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
    Set<Object> both = new HashSet<>(one.implied().filled);
    both.retainAll(other.implied().filled);
    Map<Turn, Map<Object, Sure>> met = new HashMap<>();
    keep(one, met);
    keep(other, met);
    Set<Object> differing = differing(one, other);
    if (!differing.isEmpty()) {
      tell(one, other, differing, joined, met);
      tell(other, one, differing, joined, met);
    }
    return of(met, both);
  }

  /** What was implied before still is, unless it cannot turn out so on this way. */
  private static void keep(State state, Map<Turn, Map<Object, Sure>> met) {
    state
        .implied()
        .facts
        .forEach(
            (turn, sure) -> {
              if (isPossible(state, turn.of(), turn.how())) {
                met.merge(turn, sure, Implied::all);
              }
            });
  }

  /** What turns out so on one way only tells that this was taken. */
  private static void tell(
      State one,
      State other,
      Set<Object> differing,
      State joined,
      Map<Turn, Map<Object, Sure>> met) {
    @Nullable Map<Object, Sure> sure = null;
    for (Object key : differing) {
      for (How how : HOWS) {
        if (isPossible(one, key, how) && !isPossible(other, key, how)) {
          sure = sure == null ? beyond(one, joined) : sure;
          Map<Object, Sure> rest = new HashMap<>(sure);
          rest.remove(key);
          if (!rest.isEmpty()) {
            met.merge(new Turn(key, how), rest, Implied::all);
          }
        }
      }
    }
  }

  /** What may tell the ways apart. */
  @SuppressWarnings("ReferenceEquality" /* the same value is no other */)
  private static Set<Object> differing(State one, State other) {
    Set<Object> differing = new HashSet<>();
    for (Object key : one.implied().filled) {
      if (!other.implied().filled.contains(key)) {
        differing.add(key);
      }
    }
    for (Object key : other.implied().filled) {
      if (!one.implied().filled.contains(key)) {
        differing.add(key);
      }
    }
    for (Object key : one.keys()) {
      if (key instanceof LocalSymbol || key.equals(State.RESULT)) {
        @Nullable Value there = other.get(key);
        if (there != null && one.get(key) != there) {
          differing.add(key);
        }
      }
    }
    return differing;
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
