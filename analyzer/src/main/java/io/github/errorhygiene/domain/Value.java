package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Known.Proceed;
import io.github.errorhygiene.program.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value. Immutable; a class, because its hash is asked for again and again.
 *
 * <p>A future or publisher is represented by what it completes with, like an {@code Optional} by
 * what it holds, and by the failures that come out of it instead.
 */
public final class Value {
  /** No value: an expression that never completes. */
  public static final Value NOTHING = new Value(Set.of(), false, Dependence.NONE, Dependence.NONE);

  /** Any value, of which nothing is known, not even what it depends on. */
  public static final Value UNKNOWN = unknown(Dependence.UNKNOWN);

  /** Any value that comes with the program: a bean, a collaborator. */
  public static final Value GIVEN = unknown(Dependence.NONE);

  /** {@code null}. */
  public static final Value NULL = of(Constant.NULL);

  private final Set<Known> alternatives;
  private final boolean open;
  private final Dependence data;
  private final Dependence absence;
  private final Failures failures;
  private final @Nullable String type;
  private final int hash;

  /** Null as long as nobody has asked. */
  private @Nullable List<Known> inOrder;

  /** A value that holds no failures. */
  public Value(Set<Known> alternatives, boolean open, Dependence data, Dependence absence) {
    this(alternatives, open, data, absence, Failures.NONE);
  }

  /**
   * A value.
   *
   * @param alternatives what it may be; empty if nothing is known
   * @param open it may be something else, too
   * @param data what it depends on
   * @param absence if it may be absent ({@code null}, an empty {@code Optional} or publisher): what
   *     that depends on; else none
   * @param failures what comes out when it is awaited; none if it is no future or publisher
   */
  public Value(
      Set<Known> alternatives,
      boolean open,
      Dependence data,
      Dependence absence,
      Failures failures) {
    this(alternatives, open, data, absence, failures, null);
  }

  private Value(
      Set<Known> alternatives,
      boolean open,
      Dependence data,
      Dependence absence,
      Failures failures,
      @Nullable String type) {
    this.alternatives = unchanging(alternatives);
    this.open = open;
    this.data = data;
    this.absence = absence;
    this.failures = failures;
    this.type = type;
    int bits = 31 * Long.hashCode(data.bits()) + Long.hashCode(absence.bits());
    int more = 31 * failures.hashCode() + Objects.hashCode(type);
    this.hash = 31 * (31 * alternatives.hashCode() + more) + bits + (open ? 7 : 0);
  }

  /** In the same order. */
  private static Set<Known> unchanging(Set<Known> set) {
    return switch (set.size()) {
      case 0 -> Set.of();
      case 1 -> Set.of(set.iterator().next());
      default -> Collections.unmodifiableSet(new LinkedHashSet<>(set));
    };
  }

  /** What it may be; empty if nothing is known. */
  public Set<Known> alternatives() {
    return alternatives;
  }

  /** What it may be, in the order of what is known: kept, sorting it takes many comparisons. */
  List<Known> inOrder() {
    List<Known> known = inOrder;
    if (known == null) {
      known = alternatives.stream().sorted(Order::ofKnown).toList();
      inOrder = known;
    }
    return known;
  }

  /** Whether it may be something else, too. */
  public boolean open() {
    return open;
  }

  /** What it depends on. */
  public Dependence data() {
    return data;
  }

  /** If it may be absent: what that depends on; else none. */
  public Dependence absence() {
    return absence;
  }

  /** What comes out when it is awaited; none if it is no future or publisher. */
  public Failures failures() {
    return failures;
  }

  /**
   * Binary name of a type of the program's own that it is of, or of one below, if it is there; null
   * if no more is known than what is declared where it is used.
   */
  public @Nullable String type() {
    return type;
  }

