package io.github.errorhygiene.report;

import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.report.html.MarkdownHtml;
import java.util.Set;
import java.util.regex.Pattern;

/** The explanations of the rules that found something. */
final class HtmlRules {
  private static final String DOCUMENT = ".md";
  private static final Pattern TITLE = Pattern.compile("^\\s*# .*\\R?");

  private HtmlRules() {}

  static void write(HtmlPage page) {
    Set<String> rules = page.index().byRule().keySet();
    HtmlWriter html = page.html().open("section", "id", "rules", "aria-labelledby", "rules-title");
    html.element("h2", "The rules", "id", "rules-title");
    if (rules.stream().noneMatch(rule -> page.rules().documentation(rule).isPresent())) {
      html.element("p", "No rule to explain.", "class", "hint");
    }
    for (String rule : rules) {
      page.rules().documentation(rule).ifPresent(text -> rule(page, rule, text));
    }
    html.close("section");
  }

  private static void rule(HtmlPage page, String rule, String text) {
    HtmlWriter html =
        page.html().open("article", "class", "rule", "id", HtmlIndex.ruleId(rule)).open("details");
    html.open("summary").open("h3").element("code", rule).close("h3").text(" ");
    page.rules().summary(rule).ifPresent(html::text);
    html.close("summary").open("div", "class", "card-body");
    MarkdownHtml.write(withoutTitle(text), 2, destination -> link(page, destination), html);
    html.close("div").close("details").close("article");
  }

  private static String withoutTitle(String text) {
    return TITLE.matcher(text).replaceFirst("");
  }

  /**
   * Documents link to each other as files; here the other rule is further down, or not in the page.
   */
  private static String link(HtmlPage page, String destination) {
    String file = destination.substring(destination.lastIndexOf('/') + 1);
    if (destination.startsWith("http") || !file.endsWith(DOCUMENT)) {
      return destination.startsWith("#") ? "" : destination;
    }
    String rule = file.substring(0, file.length() - DOCUMENT.length());
    return page.index().byRule().containsKey(rule) && page.rules().documentation(rule).isPresent()
        ? "#" + HtmlIndex.ruleId(rule)
        : "";
  }
}
