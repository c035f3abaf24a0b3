package io.github.errorhygiene.servlet;

/** URL patterns (Servlet 6, section 12.2). */
final class Patterns {
  private Patterns() {}

  /** Whether all paths of {@code narrow} are among those of {@code wide}. */
  static boolean covers(String wide, String narrow) {
    if (wide.equals("/*") || wide.equals("/") || wide.equals(narrow)) {
      return true;
    }
    if (wide.startsWith("*.")) {
      return narrow.endsWith(wide.substring(1));
    }
    if (!wide.endsWith("/*")) {
      return false;
    }
    String prefix = wide.substring(0, wide.length() - 2);
    return narrow.equals(prefix) || narrow.startsWith(prefix + "/");
  }

  /** Whether a pattern takes every path that nothing else takes. */
  static boolean takesAll(String pattern) {
    return pattern.equals("/*") || pattern.equals("/");
  }
}
