package io.github.errorhygiene.analysis;

import io.github.errorhygiene.cache.Moves;
import io.github.errorhygiene.program.Asked;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation looked at beyond what the sources declare.
 *
 * @param members those whose bodies and initialisers were looked into, by path and by where they
 *     are declared
 * @param asked what was asked of all code at once
 */
record Looked(Map<String, Set<Position>> members, Asked asked) {
  static final Looked NOWHERE =
      new Looked(new TreeMap<>(), new Asked(new TreeSet<>(), new TreeSet<>()));

  static Looked at(List<Unit> units, Program program) {
    Map<String, Set<Position>> members = new TreeMap<>();
    for (Unit unit : units) {
      if (!program.read(unit).isEmpty()) {
        members.put(unit.path(), program.read(unit));
      }
    }
    return new Looked(members, program.asked());
  }

  /** What both looked at. */
  Looked and(Looked more) {
    Map<String, Set<Position>> both = new TreeMap<>(members);
    more.members.forEach((path, places) -> both.merge(path, places, Looked::both));
    return new Looked(both, asked.and(more.asked));
  }

  private static <T> Set<T> both(Set<T> one, Set<T> other) {
    Set<T> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Where what was looked at of a unit stands now; null if it is no longer the same. */
  @Nullable Moves moves(Unit earlier, Unit now) {
    Moves moves = Moves.between(earlier, now, members.getOrDefault(now.path(), Set.of()));
    return moves != null && asked.isAnsweredSame(earlier, now) ? moves : null;
  }
}
