package io.github.errorhygiene.spring;

import io.github.errorhygiene.web.YamlRows;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Spring WebFlux raises where Spring MVC raises something else: {@code reactive.yaml}. Its
 * exceptions carry their status.
 */
final class Reactive {
  private static final Map<String, Raised> BY_MVC = read();

  private Reactive() {}

  /**
   * One of them.
   *
   * @param status 0 if nobody gives it one
   */
  record Raised(String exception, int status) {}

  /** What is raised instead of that exception of Spring MVC; the same if there is no other. */
  static String insteadOf(String ofMvc) {
    Raised raised = BY_MVC.get(ofMvc);
    return raised == null ? ofMvc : raised.exception();
  }

  /** The status of the nearest of these types; 0 if none has one. */
  static int status(List<String> supertypes) {
    for (String type : supertypes) {
      for (Raised raised : BY_MVC.values()) {
        if (raised.exception().equals(type)) {
          return raised.status();
        }
      }
    }
    return 0;
  }

  private static Map<String, Raised> read() {
    Map<String, Raised> all = new TreeMap<>();
    for (Map<?, ?> row : YamlRows.read(Reactive.class, "reactive.yaml")) {
      int status = row.get("status") instanceof Integer number ? number : 0;
      all.put(
          String.valueOf(row.get("mvc")), new Raised(String.valueOf(row.get("exception")), status));
    }
    return Collections.unmodifiableMap(all);
  }
}
