package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Envelope;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one contract. */
final class HtmlFailureTable {
  private static final List<String> COLUMNS =
      List.of(
          "Failure", "Kind", "Answered by", "Status", "Fits", "Request id", "Logged", "Exposes");

  private final HtmlPage page;
  private final HtmlWriter html;
  private final @Nullable Endpoint endpoint;

  /**
   * A table to write.
   *
   * @param endpoint null for the rows of the whole application
   */
  HtmlFailureTable(HtmlPage page, @Nullable Endpoint endpoint) {
    this.page = page;
    this.html = page.html();
    this.endpoint = endpoint;
  }

  void write(List<Failure> failures) {
    if (failures.isEmpty()) {
      html.element("p", "No failure is known.", "class", "hint");
      return;
    }
    html.open("table", "class", "failures");
    html.element(
        "caption",
        endpoint == null ? "Failures of every request" : "Failures of " + endpoint.label(),
        "class",
        "hidden-label");
    html.open("thead").open("tr");
    COLUMNS.forEach(column -> html.element("th", column, "scope", "col"));
    html.close("tr").close("thead");
    rows(
        "Raised by the application",
        failures.stream().filter(f -> f.raisedBy() == RaisedBy.APPLICATION).toList());
    rows(
        "Raised by the framework",
        failures.stream().filter(f -> f.raisedBy() == RaisedBy.FRAMEWORK).toList());
    html.close("table");
  }

  private void rows(String title, List<Failure> failures) {
    if (failures.isEmpty()) {
      return;
    }
    html.open("tbody").open("tr", "class", "group");
    html.element("th", title, "colspan", String.valueOf(COLUMNS.size()), "scope", "rowgroup")
        .close("tr");
    failures.forEach(this::row);
    html.close("tbody");
  }

  private void row(Failure failure) {
    html.open(
        "tr",
        "class",
        "row-" + HtmlPage.label(failure.verdict()),
        "data-verdict",
        HtmlPage.label(failure.verdict()));
    failure(failure);
    cell("Kind", () -> kind(failure));
    cell("Answered by", () -> boundary(failure.boundary(), why(failure)));
    cell("Status", () -> status(failure));
    cell("Fits", () -> fits(failure));
    Answer answer = failure.answer();
    cell("Request id", () -> certainty(answer.requestId()));
    cell("Logged", () -> certainty(answer.logged()));
    cell(
        "Exposes",
        () ->
            html.element(
                "span", exposes(answer), "class", answer.exposes().isEmpty() ? "muted" : "no"));
    html.close("tr");
  }

  private void cell(String label, Runnable content) {
    html.open("td", "data-label", label);
    content.run();
    html.close("td");
  }

  private void failure(Failure failure) {
    html.open("th", "scope", "row");
    if (!failure.summary().isEmpty()) {
      html.element("span", failure.summary()).text(" ");
    }
    html.element("code", HtmlPage.simpleName(failure.exception()), "title", failure.exception());
    if (!failure.isSure()) {
      html.text(" ")
          .element(
              "span",
              "uncertain",
              "class",
              "tag",
              "title",
              "Rests on something unresolved, or on circumstances alone");
    }
    if (failure.origin() != null) {
      page.shortPlace(failure.origin());
    }
    Finding finding = page.index().finding(endpoint, failure);
    if (finding != null) {
      html.text(" ")
          .element("a", finding.rule(), "class", "to-finding", "href", "#" + finding.fingerprint());
    }
    html.close("th");
  }

  private void kind(Failure failure) {
    html.element(
        "span",
        failure.mode().label(),
        "class",
        failure.mode() == FailureMode.UNKNOWN ? "muted" : null);
    if (failure.dependsOn() != Cause.UNKNOWN) {
      html.element("small", "depends on " + cause(failure.dependsOn()));
    }
  }

  private static String cause(Cause cause) {
    return cause == Cause.REQUEST
        ? "the request"
        : cause == Cause.UPSTREAM ? "an upstream" : cause.name().toLowerCase(Locale.ROOT);
  }

  /** Who was asked, for those who point at it; null where that is not told. */
  private static @Nullable String why(Failure failure) {
    String why =
        failure.candidates().stream()
            .map(c -> c.name() + (c.taken() ? ": " : " passed over: ") + c.reason())
            .collect(Collectors.joining("; "));
    return why.isEmpty() ? null : why;
  }

  private void boundary(@Nullable Boundary boundary, @Nullable String why) {
    if (boundary == null) {
      html.element("span", "nothing", "class", "no", "title", why)
          .element("small", "the framework’s default answers");
      return;
    }
    page.method(boundary.name());
    html.element("small", boundary.kind().label().replace('-', ' '), "title", why);
    if (boundary.place() != null) {
      page.shortPlace(boundary.place());
    }
  }

  private void status(Failure failure) {
    if (failure.mode() == FailureMode.CLIENT_GONE) {
      html.element("span", "none", "class", "muted", "title", "The client is gone");
      return;
    }
    page.status(failure.answer().status());
    Envelope envelope = failure.answer().envelope();
    if (envelope != null) {
      html.element("small", envelope.key() + " " + envelope.code(), "class", "muted");
    }
    page.verdict(failure.verdict());
  }

  private void fits(Failure failure) {
    if (failure.fits() == 0) {
      html.element("span", "–", "class", "muted");
      return;
    }
    page.status(failure.fits());
    if (!failure.accepted().isEmpty()) {
      String also =
          failure.accepted().stream()
              .map(String::valueOf)
              .reduce((a, b) -> a + ", " + b)
              .orElse("");
      html.element("small", "or " + also);
    }
  }

  private void certainty(Certainty certainty) {
    html.element(
        "span",
        certainty.label(),
        "class",
        certainty == Certainty.UNKNOWN ? "muted" : certainty.label());
  }

  private static String exposes(Answer answer) {
    return answer.exposes().isEmpty() ? "–" : String.join(", ", answer.exposes());
  }
}
