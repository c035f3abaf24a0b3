package io.github.errorhygiene.contract;

import java.util.Comparator;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP method and path with the method that handles it.
 *
 * @param method {@code GET}…; {@code ANY} where the mapping does not restrict the method
 * @param path full path from the root of the application, variables as {@code {name}} (regular
 *     expressions dropped)
 * @param handler {@code com.acme.OrderController#get(long)}: declaring type, erased parameter types
 *     by simple name
 * @param place of the handler's name
 * @param success statuses answered when nothing fails, ascending; empty if unknown
 * @param server which of several applications in one tree answers: its module or its main class;
 *     empty if there is one, or if nobody knows
 */
public record Endpoint(
    String method,
    String path,
    String handler,
    Place place,
    SortedSet<Integer> success,
    String server)
    implements Comparable<Endpoint> {
  private static final Comparator<Endpoint> ORDER =
      Comparator.comparing(Endpoint::path)
          .thenComparing(Endpoint::method)
          .thenComparing(Endpoint::handler)
          .thenComparing(Endpoint::place)
          .thenComparing(Endpoint::server);

  public Endpoint {
    success = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(success));
  }

  /** One of which nobody asks whose it is. */
  public Endpoint(
      String method, String path, String handler, Place place, SortedSet<Integer> success) {
    this(method, path, handler, place, success, "");
  }

  /** The same of the only application. */
  public Endpoint withoutServer() {
    return new Endpoint(method, path, handler, place, success);
  }

  /** What nearly always differs comes first. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Endpoint that
            && place.equals(that.place)
            && path.equals(that.path)
            && method.equals(that.method)
            && handler.equals(that.handler)
            && success.equals(that.success)
            && server.equals(that.server));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * path.hashCode() + method.hashCode()) + place.hashCode();
  }

  @Override
  public int compareTo(Endpoint other) {
    return ORDER.compare(this, other);
  }

  /** {@code GET /orders/{id}}. */
  public String label() {
    return method + " " + path;
  }
}
