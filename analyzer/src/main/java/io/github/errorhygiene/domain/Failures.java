package io.github.errorhygiene.domain;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of a future or publisher when somebody awaits it: exceptions, and how each came to
 * be there. Equal by the exceptions alone, so that recursion converges.
 */
public final class Failures {
  /** Nothing comes out. */
  public static final Failures NONE = new Failures(new TreeMap<>());

  private final SortedMap<Escape, Via> ways;
  private final int hash;

  private Failures(SortedMap<Escape, Via> ways) {
    this.ways = Collections.unmodifiableSortedMap(ways);
    int sum = 0;
    for (Escape escape : ways.keySet()) {
      sum = 31 * sum + 7 * escape.type().hashCode() + escape.origin().hashCode();
    }
    this.hash = sum;
  }

  /** Those exceptions, each with the way that it came. */
  public static Failures of(SortedMap<Escape, Via> ways) {
    return ways.isEmpty() ? NONE : new Failures(new TreeMap<>(ways));
  }

  /** Whether none comes out. */
  public boolean isEmpty() {
    return ways.isEmpty();
  }

  /** Sorted. */
  public Set<Escape> escapes() {
    return ways.keySet();
  }

  /** How each came to be there; sorted. */
  public SortedMap<Escape, Via> ways() {
    return ways;
  }

  @Nullable Via via(Escape escape) {
    return ways.get(escape);
  }

  /** Those of both; how one came is told by this, where both have it. */
  public Failures and(Failures other) {
    if (other.isEmpty() || equals(other)) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    SortedMap<Escape, Via> joined = new TreeMap<>(ways);
    other.ways.forEach(joined::putIfAbsent);
    return joined.size() == ways.size() ? this : new Failures(joined);
  }

  /** The same with every exception changed; how it came there stays. */
  public Failures map(UnaryOperator<Escape> change) {
    if (isEmpty()) {
      return this;
    }
    SortedMap<Escape, Via> changed = new TreeMap<>();
    ways.forEach((escape, via) -> changed.putIfAbsent(change.apply(escape), via));
    return new Failures(changed);
  }

  /** As the caller of {@code callee} sees what that returned. */
  public Failures from(Summary callee, Site call, Condition condition) {
    if (isEmpty()) {
      return this;
    }
    SortedMap<Escape, Via> seen = new TreeMap<>();
    for (Escape escape : ways.keySet()) {
      seen.putIfAbsent(escape.under(condition), new Via(call, callee, escape));
    }
    return new Failures(seen);
  }

  /**
   * The same, where nothing but the condition here decides: thrown if that holds.
   *
   * @param around the conditions under which they were made
   * @see Escape#unconditional()
   */
  public Failures undecided(Condition condition, Condition around) {
    SortedMap<Escape, Via> seen = new TreeMap<>();
    ways.forEach((escape, via) -> seen.putIfAbsent(undecided(escape, via, condition, around), via));
    return of(seen);
  }

  private static Escape undecided(Escape escape, Via via, Condition condition, Condition around) {
    Escape inside = via.inside();
    boolean free =
        inside == null
            ? escape.source() == Escape.Source.THROWN
                && via.callee() == null
                && isDecidedBy(escape, around)
            : inside.unconditional();
    return free ? escape.again().under(condition) : escape;
  }

  /** Nothing has decided that it is thrown but what decides that the code there runs. */
  private static boolean isDecidedBy(Escape escape, Condition around) {
    Condition deciding = around.deciding();
    return escape.unconditional()
        || (escape.cause() == deciding.cause() && escape.absence() == deciding.absence());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Failures failures
            && hash == failures.hash
            && ways.keySet().equals(failures.ways.keySet()));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return ways.isEmpty() ? "" : "!" + ways.keySet();
  }
}
