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
   * @param method null for what {@code ResponseEntityExceptionHandler} or a library handles
   * @param library what a library says of it; null if it is not a library's
   */
  record Mapping(String exception, @Nullable MethodSymbol method, @Nullable OfLibrary library) {
    /** One that no library has. */
    Mapping(String exception, @Nullable MethodSymbol method) {
      this(exception, method, null);
    }

    /** Whether it is for that very class only. */
    boolean isExact() {
      return library != null && library.row().exact();
    }

    /** A library's. */
    record OfLibrary(Library library, Library.Row row) {}
  }

  Advice {
    mappings = List.copyOf(mappings);
  }
}
