/**
 * What tables demand of their rows, as the project's own files say that make them: {@code
 * schema.sql}, migrations of Flyway, change logs of Liquibase.
 *
 * <p>Start at {@link SchemaFiles}. {@link SqlScript} and {@link ChangeLog} apply what files say to
 * {@link Tables}, in the order in which it would be run.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
