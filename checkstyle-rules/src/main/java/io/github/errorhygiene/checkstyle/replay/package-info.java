/** One analysis of a whole source tree, told file by file as Checkstyle asks. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.checkstyle.replay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
