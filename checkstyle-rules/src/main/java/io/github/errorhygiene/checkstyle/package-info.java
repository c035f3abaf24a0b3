/**
 * The checks, one a rule, and nothing else: Checkstyle loads every class of this package to find
 * out the checks' short names.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.checkstyle;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
