/**
 * What calls of libraries are for, as the catalogue's rows and roles say, and what follows for the
 * values that they are given and give: elements of collections ({@link Elements}), what holds a
 * value or none ({@link Holders}), futures and publishers ({@link CarrierTypes}), lookups that ask
 * the same ({@link Lookup}), rows of stores ({@link RowKinds}, {@link EntityKeys}, {@link Stored}).
 *
 * <p>Nothing is evaluated here: a call comes with its receiver's and its arguments' values.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.library;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
