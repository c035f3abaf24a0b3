/** What the user decided where guides disagree, and the file in which it is written. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
