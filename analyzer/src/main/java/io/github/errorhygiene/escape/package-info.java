/**
 * What each method may throw, return and answer: an abstract interpretation of the linked program.
 *
 * <p>A method is evaluated once per distinct abstract arguments and the result – its {@link
 * io.github.errorhygiene.domain.Summary} – is kept; recursion is iterated to the least fixed point.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.escape;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
