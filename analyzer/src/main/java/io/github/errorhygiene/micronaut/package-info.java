/** Micronaut 3 and 4: endpoints, boundaries, and what they answer. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.micronaut;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
