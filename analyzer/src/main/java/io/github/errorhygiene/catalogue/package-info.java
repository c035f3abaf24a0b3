/** What is known of libraries, as data: exceptions, throwing methods, failure modes. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
