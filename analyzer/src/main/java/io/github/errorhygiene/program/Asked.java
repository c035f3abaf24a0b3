package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was asked of all bodies and initialisers at once.
 *
 * @param created binary names of types: does anybody make objects of them
 * @param used names: does anybody use them
 */
public record Asked(SortedSet<String> created, SortedSet<String> used) {
  /** The questions of both. */
  public Asked and(Asked more) {
    return new Asked(both(created, more.created), both(used, more.used));
  }

  private static SortedSet<String> both(Set<String> one, Set<String> other) {
    SortedSet<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Whether one unit says to all of them what the other says. */
  public boolean isAnsweredSame(Unit one, Unit other) {
    List<SourceType> first = new SourceIndex(List.of(one)).all();
    List<SourceType> second = new SourceIndex(List.of(other)).all();
    return isSame(created, new CreatedTypes(first)::contains, new CreatedTypes(second)::contains)
        && isSame(used, new UsedNames(first)::contains, new UsedNames(second)::contains);
  }

  private static boolean isSame(
      Set<String> names, Predicate<String> first, Predicate<String> second) {
    return names.stream().allMatch(name -> first.test(name) == second.test(name));
  }
}
