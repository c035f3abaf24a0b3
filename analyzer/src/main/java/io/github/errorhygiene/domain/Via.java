package io.github.errorhygiene.domain;

import org.jspecify.annotations.Nullable;

/**
 * How an escape came to a method: through a call, or it arises there.
 *
 * @param call where the method is called; for an escape that arises here the place of it
 * @param callee the summary that it came from; null if it arises here
 * @param inside the escape as it left the callee; null if it arises here
 */
public record Via(Site call, @Nullable Summary callee, @Nullable Escape inside) {
  /** The same for what runs around the callee, or in its place: no step of its own. */
  public Via inside(Escape escape) {
    return callee == null ? this : new Via(call, callee, inside == null ? escape : inside);
  }
}
