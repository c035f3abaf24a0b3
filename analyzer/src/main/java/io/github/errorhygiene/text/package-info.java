/**
 * What is known of texts whose characters nobody knows: how they begin ({@link Pieces}), how long
 * they are at most ({@link Lengths}, {@link PatternLength}), which form they have ({@link
 * Formats}), what they tell a reader ({@link Wording}).
 *
 * <p>Nothing is evaluated here: what texts are made of is given.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
