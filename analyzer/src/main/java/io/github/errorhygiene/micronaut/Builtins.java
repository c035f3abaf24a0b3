package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.web.YamlRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Micronaut's own exception handlers: {@code builtin.yaml}. */
final class Builtins {
  private static final Map<String, Builtin> ALL = read();

  private Builtins() {}

  /**
   * One of them.
   *
   * @param status 0 if the exception carries it
   * @param handler binary name of the bean
   */
  record Builtin(String exception, int status, String handler) {}

  /** The one for exactly that type; null if there is none. */
  static @Nullable Builtin of(String exception) {
    return ALL.get(exception);
  }

  /** Whether a class, by its binary name, is the handler of one of them. */
  static boolean isHandler(String type) {
    return ALL.values().stream().anyMatch(builtin -> builtin.handler().equals(type));
  }

  /** The nearest for an exception with these supertypes; null if there is none. */
  static @Nullable Builtin nearest(List<String> supertypes) {
    return supertypes.stream().map(ALL::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Map<String, Builtin> read() {
    Map<String, Builtin> all = new LinkedHashMap<>();
    for (Map<?, ?> row : YamlRows.read(Builtins.class, "builtin.yaml")) {
      String exception = YamlRows.text(row, "exception", "");
      int status = YamlRows.number(row, "status", 0);
      all.put(exception, new Builtin(exception, status, YamlRows.text(row, "handler", "")));
    }
    return Collections.unmodifiableMap(all);
  }
}
