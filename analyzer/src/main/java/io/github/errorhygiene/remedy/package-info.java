/**
 * How to mend what rules find: a sentence, code for the framework at hand, a request that provokes
 * the failure. What is known of frameworks is data.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.remedy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
