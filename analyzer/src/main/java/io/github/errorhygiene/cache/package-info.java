/**
 * Keeps units between runs, so that files that did not change are not parsed again. What is kept is
 * a copy: an analysis comes to the same result without it.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.cache;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
