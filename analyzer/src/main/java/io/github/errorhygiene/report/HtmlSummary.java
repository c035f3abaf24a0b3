package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The top of the page: the verdict in one sentence, then the figures behind it. */
final class HtmlSummary {
  private HtmlSummary() {}

  /** One sentence without a full stop, e.g. {@code 7 of 23 endpoints answer a failure wrongly}. */
  static String verdict(Report report) {
    int endpoints = report.application().contracts().size();
    if (endpoints == 0) {
      return "No HTTP endpoint was found";
    }
    long wrong = wrongEndpoints(report);
    if (wrong > 0) {
      return "%s of %s %s a failure wrongly"
          .formatted(
              HtmlPage.number(wrong),
              HtmlPage.number(endpoints, "endpoint"),
              endpoints == 1 ? "answers" : "answer");
    }
    String calm = "No wrong status found in " + HtmlPage.number(endpoints, "endpoint");
    return report.findings().isEmpty()
        ? calm
        : calm + ", but " + HtmlPage.number(report.findings().size(), "finding");
  }

  private static long wrongEndpoints(Report report) {
    return report.application().contracts().stream()
        .filter(c -> HtmlIndex.count(c.failures(), Verdict.WRONG) > 0)
        .count();
  }

  /** The header of the page with its table of contents. */
  static void write(HtmlPage page) {
    Report report = page.report();
    HtmlWriter html = page.html().open("header", "class", "top");
    html.open("p", "class", "brand").element("b", "Error Hygiene");
    html.element("span", report.name());
    if (!report.application().framework().isEmpty()) {
      html.element("span", report.application().framework());
    }
    html.close("p");
    html.element("h1", verdict(report) + ".");
    html.element("p", inNumbers(report), "class", "lead");
    html.open("nav", "aria-label", "Contents").open("ul");
    contents(html, "findings", "Findings", HtmlPage.number(report.findings().size()));
    contents(
        html, "endpoints", "Endpoints", HtmlPage.number(report.application().contracts().size()));
    contents(
        html, "health", "Analysis health", HtmlPage.number(report.health().gaps().size(), "gap"));
    contents(html, "rules", "Rules", HtmlPage.number(page.index().byRule().size()));
    html.close("ul").close("nav").close("header");
  }

  private static void contents(HtmlWriter html, String anchor, String text, String count) {
    html.open("li").open("a", "href", "#" + anchor).text(text + " ");
    html.element("span", count, "class", "count").close("a").close("li");
  }

  private static String inNumbers(Report report) {
    List<Failure> failures = failures(report);
    if (failures.isEmpty()) {
      return "No way to fail is known. " + severities(report.findings()) + ".";
    }
    return "%s examined: %s answered wrongly, %s rightly, %s undecided. %s."
        .formatted(
            HtmlPage.number(failures.size(), "way to fail").replace("way to fails", "ways to fail"),
            HtmlPage.number(HtmlIndex.count(failures, Verdict.WRONG)),
            HtmlPage.number(HtmlIndex.count(failures, Verdict.RIGHT)),
            HtmlPage.number(HtmlIndex.count(failures, Verdict.UNKNOWN)),
            severities(report.findings()));
  }

  private static String severities(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "No findings";
    }
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long count = HtmlIndex.count(findings, severity);
      if (count > 0) {
        parts.add(HtmlPage.number(count, severity == Severity.INFO ? "note" : severity.label()));
      }
    }
    return HtmlPage.number(findings.size(), "finding") + ": " + String.join(", ", parts);
  }

  private static List<Failure> failures(Report report) {
    Stream<Failure> ofEndpoints =
        report.application().contracts().stream().map(Contract::failures).flatMap(List::stream);
    return Stream.concat(ofEndpoints, report.application().failures().stream()).toList();
  }

  /** Findings by rule and severity, and failures by the status that answers them. */
  static void figures(HtmlPage page) {
    page.html().open("section", "id", "summary", "class", "figures", "aria-label", "Figures");
    rules(page);
    statuses(page);
    page.html().close("section");
  }

  private static void rules(HtmlPage page) {
    HtmlWriter html = page.html().open("div", "class", "panel").element("h2", "Findings by rule");
    Map<String, List<Finding>> byRule = page.index().byRule();
    if (byRule.isEmpty()) {
      html.element("p", "None.").close("div");
      return;
    }
    int most = byRule.values().stream().mapToInt(List::size).max().orElse(1);
    html.open("table", "class", "chart");
    heads(html, "Rule", "", "Error", "Warning", "Info");
    html.open("tbody");
    byRule.forEach((rule, findings) -> rule(html, rule, findings, most));
    html.close("tbody").close("table").close("div");
  }

  private static void rule(HtmlWriter html, String rule, List<Finding> findings, int most) {
    html.open("tr")
        .open("th", "scope", "row")
        .element("a", rule, "href", "#findings-" + rule)
        .close("th");
    HtmlBar bar = new HtmlBar(most);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      bar.add(severity.label(), HtmlIndex.count(findings, severity));
    }
    html.open("td", "class", "bar-cell");
    bar.write(html);
    html.close("td");
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      count(html, HtmlIndex.count(findings, severity));
    }
    html.close("tr");
  }

  private static void statuses(HtmlPage page) {
    Map<Integer, List<Failure>> byStatus = new TreeMap<>();
    for (Failure failure : failures(page.report())) {
      byStatus.computeIfAbsent(failure.answer().status(), status -> new ArrayList<>()).add(failure);
    }
    HtmlWriter html =
        page.html()
            .open("div", "class", "panel")
            .element("h2", "Failures by the status that answers them");
    if (byStatus.isEmpty()) {
      html.element("p", "None.").close("div");
      return;
    }
    int most = byStatus.values().stream().mapToInt(List::size).max().orElse(1);
    html.open("table", "class", "chart");
    heads(html, "Status", "", "Wrong", "Right", "Undecided");
    html.open("tbody");
    byStatus.forEach((status, failures) -> status(page, status, failures, most));
    html.close("tbody").close("table").close("div");
  }

  private static void status(HtmlPage page, int status, List<Failure> failures, int most) {
    HtmlWriter html = page.html().open("tr").open("th", "scope", "row");
    page.status(status);
    html.close("th").open("td", "class", "bar-cell");
    HtmlBar bar = new HtmlBar(most);
    for (Verdict verdict : List.of(Verdict.WRONG, Verdict.RIGHT, Verdict.UNKNOWN)) {
      bar.add(HtmlPage.label(verdict), HtmlIndex.count(failures, verdict));
    }
    bar.write(html);
    html.close("td");
    for (Verdict verdict : List.of(Verdict.WRONG, Verdict.RIGHT, Verdict.UNKNOWN)) {
      count(html, HtmlIndex.count(failures, verdict));
    }
    html.close("tr");
  }

  private static void count(HtmlWriter html, long count) {
    html.element("td", HtmlPage.number(count), "class", count == 0 ? "n zero" : "n");
  }

  private static void heads(HtmlWriter html, String... names) {
    html.open("thead").open("tr");
    for (String name : names) {
      if (name.isEmpty()) {
        html.element("td", "");
      } else {
        html.element("th", name, "scope", "col");
      }
    }
    html.close("tr").close("thead");
  }
}
