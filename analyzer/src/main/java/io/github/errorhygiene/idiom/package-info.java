/**
 * What code shows by its shape alone: methods that only give a field ({@link Getters}), loops that
 * try one thing after the other ({@link Attempts}), clauses that do nothing about a failure but say
 * that there was one ({@link Quiet}), clauses that tell failures apart ({@link Kinds}).
 *
 * <p>Bodies are read, not evaluated: who asks knows what the values are.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.idiom;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
