/** YAML whose every complaint names file, line and column, and the key that was probably meant. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.yaml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
