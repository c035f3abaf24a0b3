package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where things of a unit stand now that has changed in nothing that was looked at: in places, and
 * in code into which nobody looked.
 */
public final class Moves {
  private final Map<Position, Position> now;

  private Moves(Map<Position, Position> now) {
    this.now = now;
  }

  /**
   * The moves from an earlier unit to what it is now; null if something changed that was looked at,
   * or stands no longer in the same order.
   *
   * @param read the members of the earlier unit into whose code was looked, by where they were
   *     declared. Of others only what they declare matters; types in their code belong to it
   */
  public static @Nullable Moves between(Unit earlier, Unit now, Set<Position> read) {
    List<Boolean> looked = new ArrayList<>();
    Output then = new Output(false);
    Output changed = new Output(false);
    try {
      DeclarationWriter.outline(
          earlier,
          then,
          member -> {
            looked.add(read.contains(member));
            return read.contains(member);
          });
      DeclarationWriter.outline(now, changed, inOrder(looked.iterator()));
    } catch (StackOverflowError e) {
      return null;
    }
    return Arrays.equals(then.toBytes(), changed.toBytes())
        ? between(then.leftOut(), changed.leftOut())
        : null;
  }

  private static Predicate<Position> inOrder(Iterator<Boolean> answers) {
    return member -> answers.hasNext() && answers.next();
  }

  private static @Nullable Moves between(List<Position> then, List<Position> now) {
    TreeMap<Position, Position> moved = new TreeMap<>();
    for (int i = 0; i < then.size(); i++) {
      Position known = moved.putIfAbsent(then.get(i), now.get(i));
      if (known != null && !known.equals(now.get(i))) {
        return null;
      }
    }
    Position last = null;
    for (Position position : moved.values()) {
      if (last != null && last.compareTo(position) >= 0) {
        return null;
      }
      last = position;
    }
    return new Moves(moved);
  }

  /**
   * Where something stands now.
   *
   * @throws IllegalStateException if nothing that was looked at stood there
   */
  public Position of(Position then) {
    Position known = now.get(then);
    if (known == null) {
      throw new IllegalStateException("nobody looked at " + then);
    }
    return known;
  }
}
