package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.micronaut.Security.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who may call which paths, as the settings say ({@code ConfigurationInterceptUrlMapRule}): the
 * first pattern that fits decides.
 */
final class UrlMap {
  private static final String KEY = "micronaut.security.intercept-url-map";

  /** A path that no pattern names. */
  private static final String UNKNOWN_PATH = "/not/there/at/all";

  private final List<Rule> rules = new ArrayList<>();

  /**
   * One of them.
   *
   * @param method in capitals; empty for all
   */
  private record Rule(Pattern pattern, String method, Access access) {
    boolean isFor(String asked, String path) {
      return (method.isEmpty() || method.equals(asked)) && pattern.matcher(path).matches();
    }
  }

  /** Those of an application, see {@code Project#properties}. */
  UrlMap(Map<String, String> properties) {
    for (int i = 0; properties.containsKey(KEY + "[" + i + "].pattern"); i++) {
      String rule = KEY + "[" + i + "].";
      String method = properties.getOrDefault(rule + "http-method", "").toUpperCase(Locale.ROOT);
      rules.add(
          new Rule(
              pattern(properties.getOrDefault(rule + "pattern", "")),
              method,
              access(properties, rule + "access")));
    }
  }

  private static Access access(Map<String, String> properties, String key) {
    List<String> asked = new ArrayList<>(List.of(properties.getOrDefault(key, "")));
    for (int i = 0; properties.containsKey(key + "[" + i + "]"); i++) {
      asked.add(properties.getOrDefault(key + "[" + i + "]", ""));
    }
    return Security.access(asked);
  }

  /** As {@code AntPathMatcher} reads it. */
  private static Pattern pattern(String ant) {
    StringBuilder regex = new StringBuilder();
    for (String part :
        ant.split("(?<=/\\*\\*)|(?=/\\*\\*)|(?<=[*?])(?!\\*)|(?=[*?])(?<!\\*)", -1)) {
      regex.append(
          switch (part) {
            case "/**" -> "(/.*)?";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            case "?" -> "[^/]";
            default -> Pattern.quote(part);
          });
    }
    return Pattern.compile(regex.toString());
  }

  /** Who may call what is there; undecided if no pattern fits. */
  Access to(String method, String path) {
    String asked = path.replaceAll("\\{[^}]*}", "x");
    return rules.stream()
        .filter(rule -> rule.isFor(method, asked))
        .map(Rule::access)
        .findFirst()
        .orElse(Access.UNDECIDED);
  }

  /** Whether what has no route is open to everybody. */
  boolean opensUnknown() {
    return to("GET", UNKNOWN_PATH) == Access.ANYBODY;
  }
}
