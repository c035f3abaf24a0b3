/**
 * Endpoints, boundaries, answers, and the error contract that joins them: plain data, all that
 * rules and reports see.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
