package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Endpoint;
import java.util.List;

/** Names as people say them. */
final class Names {
  private Names() {}

  /** {@code A}, {@code A or B}, {@code A, B or C}; of at least one. */
  static String either(List<String> all) {
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  /**
   * {@code GET /orders}, {@code GET /orders and GET /bills}, {@code GET /orders and 3 more
   * endpoints}; of at least one.
   */
  static String of(List<Endpoint> endpoints) {
    String first = endpoints.get(0).label();
    int more = endpoints.size() - 1;
    return switch (more) {
      case 0 -> first;
      case 1 -> first + " and " + endpoints.get(1).label();
      default -> first + " and " + more + " more endpoints";
    };
  }

  /**
   * {@code OrderMissing} of {@code com.acme.OrderMissing}, {@code Missing} of {@code
   * com.acme.Order$Missing}.
   */
  static String simple(String qualified) {
    return qualified.substring(
        Math.max(qualified.lastIndexOf('.'), qualified.lastIndexOf('$')) + 1);
  }
}
