/** The deployment descriptors of servlet containers. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.webxml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
