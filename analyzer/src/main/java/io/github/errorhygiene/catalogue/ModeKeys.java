package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The keys {@code mode} and, named after causes, the modes where it differs. */
final class ModeKeys {
  private ModeKeys() {}

  static Set<String> with(String... others) {
    Set<String> keys = new HashSet<>(List.of(others));
    keys.add("mode");
    for (Cause cause : Cause.values()) {
      keys.add(key(cause));
    }
    return Set.copyOf(keys);
  }

  static Modes read(YamlRow row) throws YamlException {
    Map<Cause, FailureMode> byCause = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      FailureMode mode = row.constant(key(cause), FailureMode.class);
      if (mode != null) {
        byCause.put(cause, mode);
      }
    }
    return new Modes(row.constant("mode", row.required("mode"), FailureMode.class), byCause);
  }

  /** Further statuses that are defensible. */
  static List<Integer> accepted(YamlRow row) throws YamlException {
    return row.numbers("accepted", 200, 599);
  }

  private static String key(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }
}
