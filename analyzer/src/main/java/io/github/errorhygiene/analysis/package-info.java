/** From a request to a report: the stages in order. Knows no build tool. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
