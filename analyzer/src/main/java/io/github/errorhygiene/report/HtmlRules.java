package io.github.errorhygiene.report;

import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.report.html.MarkdownHtml;
import java.util.Set;

/** The explanations of the rules that found something. */
final class HtmlRules {
  private static final String DOCUMENT = ".md";

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
    HtmlWriter html = page.html().open("article", "class", "rule", "id", HtmlIndex.ruleId(rule));
    MarkdownHtml.write(text, 2, destination -> link(page, destination), html);
    html.close("article");
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
