package io.github.errorhygiene.armeria;

import io.github.errorhygiene.web.YamlRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Armeria itself makes of exceptions: {@code exceptions.yaml}. */
final class Defaults {
  private static final Map<String, Default> ALL = read();

  private Defaults() {}

  /**
   * One of them.
   *
   * @param status 0 if the exception carries it
   * @param annotated only for annotated services
   */
  record Default(String exception, int status, boolean annotated) {}

  /** The one for the nearest of these types; null if there is none. */
  static @Nullable Default nearest(List<String> supertypes) {
    return supertypes.stream().map(ALL::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Map<String, Default> read() {
    Map<String, Default> all = new LinkedHashMap<>();
    for (Map<?, ?> row : YamlRows.read(Defaults.class, "exceptions.yaml")) {
      String exception = YamlRows.text(row, "exception", "");
      boolean annotated = Boolean.TRUE.equals(row.get("annotated"));
      all.put(exception, new Default(exception, YamlRows.number(row, "status", 0), annotated));
    }
    return Collections.unmodifiableMap(all);
  }
}
