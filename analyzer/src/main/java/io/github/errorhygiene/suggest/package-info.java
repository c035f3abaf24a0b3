/** Writes the error answers that a project lacks, as a patch, and checks what it mends. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.suggest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
