package io.github.errorhygiene.spring;

import java.util.regex.Pattern;

/** Ant patterns and path patterns: {@code /orders/**}, {@code /orders/{id}}, {@code /*.css}. */
final class PathPattern {
  private static final Pattern REST = Pattern.compile("\\{\\*[^}]*}");
  private static final Pattern SEGMENT = Pattern.compile("\\{[^}]*}");

  private final Pattern regex;

  PathPattern(String pattern) {
    this.regex = regex(pattern);
  }

  /** Whether a pattern covers a route, whose variables stand for any segment. */
  static boolean covers(String pattern, String route) {
    return new PathPattern(pattern).covers(route);
  }

  /** Whether it covers a route, whose variables stand for any segment. */
  boolean covers(String route) {
    String path = REST.matcher(route).replaceAll("x/x");
    path = SEGMENT.matcher(path).replaceAll("x");
    return regex.matcher(path.isEmpty() ? "/" : path).matches();
  }

  private static Pattern regex(String pattern) {
    String text = pattern.startsWith("/") ? pattern : "/" + pattern;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("/**", i)) {
        regex.append("(?:/.*)?");
        i += 2;
      } else if (text.charAt(i) == '*') {
        regex.append("[^/]*");
      } else if (text.charAt(i) == '?') {
        regex.append("[^/]");
      } else if (text.charAt(i) == '{' && text.indexOf('}', i) > 0) {
        regex.append(text.startsWith("{*", i) ? ".*" : "[^/]*");
        i = text.indexOf('}', i);
      } else {
        regex.append(Pattern.quote(String.valueOf(text.charAt(i))));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
