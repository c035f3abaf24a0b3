/**
 * The abstract domain: what the evaluation of {@code escape} computes with, and what it comes to.
 * Values and what they depend on, conditions, the state at a point of a body, exceptions that leave
 * a method, the summary of a method. Knows nothing of how bodies are evaluated.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.domain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
