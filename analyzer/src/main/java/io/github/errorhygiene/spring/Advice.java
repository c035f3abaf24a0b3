package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class with {@code @ExceptionHandler} methods: an advice, or a controller for its own handlers.
 *
 * @param order as of {@code @Order}; lowest precedence is {@link Integer#MAX_VALUE}
 * @param mappings in source order, inherited ones last
 * @param selective applies only to some controllers, and not where there is none
 */
record Advice(
    TypeSymbol type, int order, List<Mapping> mappings, boolean selective, boolean writesBody) {
  /**
   * One handler method for one exception type.
   *
   * @param method null for what {@code ResponseEntityExceptionHandler} handles
   */
  record Mapping(String exception, @Nullable MethodSymbol method) {}

  Advice {
    mappings = List.copyOf(mappings);
  }
}
