package io.github.errorhygiene.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a generator calls its classes.
 *
 * @param prefix {@code modelNamePrefix} of OpenAPI Generator; may be empty
 * @param suffix {@code modelNameSuffix}; may be empty
 */
record ModelNames(String prefix, String suffix) {
  /**
   * What most classes that are missing have before and after the names of schemas. Build files say
   * it too, each tool in its own way and often through variables.
   *
   * @param missing simple names
   * @return empty unless it explains at least half of them
   */
  static Optional<ModelNames> explaining(Collection<String> missing, Collection<String> schemas) {
    Map<ModelNames, Integer> explained = new LinkedHashMap<>();
    for (String name : missing) {
      for (String schema : schemas) {
        int at = name.indexOf(camelized(schema));
        String before = at < 0 ? "" : name.substring(0, at);
        String after = at < 0 ? "" : name.substring(at + camelized(schema).length());
        if (at >= 0 && (after.isEmpty() || Character.isUpperCase(after.charAt(0)))) {
          explained.merge(new ModelNames(before, after), 1, Integer::sum);
        }
      }
    }
    return explained.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> 2 * best.getValue() >= missing.size())
        .map(Map.Entry::getKey);
  }

  /** The simple name of a schema's class. */
  String type(String schema) {
    return prefix + camelized(schema) + suffix;
  }

  /** {@code pet_type} as {@code PetType}. */
  static String camelized(String name) {
    StringBuilder camelized = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        camelized.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return camelized.toString();
  }

  /** {@code birth-date} as {@code birthDate}. */
  static String property(String name) {
    String camelized = camelized(name);
    return camelized.isEmpty() || Character.isDigit(camelized.charAt(0))
        ? "_" + camelized
        : camelized.substring(0, 1).toLowerCase(Locale.ROOT) + camelized.substring(1);
  }
}
