package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.jaxrs.Input.Kind;
import io.github.errorhygiene.web.ErrorPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A runtime of JAX-RS: what the specification leaves open.
 *
 * @param unmapped what is answered for an exception that nobody maps
 * @param filtered whether response filters see that answer
 * @param unwraps exceptions whose cause is looked at where nobody maps them
 * @param mappers what it maps by itself
 * @param conversions what it throws where a parameter cannot be converted
 * @param unreadable what it throws for a body that cannot be read
 */
record Implementation(
    String name,
    ErrorPage unmapped,
    boolean filtered,
    List<String> unwraps,
    List<BuiltIn> mappers,
    Map<Kind, BuiltIn> conversions,
    List<Unreadable> unreadable) {
  /**
   * An exception that the runtime answers by itself.
   *
   * @param contentType null: the answer has no body
   * @param exposes as in {@link io.github.errorhygiene.contract.Answer#exposes()}
   */
  record BuiltIn(
      String exception,
      int status,
      @Nullable String contentType,
      List<String> keys,
      List<String> exposes) {}

  /**
   * A body that cannot be read.
   *
   * @param summary what is wrong, in a few words
   */
  record Unreadable(String exception, String summary) {}

  Implementation {
    unwraps = List.copyOf(unwraps);
    mappers = List.copyOf(mappers);
    conversions = Map.copyOf(conversions);
    unreadable = List.copyOf(unreadable);
  }
}
