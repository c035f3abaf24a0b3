package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.report.html.MarkdownHtml;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Remedy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The findings, one card each, by rule. */
final class HtmlFindings {
  /** With more findings than this, cards start closed: a list to choose from. */
  private static final int OPEN = 25;

  /** Endpoints named on a card before the rest is folded away. */
  private static final int ENDPOINTS = 6;

  private static final Pattern STATUS_LINE = Pattern.compile("(HTTP/\\S+)\\s+(\\d{3})\\b(.*)");

  private HtmlFindings() {}

  static void write(HtmlPage page) {
    HtmlWriter html =
        page.html().open("section", "id", "findings", "aria-labelledby", "findings-title");
    html.element("h2", "Findings", "id", "findings-title");
    if (page.report().findings().isEmpty()) {
      html.element("p", "None. What that is worth depends on the analysis health above.");
    }
    page.index().byRule().forEach((rule, findings) -> rule(page, rule, findings));
    html.close("section");
  }

  private static void rule(HtmlPage page, String rule, List<Finding> findings) {
    HtmlWriter html = page.html().open("section", "class", "rule-group", "id", "findings-" + rule);
    html.open("h3")
        .element("code", rule)
        .text(" ")
        .element("span", HtmlPage.number(findings.size()), "class", "count")
        .close("h3");
    html.open("p", "class", "hint");
    page.rules().summary(rule).ifPresent(summary -> html.text(summary + ". "));
    if (page.rules().documentation(rule).isPresent()) {
      html.element("a", "Why it matters and how to fix it", "href", "#" + HtmlIndex.ruleId(rule));
    }
    html.close("p");
    findings.forEach(finding -> card(page, finding));
    html.close("section");
  }

  private static void card(HtmlPage page, Finding finding) {
    String severity = finding.severity().label();
    HtmlWriter html = page.html();
    html.open(
        "article",
        "class",
        "finding " + severity,
        "id",
        finding.fingerprint(),
        "data-rule",
        finding.rule(),
        "data-severity",
        severity);
    html.open("details", "open", page.report().findings().size() <= OPEN ? "" : null)
        .open("summary");
    html.element("span", severity, "class", "badge " + severity).text(" ");
    html.element("h4", finding.message()).text(" ");
    page.place(finding.place());
    html.close("summary").open("div", "class", "card-body");
    messages(html, finding);
    page.code().snippet(finding.place());
    remedy(html, finding);
    trace(page, finding.trace());
    endpoints(page, finding.endpoints());
    html.element(
        "a", "Link to this finding", "class", "anchor", "href", "#" + finding.fingerprint());
    html.close("div").close("details").close("article");
  }

  private static void messages(HtmlWriter html, Finding finding) {
    if (finding.now().isBlank() && finding.instead().isBlank()) {
      return;
    }
    html.open("div", "class", "messages");
    message(html, "What the client sees now", "now", finding.now());
    message(html, "What fits", "instead", finding.instead());
    html.close("div");
  }

  private static void message(HtmlWriter html, String title, String kind, String message) {
    if (message.isBlank()) {
      return;
    }
    html.open("div", "class", "message " + kind).element("h5", title).open("pre", "tabindex", "0");
    String[] parts = message.strip().split("\\R", 2);
    Matcher status = STATUS_LINE.matcher(parts[0]);
    if (status.matches()) {
      html.text(status.group(1) + " ")
          .element(
              "b", status.group(2) + status.group(3), "class", "s" + status.group(2).charAt(0));
    } else {
      html.text(parts[0]);
    }
    html.text(parts.length > 1 ? "\n" + parts[1] : "").close("pre").close("div");
  }

  private static void remedy(HtmlWriter html, Finding finding) {
    Remedy remedy = finding.remedy();
    if (!remedy.text().isEmpty()) {
      html.open("p", "class", "remedy").element("b", "To mend it: ").text(remedy.text() + ".");
      html.close("p");
    }
    if (!remedy.code().isEmpty()) {
      html.open("details", "class", "fold").element("summary", "As code");
      MarkdownHtml.write("```java\n" + remedy.code() + "```\n", 0, link -> "", html);
      html.close("details");
    }
    if (!finding.request().isEmpty()) {
      html.open("p", "class", "request").text("To see it: ").element("code", finding.request());
      html.close("p");
    }
  }

  private static void trace(HtmlPage page, List<Step> trace) {
    if (trace.isEmpty()) {
      return;
    }
    HtmlWriter html = page.html().open("details", "class", "fold trace", "open", "");
    html.element("summary", "How it gets there: " + HtmlPage.number(trace.size(), "step"))
        .open("ol");
    for (Step step : trace) {
      html.open("li").open("p").element("span", step.text(), "class", "step-text").text(" ");
      page.place(step.place());
      html.close("p");
      page.code().line(step.place());
      html.close("li");
    }
    html.close("ol").close("details");
  }

  private static void endpoints(HtmlPage page, List<Endpoint> endpoints) {
    HtmlWriter html = page.html().open("div", "class", "concerned");
    if (endpoints.isEmpty()) {
      html.element("h5", "Concerns every request").close("div");
      return;
    }
    html.element("h5", "Concerns " + HtmlPage.number(endpoints.size(), "endpoint"));
    endpointList(page, endpoints.subList(0, Math.min(ENDPOINTS, endpoints.size())));
    if (endpoints.size() > ENDPOINTS) {
      html.open("details")
          .element("summary", HtmlPage.number(endpoints.size() - ENDPOINTS) + " more");
      endpointList(page, endpoints.subList(ENDPOINTS, endpoints.size()));
      html.close("details");
    }
    html.close("div");
  }

  private static void endpointList(HtmlPage page, List<Endpoint> endpoints) {
    HtmlWriter html = page.html().open("ul");
    for (Endpoint endpoint : endpoints) {
      String id = page.index().endpointId(endpoint);
      html.open("li").open(id == null ? "span" : "a", "href", id == null ? null : "#" + id);
      HtmlContracts.method(html, endpoint);
      html.element("code", endpoint.path()).close(id == null ? "span" : "a").close("li");
    }
    html.close("ul");
  }
}
