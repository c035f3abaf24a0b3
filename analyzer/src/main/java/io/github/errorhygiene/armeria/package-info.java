/** Armeria: annotated services, services that are functions, and who answers their failures. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.armeria;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
