package io.github.errorhygiene.report;

import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.rule.Suppressed;
import io.github.errorhygiene.unit.Suppression;
import java.util.List;

/** What would be findings without suppressions in the sources: hidden from no reader. */
final class HtmlSuppressed {
  private HtmlSuppressed() {}

  static void write(HtmlPage page) {
    List<Suppressed> suppressed = page.report().suppressed();
    if (suppressed.isEmpty()) {
      return;
    }
    HtmlWriter html =
        page.html().open("section", "id", "suppressed", "aria-labelledby", "suppressed-title");
    html.element("h2", "Suppressed", "id", "suppressed-title");
    html.open("details", "class", "fold")
        .element(
            "summary",
            HtmlPage.number(suppressed.size(), "finding") + " that the sources ask not to be told")
        .open("ul", "class", "gaps");
    suppressed.forEach(each -> item(page, each));
    html.close("ul").close("details").close("section");
  }

  private static void item(HtmlPage page, Suppressed suppressed) {
    HtmlWriter html = page.html().open("li");
    html.element("code", suppressed.finding().rule())
        .text(" " + suppressed.finding().message() + " ");
    page.place(suppressed.finding().place());
    Suppression by = suppressed.by();
    String where =
        by.file().equals(suppressed.finding().place().file())
            ? "line " + by.position().line()
            : by.file() + ":" + by.position().line();
    String reason = by.reason().isEmpty() ? "no reason is given" : by.reason();
    html.text(" – " + reason + " (" + where + ")").close("li");
  }
}
