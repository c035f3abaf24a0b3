package io.github.errorhygiene.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Products of database that parts of change logs are for: {@code dbms="h2, postgresql"}, {@code
 * dbms="!oracle"}.
 */
final class Products {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private Products() {}

  /**
   * Those among which a change log tells apart, in order; the empty name is any other, and is left
   * out where some are named for what only they do.
   */
  static List<String> of(Set<String> attributes) {
    Set<String> named = new TreeSet<>();
    boolean only = false;
    for (String attribute : attributes) {
      for (String product : parts(attribute)) {
        only |= !product.startsWith("!");
        named.add(product.replace("!", ""));
      }
    }
    List<String> all = new ArrayList<>(named);
    if (!only) {
      all.add("");
    }
    return all;
  }

  /** Whether what has that attribute is done for a product. */
  static boolean isFor(String attribute, String product) {
    List<String> parts = parts(attribute);
    boolean only = parts.stream().anyMatch(part -> !part.startsWith("!"));
    return only ? parts.contains(product) : !parts.contains("!" + product);
  }

  private static List<String> parts(String attribute) {
    return COMMA
        .splitAsStream(attribute.strip().toLowerCase(Locale.ROOT))
        .filter(part -> !part.isEmpty() && !part.equals("all"))
        .toList();
  }
}
