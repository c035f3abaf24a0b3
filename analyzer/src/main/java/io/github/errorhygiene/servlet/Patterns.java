package io.github.errorhygiene.servlet;

/** URL patterns (Servlet 6, section 12.2). */
public final class Patterns {
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

  /**
   * Whether a request for a path may be one of those of a pattern.
   *
   * @param path of a route; its variables and wildcards may stand for anything
   */
  public static boolean mayTake(String pattern, String path) {
    if (takesAll(pattern)) {
      return true;
    }
    if (pattern.isEmpty()) { // the root and nothing else (Servlet 6.0, 12.2)
      return path.isEmpty() || path.equals("/") || isOpen(path);
    }
    if (pattern.startsWith("*.")) {
      String last = path.substring(path.lastIndexOf('/') + 1);
      return isOpen(last) || last.endsWith(pattern.substring(1));
    }
    boolean prefix = pattern.endsWith("/*");
    String whole = prefix ? pattern.substring(0, pattern.length() - 2) : pattern;
    String[] wanted = whole.split("/", 0);
    String[] given = path.split("/", 0);
    for (int i = 0; i < wanted.length; i++) {
      if (i < given.length && given[i].contains("**")) {
        return true;
      }
      if (i >= given.length || !(isOpen(given[i]) || given[i].equals(wanted[i]))) {
        return false;
      }
    }
    return prefix || given.length == wanted.length || path.contains("**");
  }

  private static boolean isOpen(String segment) {
    return segment.contains("{") || segment.contains("*");
  }

  /** Whether a pattern takes every path that nothing else takes. */
  static boolean takesAll(String pattern) {
    return pattern.equals("/*") || pattern.equals("/");
  }
}
