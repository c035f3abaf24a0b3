/** Finds and reads the pages that the application renders: which expressions they print. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.template;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
