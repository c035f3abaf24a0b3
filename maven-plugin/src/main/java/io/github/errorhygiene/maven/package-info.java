/**
 * The Maven plugin: a project's parameters become an analysis request, its result a log and files.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.maven;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
