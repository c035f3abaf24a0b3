package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Implied.Turn;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a method has made sure of, about its parameters and its object, when it returns: a check
 * that throws, a question that it answers.
 *
 * @param always whenever it returns
 * @param whenTrue when it returns true
 * @param whenFalse when it returns false
 * @param implied as soon as it turns out how something is: what it returns, see {@link
 *     State#RESULT}, or what it was given
 * @param filled into what of that it has put something
 */
public record Established(
    Map<Object, Sure> always,
    Map<Object, Sure> whenTrue,
    Map<Object, Sure> whenFalse,
    Map<Turn, Map<Object, Sure>> implied,
    Set<Object> filled) {
  /** Nothing is sure. */
  public static final Established NOTHING =
      new Established(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

  public Established {
    always = Map.copyOf(always);
    whenTrue = Map.copyOf(whenTrue);
    whenFalse = Map.copyOf(whenFalse);
    implied = Map.copyOf(implied);
    filled = Set.copyOf(filled);
  }

  /** Stands for a parameter in keys. */
  public record Param(int index) {}

  /**
   * What is sure of something.
   *
   * @param present it is not absent
   * @param promises what else: traits, and the lookups that find something by it
   * @param is the truth value that it has; null if it is not known
   */
  public record Sure(boolean present, Dependence promises, @Nullable Boolean is) {
    static final Sure OF_NOTHING = new Sure(false, Dependence.NONE, null);

    /** Written out: the generated one is slow. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Sure that
              && present == that.present
              && promises.equals(that.promises)
              && Objects.equals(is, that.is));
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Boolean.hashCode(present) + promises.hashCode()) + Objects.hashCode(is);
    }

    /** What a value that was looked at makes sure of. */
    public static Sure of(Value value) {
      boolean there =
          !value.open()
              && !value.isNothing()
              && !value.mayBeAbsent()
              && !value.alternatives().contains(Known.Constant.NULL);
      return new Sure(
          there, value.data().promises(), value.constant() instanceof Boolean truth ? truth : null);
    }

    /** Of a field that was set to a value. */
    public static Sure ofSet(Value value) {
      boolean there = !value.mayBeAbsent() && !value.alternatives().contains(Known.Constant.NULL);
      return new Sure(there, value.data().promises(), null);
    }

    /** What of it is not sure of {@code before} already. */
    public Sure beyond(Sure before) {
      return new Sure(
          present && !before.present,
          promises.beyond(before.promises),
          before.is == null ? is : null);
    }

    /** What is still sure of it in another form. */
    public Sure ofAltered() {
      boolean some = promises.has(Trait.NOT_EMPTY);
      return new Sure(present, some ? Dependence.of(Trait.NOT_EMPTY) : Dependence.NONE, null);
    }

    /** What one or the other is sure of. */
    public Sure or(Sure other) {
      return new Sure(
          present || other.present, promises.promising(other.promises), is == null ? other.is : is);
    }

    /** The same without the truth value. */
    Sure untold() {
      return is == null ? this : new Sure(present, promises, null);
    }

    Sure and(Sure other) {
      return new Sure(
          present && other.present,
          promises.shared(other.promises),
          (is != null && is.equals(other.is)) ? is : null);
    }

    /** Whether nothing is sure. */
    public boolean isNothing() {
      return equals(OF_NOTHING);
    }
  }

  /** What else is sure of a parameter when it returns true, besides that it is there. */
  public Dependence ifTrue(int parameter) {
    Sure sure = whenTrue.get(new Param(parameter));
    return sure == null ? Dependence.NONE : sure.promises();
  }

  /** What of that is sure of the first parameter, besides that it is there. */
  public Dependence ofFirst(Map<Object, Sure> established) {
    Sure sure = established.get(new Param(0));
    return sure == null ? Dependence.NONE : sure.promises();
  }

  /** What both have established. */
  Established and(Established other) {
    return new Established(
        both(always, other.always),
        both(whenTrue, other.whenTrue),
        both(whenFalse, other.whenFalse),
        bothImplied(other),
        filled.stream().filter(other.filled::contains).collect(Collectors.toSet()));
  }

  private Map<Turn, Map<Object, Sure>> bothImplied(Established other) {
    Map<Turn, Map<Object, Sure>> both = new HashMap<>();
    implied.forEach(
        (turn, facts) -> both.put(turn, both(facts, other.implied.getOrDefault(turn, Map.of()))));
    both.values().removeIf(Map::isEmpty);
    return both;
  }

  private static Map<Object, Sure> both(Map<Object, Sure> one, Map<Object, Sure> other) {
    Map<Object, Sure> both = new HashMap<>();
    one.forEach(
        (key, sure) -> {
          Sure shared = other.containsKey(key) ? sure.and(other.get(key)) : null;
          if (shared != null && !shared.isNothing()) {
            both.put(key, shared);
          }
        });
    return both;
  }
}
