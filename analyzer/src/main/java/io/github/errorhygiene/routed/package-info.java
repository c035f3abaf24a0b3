/**
 * Frameworks whose handlers are functions that a program registers by calls, and that answer by
 * calls on the framework's response object. What is peculiar to each is data: {@code routes.yaml},
 * {@code answers.yaml} and {@code framework.yaml} in a folder of its own.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.routed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