  /** The same, of which that is known, too. */
  public Value typed(@Nullable String other) {
    return Objects.equals(type, other)
        ? this
        : new Value(alternatives, open, data, absence, failures, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Value value
            && hash == value.hash
            && open == value.open
            && data.equals(value.data)
            && absence.equals(value.absence)
            && alternatives.equals(value.alternatives)
            && failures.equals(value.failures)
            && Objects.equals(type, value.type));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** That and nothing else, by the program alone. */
  public static Value of(Known known) {
    return new Value(Set.of(known), false, Dependence.CONSTANT, Dependence.NONE);
  }

  /** A constant. */
  public static Value constant(Object value) {
    return of(new Constant(value));
  }

  /** Anything, decided by that. */
  public static Value unknown(Dependence data) {
    return new Value(Set.of(), true, data, Dependence.NONE);
  }

  /** The same text for equal values, in whatever order the alternatives were met. */
  @Override
  public String toString() {
    List<String> sorted = alternatives.stream().map(Known::toString).sorted().toList();
    return sorted + (open ? "+" : "") + data.bits() + "/" + absence.bits() + failures;
  }

  /** No value at all, not even a future that fails. */
  public boolean isNothing() {
    return completesNever() && failures.isEmpty();
  }

  /** A future or publisher that can only fail, or no value at all. */
  public boolean completesNever() {
    return alternatives.isEmpty() && !open;
  }

  /** Either of both. */
  public Value join(Value other) {
    if (equals(other) || other.isNothing()) {
      return this;
    }
    if (isNothing()) {
      return other;
    }
    return Coarse.joined(this, other);
  }

  /** The same, failing with these as well. */
  public Value failing(Failures more) {
    return more.isEmpty() ? this : failingOnly(failures.and(more));
  }

  /** The same, as a future or publisher that fails with that exception. */
  public Value failingWith(Escape escape) {
    SortedMap<Escape, Via> ways = new TreeMap<>();
    ways.put(escape, new Via(escape.origin(), null, null));
    return failing(Failures.of(ways));
  }

  /** The same, failing with nothing else. */
  public Value failingOnly(Failures other) {
    return other.equals(failures)
        ? this
        : new Value(alternatives, open, data, absence, other, type);
  }

  /** What it completes with. */
  public Value completed() {
    return failingOnly(Failures.NONE);
  }

  /** The same, where more has a part in what it is. */
  public Value dependingOn(Dependence more) {
    Dependence joined = data.and(more);
    return joined.equals(data)
        ? this
        : new Value(alternatives, open, joined, absence, failures, type);
  }

  /** The same, where that alone decides what it is. */
  public Value withData(Dependence other) {
    return other.equals(data)
        ? this
        : new Value(alternatives, open, other, absence, failures, type);
  }

  /** The same, keeping these promises as well, see {@link Summary#promises}. */
  public Value promising(Dependence promises) {
    return withData(data.promising(promises));
  }

  /** The same, where that alone decides whether it is absent. */
  public Value absentBy(Dependence on) {
    return on.equals(absence) ? this : new Value(alternatives, open, data, on, failures, type);
  }

  /** The same, known not to be absent. */
  public Value present() {
    if (absence.isNone() && !alternatives.contains(Constant.NULL)) {
      return this;
    }
    Set<Known> rest = notNull();
    return new Value(rest, open || rest.isEmpty(), data, Dependence.NONE, failures, type);
  }

  /** The same, tested not to be null: a later test for null has only one way to go. */
  public Value sure() {
    Set<Known> rest = notNull();
    if (open) {
      rest.add(Known.Something.PRESENT);
    }
    return new Value(rest, false, data, Dependence.NONE, failures, type);
  }

  private Set<Known> notNull() {
    Set<Known> rest = new LinkedHashSet<>(alternatives);
    if (rest.remove(Constant.NULL)) {
      rest.removeIf(Answers::isNull);
    }
    return rest;
  }

  /** All that it may be is among its alternatives. */
  public boolean isEnumerated() {
    return !open && !alternatives.contains(Known.Something.PRESENT);
  }

  /** Whether something decides that it is absent. */
  public boolean mayBeAbsent() {
    return !absence.isNone();
  }

  /** Whether it is {@code null} for sure. */
  public boolean isNull() {
    return !open && alternatives.size() == 1 && alternatives.contains(Constant.NULL);
  }

  /** The one constant that it is, boxed; null if it is not exactly one. */
  public @Nullable Object constant() {
    if (open || alternatives.size() != 1) {
      return null;
    }
    return alternatives.iterator().next() instanceof Constant constant ? constant.value() : null;
  }

  /** All strings that it is known to be, or to start with. */
  public List<String> strings() {
    List<String> strings = new ArrayList<>();
    for (Known known : alternatives) {
      if (known instanceof Constant constant && constant.value() instanceof String text) {
        strings.add(text);
      } else if (known instanceof Known.StartsWith text) {
        strings.add(text.start());
      }
    }
    return strings;
  }

  /** All paths that it is known to be, with {@code {?}} for what is not known of them. */
  public List<String> paths() {
    List<String> gapped =
        alternatives.stream()
            .filter(Known.Gapped.class::isInstance)
            .map(known -> ((Known.Gapped) known).text())
            .toList();
    return gapped.isEmpty() ? strings() : gapped;
  }

  /** Binary names of the classes that it is known to be: of {@code Order.class}. */
  public List<String> classes() {
    List<String> classes = new ArrayList<>();
    for (Known known : alternatives) {
      if (known instanceof Constant constant
          && constant.value() instanceof Type.Declared literal
          && !literal.arguments().isEmpty()) {
        classes.add(literal.arguments().get(0).erasure());
      }
    }
    return classes;
  }

  /** The objects of known classes that it may be. */
  public List<Instance> instances() {
    return only(Instance.class);
  }

  /** The functions that it may be. */
  public List<Function> functions() {
    return only(Function.class);
  }

  /** The constants of enums that it may be. */
  public List<EnumConstant> enumConstants() {
    return only(EnumConstant.class);
  }

  /** The caught exceptions that it is known to be. */
  public List<Escape> escapes() {
    return only(Caught.class).stream().map(Caught::escape).toList();
  }

  /** The calls that it is known to make go on. */
  public List<Proceed> proceeds() {
    return only(Proceed.class);
  }

  private <K extends Known> List<K> only(Class<K> kind) {
    List<K> found = new ArrayList<>();
    for (Known known : alternatives) {
      if (kind.isInstance(known)) {
        found.add(kind.cast(known));
      }
    }
    return found;
  }

  /** The same without what is of that kind. */
  public Value without(Class<? extends Known> kind) {
    Set<Known> rest = new LinkedHashSet<>(alternatives);
    rest.removeIf(kind::isInstance);
    return new Value(rest, open, data, absence, failures, type);
  }

  /** The same with every alternative changed. */
  public Value map(UnaryOperator<Known> change) {
    Set<Known> changed = new LinkedHashSet<>();
    for (Known known : alternatives) {
      changed.add(change.apply(known));
    }
    return new Value(changed, open, data, absence, failures, type);
  }

  /** A field of what it is known to be; nothing if no alternative has it. */
  public Value field(String name) {
    Value joined = NOTHING;
    for (Known known : alternatives) {
      Map<String, Value> fields =
          known instanceof Instance instance
              ? instance.fields()
              : known instanceof Caught caught ? caught.escape().fields() : Map.of();
      Value value = fields.get(name);
      if (value != null) {
        joined = joined.join(value);
      }
    }
    return joined;
  }

  /** The same with a field set in every instance. */
  public Value withField(String name, Value value) {
    return map(known -> known instanceof Instance instance ? instance.with(name, value) : known);
  }

  /**
   * Coarser: objects nested deeper than {@code depth} become unknown, functions nested deeper than
   * three as well.
   */
  public Value cut(int depth) {
    return Coarse.cut(this, depth);
  }

  /**
   * Coarsest that still tells apart what matters for control: functions and types of objects stay.
   */
  public Value general() {
    return Coarse.general(this);
  }

  /** The same, but constants that programs decide by stay. */
  public Value decisive() {
    return Coarse.decisive(this);
  }

  /** Only what it depends on. */
  public Value blank() {
    return new Value(Set.of(), true, data.whole(), absence);
  }
}
