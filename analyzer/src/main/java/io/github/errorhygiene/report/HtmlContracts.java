package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.report.html.HtmlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The error contract of every endpoint: an overview that leads to them, then each with its table.
 */
final class HtmlContracts {
  private HtmlContracts() {}

  static void write(HtmlPage page) {
    HtmlWriter html =
        page.html().open("section", "id", "endpoints", "aria-labelledby", "endpoints-title");
    html.element("h2", "The error contract of every endpoint", "id", "endpoints-title");
    html.element(
        "p", "What the client sees when something fails, endpoint by endpoint.", "class", "hint");
    List<Contract> contracts = page.report().application().contracts();
    if (!contracts.isEmpty()) {
      overview(page, contracts);
    }
    for (int i = 0; i < contracts.size(); i++) {
      contract(page, page.index().contractId(i), contracts.get(i));
    }
    everyRequest(page, page.report().application().failures());
    html.close("section");
  }

  private static void overview(HtmlPage page, List<Contract> contracts) {
    HtmlWriter html = page.html().open("table", "class", "overview");
    html.element("caption", "All endpoints", "class", "hidden-label").open("thead").open("tr");
    for (String name : List.of("Endpoint", "Success", "Wrong", "Failures answered with")) {
      html.element("th", name, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    for (int i = 0; i < contracts.size(); i++) {
      overviewRow(page, page.index().contractId(i), contracts.get(i));
    }
    html.close("tbody").close("table");
  }

  private static void overviewRow(HtmlPage page, String id, Contract contract) {
    Endpoint endpoint = contract.endpoint();
    HtmlWriter html = page.html().open("tr", "data-for", id).open("th", "scope", "row");
    method(html, endpoint);
    html.open("a", "href", "#" + id).element("code", endpoint.path()).close("a");
    server(html, endpoint);
    html.close("th");
    html.open("td", "data-label", "Success");
    success(page, endpoint);
    html.close("td").open("td", "data-label", "Wrong");
    long wrong = HtmlIndex.count(contract.failures(), Verdict.WRONG);
    html.element("b", HtmlPage.number(wrong), "class", wrong == 0 ? "zero" : "wrong");
    html.text(" of " + HtmlPage.number(contract.failures().size())).close("td");
    html.open("td", "data-label", "Statuses");
    statuses(
        page,
        contract.failures().stream()
            .map(f -> f.answer().status())
            .collect(Collectors.toCollection(TreeSet::new)));
    html.close("td").close("tr");
  }

  private static void success(HtmlPage page, Endpoint endpoint) {
    if (endpoint.success().isEmpty()) {
      page.html().element("span", "unknown", "class", "muted");
    }
    statuses(page, endpoint.success());
  }

  private static void statuses(HtmlPage page, Collection<Integer> statuses) {
    for (int status : statuses) {
      page.status(status);
      page.html().text(" ");
    }
  }

  /** The method as a coloured badge. */
  static void method(HtmlWriter html, Endpoint endpoint) {
    html.element("span", endpoint.method(), "class", "method").text(" ");
  }

  /** Which of several applications answers. */
  private static void server(HtmlWriter html, Endpoint endpoint) {
    if (!endpoint.server().isEmpty()) {
      html.text(" ").element("span", endpoint.server(), "class", "muted");
    }
  }

  private static void contract(HtmlPage page, String id, Contract contract) {
    Endpoint endpoint = contract.endpoint();
    List<Failure> failures = contract.failures();
    HtmlWriter html = page.html();
    html.open("article", "class", "endpoint", "id", id, "data-verdict", verdicts(failures));
    html.open("details").open("summary").open("h3");
    method(html, endpoint);
    html.element("code", endpoint.path()).close("h3");
    server(html, endpoint);
    html.text(" ");
    tally(html, failures);
    html.close("summary").open("div", "class", "card-body");
    html.open("dl", "class", "facts");
    html.open("div").element("dt", "Handler").open("dd");
    page.method(endpoint.handler());
    html.close("dd").close("div").open("div").element("dt", "Place").open("dd");
    page.place(endpoint.place());
    html.close("dd").close("div").open("div").element("dt", "Success").open("dd");
    success(page, endpoint);
    html.close("dd").close("div").close("dl");
    new HtmlFailureTable(page, endpoint).write(failures);
    html.close("div").close("details").close("article");
  }

  private static void everyRequest(HtmlPage page, List<Failure> failures) {
    if (failures.isEmpty()) {
      return;
    }
    HtmlWriter html =
        page.html()
            .open(
                "article",
                "class",
                "endpoint",
                "id",
                "every-request",
                "data-verdict",
                verdicts(failures));
    html.open("details", "open", "")
        .open("summary")
        .element("h3", "Requests that reach no endpoint")
        .text(" ");
    tally(html, failures);
    html.close("summary").open("div", "class", "card-body");
    new HtmlFailureTable(page, null).write(failures);
    html.close("div").close("details").close("article");
  }

  private static void tally(HtmlWriter html, List<Failure> failures) {
    long wrong = HtmlIndex.count(failures, Verdict.WRONG);
    String text =
        wrong == 0
            ? HtmlPage.number(failures.size(), "failure")
            : HtmlPage.number(wrong)
                + " of "
                + HtmlPage.number(failures.size(), "failure")
                + " wrong";
    html.element("span", text, "class", wrong == 0 ? "tally" : "tally wrong");
  }

  /** The verdicts that occur, for the filter. */
  private static String verdicts(List<Failure> failures) {
    List<String> occurring = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if (HtmlIndex.count(failures, verdict) > 0) {
        occurring.add(HtmlPage.label(verdict));
      }
    }
    return String.join(" ", occurring);
  }
}
