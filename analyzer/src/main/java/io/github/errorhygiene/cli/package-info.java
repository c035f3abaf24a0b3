/** The command line: options become a request, its result becomes lines, files and an exit code. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
