package io.github.errorhygiene.spring;

import java.util.regex.Pattern;

/** Ant patterns and path patterns: {@code /orders/**}, {@code /orders/{id}}, {@code /*.css}. */
final class PathPattern {
  private PathPattern() {}

  /** Whether a pattern covers a route, whose variables stand for any segment. */
  static boolean covers(String pattern, String route) {
    String path = route.replaceAll("\\{\\*[^}]*}", "x/x").replaceAll("\\{[^}]*}", "x");
    return regex(pattern).matcher(path.isEmpty() ? "/" : path).matches();
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
