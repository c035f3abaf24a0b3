/**
 * What one source file says, lowered to a small language without syntax trees.
 *
 * <p>A {@link io.github.errorhygiene.unit.Unit} depends on its own text alone: names are kept as
 * written and are resolved later, in {@code program}. All values are immutable records; two nodes
 * with the same content are equal, so anything that maps nodes to facts must map by identity.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.unit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
