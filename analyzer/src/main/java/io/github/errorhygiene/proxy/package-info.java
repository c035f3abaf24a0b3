/**
 * What containers put around methods: annotations that the catalogue knows, aspects, interceptors.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
