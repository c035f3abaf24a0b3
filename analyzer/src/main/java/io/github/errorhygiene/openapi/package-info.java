/** OpenAPI and Swagger files of the project: the operations that they describe. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
