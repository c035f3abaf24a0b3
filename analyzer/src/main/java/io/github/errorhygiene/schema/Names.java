package io.github.errorhygiene.schema;

import java.util.Locale;

/**
 * Names of tables, columns and constraints. Databases fold their case, and naming strategies put
 * underscores where an upper case letter was: names that differ in nothing else are the same here.
 */
public final class Names {
  private Names() {}

  /** Without schema, quotes, case and underscores. */
  public static String plain(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.replaceAll("[_\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
  }
}
