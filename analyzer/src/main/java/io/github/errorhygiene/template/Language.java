package io.github.errorhygiene.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A language of templates: what in a file is printed.
 *
 * @param endings of names of files
 * @param remarks what is neither printed nor sent
 * @param printed each with the expression in the one group that takes part; what a loop goes
 *     through is printed by it
 */
record Language(List<String> endings, Pattern remarks, List<Pattern> printed) {
  private static final Pattern OF_HTML = Pattern.compile("(?s)<!--.*?-->");

  /**
   * Thymeleaf: attributes that set text, and inlined expressions (Thymeleaf 3, "Using Texts",
   * "Inlining"). A file without them is a static page.
   */
  private static final Language THYMELEAF =
      new Language(
          List.of(".html"),
          OF_HTML,
          List.of(
              Pattern.compile(
                  "(?s)(?:th:|data-th-)(?:text|utext|value|content)\\s*=\\s*\"([^\"]*)\""),
              Pattern.compile("(?s)(?:th:|data-th-)(?:text|utext|value|content)\\s*=\\s*'([^']*)'"),
              Pattern.compile("(?:th:|data-th-)each\\s*=\\s*\"[^\":]*:([^\"]*)\""),
              Pattern.compile("(?s)\\[\\[(.*?)]]"),
              Pattern.compile("(?s)\\[\\((.*?)\\)]")));

  /** FreeMarker: {@code ${…}}, {@code [=…]}; what stands in remarks of HTML is sent. */
  private static final Language FREEMARKER =
      new Language(
          List.of(".ftl", ".ftlh"),
          Pattern.compile("(?s)<#--.*?-->"),
          List.of(Pattern.compile("\\$\\{([^}]*)}"), Pattern.compile("<#list\\s+(\\S+)\\s+as\\b")));

  /** Mustache, Handlebars, Pebble: {@code {{…}}}, sections and partials aside. */
  private static final Language MUSTACHE =
      new Language(
          List.of(".mustache", ".hbs", ".peb", ".pebble"),
          Pattern.compile("(?s)\\{\\{!.*?}}|\\{#.*?#}"),
          List.of(Pattern.compile("\\{\\{\\{?&?\\s*([^#^/!>{}][^{}]*)}?}}")));

  /** JSP: the expression language, {@code <%= %>}, and scriptlets that print a stack trace. */
  private static final Language JSP =
      new Language(
          List.of(".jsp", ".jspx"),
          Pattern.compile("(?s)<%--.*?--%>"),
          List.of(
              Pattern.compile("(?s)[$#]\\{([^}]*)}"),
              Pattern.compile("(?s)<%=(.*?)%>"),
              Pattern.compile("(?s)<%(?![=@!-]).*?(\\w+\\.printStackTrace)\\s*\\(.*?%>")));

  static final List<Language> ALL = List.of(FREEMARKER, JSP, MUSTACHE, THYMELEAF);

  static Language of(String file) {
    return ALL.stream()
        .filter(language -> language.endings.stream().anyMatch(file::endsWith))
        .findFirst()
        .orElse(THYMELEAF);
  }
}
