package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
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
