package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Endpoint;
import java.util.List;

/** Names as people say them. */
final class Names {
  /** More names than these are counted: nobody reads them. */
  private static final int MOST = 8;

  private Names() {}

  /** {@code A}, {@code A or B}, {@code A, B or C}, of many the first few; of at least one. */
  static String either(List<String> all) {
    if (all.size() > MOST) {
      int rest = all.size() - MOST + 1;
      return String.join(", ", all.subList(0, MOST - 1)) + " or one of " + rest + " others";
    }
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
    List<String> labels = labels(endpoints);
    String first = labels.get(0);
    int more = labels.size() - 1;
    return switch (more) {
      case 0 -> first;
      case 1 -> first + " and " + labels.get(1);
      default -> first + " and " + more + " more endpoints";
    };
  }

  /** The verb that goes with {@link #of}: {@code goes} of one endpoint, {@code go} of several. */
  static String verb(List<Endpoint> endpoints, String ofOne, String ofSeveral) {
    return labels(endpoints).size() == 1 ? ofOne : ofSeveral;
  }

  /** Several methods may handle the same requests, each for other media types. */
  private static List<String> labels(List<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::label).distinct().toList();
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
