package io.github.errorhygiene.contract;

import java.util.Comparator;
import java.util.List;

/**
 * A setting of the application by which the framework's own error answers show internals.
 *
 * @param key as written, with dots
 * @param exposes what it makes them show, as in {@link Answer#exposes}; sorted
 */
public record Setting(String key, String value, Place place, List<String> exposes)
    implements Comparable<Setting> {
  private static final Comparator<Setting> ORDER =
      Comparator.comparing(Setting::place).thenComparing(Setting::key);

  public Setting {
    exposes = exposes.stream().sorted().distinct().toList();
  }

  @Override
  public int compareTo(Setting other) {
    return ORDER.compare(this, other);
  }
}
