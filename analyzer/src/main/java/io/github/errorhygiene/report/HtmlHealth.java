package io.github.errorhygiene.report;

import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.unit.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far the findings, and their absence, can be trusted. */
final class HtmlHealth {
  /** Gaps shown for each kind; the JSON report has them all. */
  private static final int SHOWN = 200;

  private HtmlHealth() {}

  static void write(HtmlPage page) {
    Health health = page.report().health();
    HtmlWriter html =
        page.html().open("section", "id", "health", "aria-labelledby", "health-title");
    html.element("h2", "Analysis health", "id", "health-title");
    html.element(
        "p",
        "What the analysis understood, and so what “no finding” is worth here.",
        "class",
        "hint");
    html.open("dl", "class", "tiles");
    tile(html, "Files read", HtmlPage.number(health.files()), "");
    tile(html, "Lines", HtmlPage.number(health.lines()), "");
    tile(
        html,
        "Files not fully read",
        HtmlPage.number(health.failedFiles()),
        health.failedFiles() > 0 ? "warn" : "");
    tile(
        html,
        "Calls resolved",
        resolved(health),
        health.unresolvedCalls() * 10L > health.calls() ? "warn" : "");
    tile(
        html,
        "Class path",
        health.classPath() ? "given" : "not given",
        health.classPath() ? "" : "warn");
    html.close("dl");
    remarks(health).forEach(remark -> html.element("p", remark, "class", "remark"));
    gaps(page, health.gaps());
    html.close("section");
  }

  private static void tile(HtmlWriter html, String name, String value, String kind) {
    html.open("div", "class", ("tile " + kind).strip())
        .element("dt", name)
        .element("dd", value)
        .close("div");
  }

  /** Rounded down: 100 % means all. */
  private static String resolved(Health health) {
    if (health.calls() == 0) {
      return "none met";
    }
    long tenths = (health.calls() - health.unresolvedCalls()) * 1000L / health.calls();
    return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " %";
  }

  private static List<String> remarks(Health health) {
    List<String> remarks = new ArrayList<>();
    if (health.failedFiles() > 0) {
      remarks.add(
          HtmlPage.number(health.failedFiles(), "file")
              + " could not be read in full: what the missing parts do is not judged.");
    }
    if (health.unresolvedCalls() > 0) {
      remarks.add(
          "%s of %s that requests reach lead to a method that is not known: what fails behind them is not judged."
              .formatted(
                  HtmlPage.number(health.unresolvedCalls()),
                  HtmlPage.number(health.calls(), "call")));
    }
    if (!health.classPath()) {
      remarks.add(
          "No class path was given: of libraries only bundled signatures are known, which may leave more"
              + " calls unresolved.");
    }
    return remarks;
  }

  private static void gaps(HtmlPage page, List<Gap> gaps) {
    if (gaps.isEmpty()) {
      page.html().element("p", "No gaps.", "class", "remark");
      return;
    }
    Map<Gap.Kind, List<Gap>> byKind = new TreeMap<>();
    gaps.forEach(gap -> byKind.computeIfAbsent(gap.kind(), kind -> new ArrayList<>()).add(gap));
    HtmlWriter html = page.html().open("details", "class", "fold");
    html.element(
        "summary", HtmlPage.number(gaps.size(), "gap") + ": what could not be read or resolved");
    byKind.forEach((kind, ofKind) -> gaps(html, kind, ofKind));
    html.close("details");
  }

  private static void gaps(HtmlWriter html, Gap.Kind kind, List<Gap> gaps) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    html.element("h3", name + " (" + HtmlPage.number(gaps.size()) + ")")
        .open("ul", "class", "gaps");
    gaps.stream().limit(SHOWN).forEach(gap -> gap(html, gap));
    html.close("ul");
    if (gaps.size() > SHOWN) {
      html.element(
          "p",
          HtmlPage.number(gaps.size() - SHOWN) + " more are in the JSON report.",
          "class",
          "hint");
    }
  }

  private static void gap(HtmlWriter html, Gap gap) {
    String line = gap.position().line() > 0 ? ":" + gap.position().line() : "";
    html.open("li").element("code", gap.file() + line).text(" " + gap.message()).close("li");
  }
}
