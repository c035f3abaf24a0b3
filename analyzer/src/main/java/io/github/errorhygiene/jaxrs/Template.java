package io.github.errorhygiene.jaxrs;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A path template ({@code @Path}, section 3.4 of the specification): variables with or without a
 * regular expression, in which braces may nest.
 *
 * @param plain with the names of the variables alone, from the root
 * @param patterns the regular expression of each variable; empty if it has none
 */
record Template(String plain, Map<String, String> patterns) {
  static final Template ROOT = new Template("", Map.of());

  /** This template with another one below it; one slash between. */
  Template below(String path) {
    Map<String, String> all = new LinkedHashMap<>(patterns);
    String part = strip(parse(path, all));
    return new Template(part.isEmpty() ? plain : plain + "/" + part, all);
  }

  /** For people: {@code /orders/{id}}. */
  String path() {
    return plain.isEmpty() ? "/" : plain;
  }

  boolean has(String variable) {
    return patterns.containsKey(variable);
  }

  /** Whether only some texts match the variable. */
  boolean restricts(String variable) {
    String pattern = patterns.getOrDefault(variable, "");
    return !pattern.isEmpty() && !pattern.equals(".*") && !pattern.equals(".+");
  }

  private static String strip(String path) {
    String start = path.startsWith("/") ? path.substring(1) : path;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }

  private static String parse(String path, Map<String, String> patterns) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < path.length()) {
      if (path.charAt(at) != '{') {
        plain.append(path.charAt(at++));
        continue;
      }
      int end = closing(path, at);
      String[] variable = path.substring(at + 1, end).split(":", 2);
      String name = variable[0].strip();
      patterns.put(name, variable.length > 1 ? variable[1].strip() : "");
      plain.append('{').append(name).append('}');
      at = end + 1;
    }
    return plain.toString();
  }

  /** The brace that closes; the end if none does. */
  private static int closing(String path, int open) {
    int depth = 0;
    for (int i = open; i < path.length(); i++) {
      depth += path.charAt(i) == '{' ? 1 : path.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return path.length();
  }
}
