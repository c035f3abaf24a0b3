/** The reports: what was found out, as console lines, JSON, SARIF and HTML. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
