package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whoever writes an answer, and so is to be changed if something in it is not right.
 *
 * @param place null for the framework
 */
record Writer(String name, @Nullable Place place) {
  private static final Writer FRAMEWORK = new Writer("the framework's default handling", null);

  static Writer of(Row row) {
    return of(row.failure().boundary());
  }

  /**
   * Who writes the answers of a group: the method that makes them where several clauses return what
   * it makes.
   */
  static Writer of(Group group) {
    Boundary first = group.boundary();
    Maker maker = first == null ? null : first.maker();
    return maker != null && clauses(group) > 1
        ? new Writer(maker.name(), maker.place())
        : of(first);
  }

  private static long clauses(Group group) {
    return group.rows().stream()
        .map(row -> row.failure().boundary())
        .filter(Objects::nonNull)
        .map(Boundary::place)
        .distinct()
        .count();
  }

  /** The method that makes the answer for a catch clause; null if the clause does so itself. */
  static @Nullable Maker maker(Row row) {
    Boundary boundary = row.failure().boundary();
    return boundary == null || boundary.place() == null ? null : boundary.maker();
  }

  /**
   * The same if the method is given the exception, so that it decides what becomes of it: what the
   * answer shows, whether it is logged.
   */
  static @Nullable Maker informedMaker(Row row) {
    Maker maker = maker(row);
    return maker != null && maker.knowsFailure() ? maker : null;
  }

  /** Equal for what is mended together: a clause that several handlers share has several names. */
  Object key() {
    return place == null ? name : place;
  }

  /** A status that is only declared is answered in the framework's default shape. */
  static Writer of(@Nullable Boundary boundary) {
    if (boundary == null || boundary.place() == null) {
      return FRAMEWORK;
    }
    return switch (boundary.kind()) {
      case CATCH, HANDLER -> new Writer(boundary.name(), boundary.place());
      case DECLARED_STATUS, FRAMEWORK, GUARD -> FRAMEWORK;
    };
  }
}
