/** All units linked with the class path: types, members, calls, overriders. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
