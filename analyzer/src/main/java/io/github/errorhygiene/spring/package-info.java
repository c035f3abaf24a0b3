/**
 * Spring MVC, Boot 2 to 4: mappings, advices, the exception resolvers and the default error answer.
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
