/**
 * What all web frameworks have in common: answers and how they are read, how a failure is
 * classified, and how endpoints, boundaries and escapes are joined into contracts. What is peculiar
 * to a framework is behind {@link io.github.errorhygiene.web.Framework}.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
