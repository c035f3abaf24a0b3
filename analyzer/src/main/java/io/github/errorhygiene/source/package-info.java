/** Source files to units: reads, parses, lowers. The only package that knows JavaParser. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.source;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
