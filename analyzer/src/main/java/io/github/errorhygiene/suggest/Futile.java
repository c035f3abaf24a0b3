package io.github.errorhygiene.suggest;

import java.util.Set;

/**
 * Exceptions that answers have been tried for in vain.
 *
 * @param inHandlers those that leave as many endpoints as before where a handler is added for them:
 *     filters throw them, for example
 * @param inFilters those of these that also a filter before all others does not see
 */
record Futile(Set<String> inHandlers, Set<String> inFilters) {
  /** Nothing has been tried. */
  static final Futile NOTHING = new Futile(Set.of(), Set.of());

  Futile {
    inHandlers = Set.copyOf(inHandlers);
    inFilters = Set.copyOf(inFilters);
  }
}
