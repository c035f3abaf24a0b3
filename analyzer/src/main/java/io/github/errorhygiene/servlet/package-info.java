/** Plain servlets, and what servlet containers and filters make of failures. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.servlet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
