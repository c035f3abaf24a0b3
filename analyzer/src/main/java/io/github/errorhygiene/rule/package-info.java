/** The rules: each judges contracts and never walks code. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
