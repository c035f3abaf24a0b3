package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.web.Handler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server writes for errors without a body.
 *
 * @param methods for which it does
 */
record Page(String contentType, Set<String> methods) {
  Page {
    methods = Set.copyOf(methods);
  }

  /**
   * Whether it is written for the errors of a resource method.
   *
   * @param handler null where none was found
   */
  boolean isFor(@Nullable Handler handler) {
    return handler == null
        || methods.isEmpty()
        || handler.routes().stream().anyMatch(route -> methods.contains(route.method()));
  }
}
