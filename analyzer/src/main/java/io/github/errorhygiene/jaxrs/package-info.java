/** JAX-RS and Jakarta REST: resources, mappers, filters, and what the implementations answer. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.jaxrs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
