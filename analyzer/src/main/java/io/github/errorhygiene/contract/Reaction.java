package io.github.errorhygiene.contract;

import org.jspecify.annotations.Nullable;

/**
 * Who answers a failure, and how.
 *
 * @param boundary null: the framework's default
 */
public record Reaction(@Nullable Boundary boundary, Answer answer) {
  /** The framework's default answers, or what guards its error page. */
  public boolean isDefault() {
    return boundary == null || boundary.kind() == Boundary.Kind.GUARD;
  }
}
