package io.github.errorhygiene.report;

import io.github.errorhygiene.report.html.HtmlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The report for people: one HTML file that needs no network and no script. The script in it adds
 * search, filters and keys.
 *
 * <p>A content security policy admits this one style sheet and this one script by their hashes and
 * nothing else, so that text from the analysed sources can never act.
 */
public final class HtmlReport {
  private static final String ICON =
      "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E"
          + "%3Crect%20width='16'%20height='16'%20rx='4'%20fill='%230b6170'/%3E"
          + "%3Cpath%20d='M4%208.5l2.7%202.7L12%205.5'%20fill='none'%20stroke='%23fff'"
          + "%20stroke-width='2'/%3E%3C/svg%3E";

  private HtmlReport() {}

  /**
   * Writes the page; same report and sources, same text. To be stored as UTF-8.
   *
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(Report report, SourceText sources, Appendable out) throws IOException {
    write(report, sources, RuleTexts.SHIPPED, out);
  }

  static void write(Report report, SourceText sources, RuleTexts rules, Appendable out)
      throws IOException {
    try {
      HtmlWriter html = new HtmlWriter(out);
      write(new HtmlPage(html, report, new HtmlIndex(report), new HtmlCode(sources, html), rules));
      html.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(HtmlPage page) {
    HtmlWriter html = page.html().doctype().open("html", "lang", "en");
    String script = resource("report.js");
    head(page, script);
    html.open("body");
    html.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
    HtmlSummary.write(page);
    html.open("main");
    HtmlSummary.figures(page);
    HtmlHealth.write(page);
    filters(page);
    HtmlFindings.write(page);
    HtmlSuppressed.write(page);
    HtmlContracts.write(page);
    HtmlRules.write(page);
    html.close("main");
    html.open("footer")
        .element(
            "p",
            "Written by Error Hygiene. One file, no network: it can be mailed, archived and printed.");
    html.close("footer").rawElement("script", script).close("body").close("html");
  }

  private static void head(HtmlPage page, String script) {
    String style = resource("report.css");
    String policy =
        "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script));
    HtmlWriter html = page.html().open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.element(
        "title",
        page.report().name() + ": " + HtmlSummary.verdict(page.report()) + " – Error Hygiene");
    html.open("link", "rel", "icon", "href", ICON);
    html.rawElement("style", style);
    html.close("head");
  }

  /** Hidden until the script shows it: without the script it could do nothing. */
  private static void filters(HtmlPage page) {
    HtmlWriter html = page.html();
    html.open(
        "div",
        "id",
        "filters",
        "class",
        "filters",
        "role",
        "search",
        "aria-label",
        "Filter findings and endpoints",
        "hidden",
        "");
    html.open("label", "class", "grow").element("span", "Search", "class", "hidden-label");
    html.open(
        "input",
        "type",
        "search",
        "id",
        "filter-text",
        "placeholder",
        "Search path, exception, file … ( / )",
        "autocomplete",
        "off");
    html.close("label");
    choice(html, "severity", "Severity", List.of("error", "warning", "info"));
    choice(html, "rule", "Rule", List.copyOf(page.index().byRule().keySet()));
    choice(html, "verdict", "Answer", List.of("wrong", "right", "unknown"));
    html.element("button", "Open all", "type", "button", "id", "open-all", "aria-pressed", "false");
    html.element("output", "", "id", "filter-count", "aria-live", "polite");
    html.close("div");
  }

  private static void choice(HtmlWriter html, String name, String label, List<String> values) {
    html.open("label")
        .element("span", label, "class", "hidden-label")
        .open("select", "id", "filter-" + name);
    html.element("option", "any " + label.toLowerCase(Locale.ROOT), "value", "");
    values.forEach(
        value ->
            html.element("option", value.equals("unknown") ? "undecided" : value, "value", value));
    html.close("select").close("label");
  }

  /** With line feeds only, as the browser sees it when it computes the hash. */
  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
