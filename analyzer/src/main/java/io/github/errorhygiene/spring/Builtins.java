package io.github.errorhygiene.spring;

import io.github.errorhygiene.web.YamlRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The exceptions for which Spring MVC itself has a status: {@code builtin.yaml}. */
final class Builtins {
  private static final Map<String, Builtin> ALL = read();

  private Builtins() {}

  /**
   * One of them.
   *
   * @param status 0 if the instance carries it
   * @param handler method of {@code ResponseEntityExceptionHandler}
   */
  record Builtin(String exception, int status, String handler) {}

  static Map<String, Builtin> all() {
    return ALL;
  }

  /** The nearest for an exception with these supertypes; null if Spring has no status for it. */
  static @Nullable Builtin nearest(List<String> supertypes) {
    for (String type : supertypes) {
      Builtin builtin = ALL.get(type);
      if (builtin != null) {
        return builtin;
      }
    }
    return null;
  }

  private static Map<String, Builtin> read() {
    Map<String, Builtin> all = new LinkedHashMap<>();
    for (Map<?, ?> row : YamlRows.read(Builtins.class, "builtin.yaml")) {
      String exception = String.valueOf(row.get("exception"));
      all.put(
          exception,
          new Builtin(
              exception,
              (Integer) Objects.requireNonNull(row.get("status")),
              String.valueOf(row.get("handler"))));
    }
    return Collections.unmodifiableMap(all);
  }
}
