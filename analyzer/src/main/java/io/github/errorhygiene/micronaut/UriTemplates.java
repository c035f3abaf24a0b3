package io.github.errorhygiene.micronaut;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates of routes: RFC 6570 with additions (UriTemplate, UriMatchTemplate). */
final class UriTemplates {
  /** An operator, if any, and what it is for; patterns of variables have braces in pairs. */
  private static final Pattern EXPRESSION =
      Pattern.compile("\\{([?&#/+.;]?)((?:[^{}]|\\{[^{}]*})*)}");

  private UriTemplates() {}

  /** One below the other ({@code UriTemplate.normalizeNested}). */
  static String nested(String root, String template) {
    boolean nothing = template.isEmpty() || template.equals("/");
    if (nothing) {
      return root;
    }
    String base = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    boolean joins = template.startsWith("/") || template.matches("(?s)\\{[/#?&].*");
    return base + (joins ? "" : "/") + template;
  }

  /** A controller's path: with one slash before and none behind. */
  static String root(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.startsWith("/") ? trimmed : "/" + trimmed;
  }

  /**
   * The path alone, variables without patterns: <code>/a{/id:2}{?q}</code> is <code>/a/{id}
   * </code>.
   */
  static String path(String template) {
    String path = EXPRESSION.matcher(template).replaceAll(UriTemplates::expanded);
    return path.isEmpty() ? "/" : path;
  }

  private static String expanded(MatchResult expression) {
    String operator = expression.group(1);
    Stream<String> variables = variables(expression.group(2));
    String expanded =
        switch (operator) {
          case "?", "&", "#", ";" -> "";
          case "/" -> variables.map(v -> "/{" + v + "}").collect(Collectors.joining());
          case "." -> variables.map(v -> ".{" + v + "}").collect(Collectors.joining());
          default -> variables.map(v -> "{" + v + "}").collect(Collectors.joining(","));
        };
    return Matcher.quoteReplacement(expanded);
  }

  /** Names, without {@code :3}, {@code :[a-z]+} and {@code *}. */
  private static Stream<String> variables(String list) {
    return list.contains(":")
        ? Stream.of(list.substring(0, list.indexOf(':')).strip())
        : Stream.of(list.split(",")).map(name -> name.strip().replaceAll("\\*$", ""));
  }

  /** Whether a variable is part of the path. */
  static boolean hasPathVariable(String template, String name) {
    return path(template).contains("{" + name + "}");
  }

  /** Whether a pattern restricts the variable. */
  static boolean restricts(String template, String name) {
    return template.contains("{" + name + ":");
  }
}
