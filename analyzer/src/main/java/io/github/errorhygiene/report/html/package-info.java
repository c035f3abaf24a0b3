/**
 * What any HTML page needs: safe markup, coloured Java, rendered Markdown. Knows nothing of what a
 * page is about.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.report.html;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
