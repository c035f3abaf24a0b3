package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.report.html.HtmlWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the sections of the HTML report share. */
record HtmlPage(HtmlWriter html, Report report, HtmlIndex index, HtmlCode code, RuleTexts rules) {
  private static final Pattern METHOD_PARTS = Pattern.compile("(?<=[#(,])|(?=[.])");

  /** {@code src/main/java/com/acme/Orders.java:42}, where a line may break after a slash. */
  void place(Place place) {
    html.open("span", "class", "place");
    int from = 0;
    for (int slash = place.file().indexOf('/');
        slash >= 0;
        slash = place.file().indexOf('/', from)) {
      html.text(place.file().substring(from, slash + 1)).open("wbr");
      from = slash + 1;
    }
    html.element("b", place.file().substring(from) + (place.line() > 0 ? ":" + place.line() : ""))
        .close("span");
  }

  /** {@code com.acme.Orders#place(Order)}, where a line may break before its parts. */
  void method(String name) {
    html.open("code");
    for (String part : METHOD_PARTS.split(name, -1)) {
      html.text(part).open("wbr");
    }
    html.close("code");
  }

  /** {@code Orders.java:42}, for tables; pointing at it shows the whole path. */
  void shortPlace(Place place) {
    String name = place.file().substring(place.file().lastIndexOf('/') + 1);
    String line = place.line() > 0 ? ":" + place.line() : "";
    html.element("span", name + line, "class", "place", "title", place.file() + line);
  }

  /** A status in the colour of its class; no answer looks like a failure of the server. */
  void status(int status) {
    boolean none = Answer.isNone(status);
    html.element(
        "span",
        none ? "no answer" : Answer.label(status),
        "class",
        "status s" + (none ? 5 : status / 100),
        "title",
        none ? Answer.label(status) : null);
  }

  /** A verdict as a sign that needs no colour to be read. */
  void verdict(Verdict verdict) {
    html.element("span", text(verdict), "class", "verdict " + label(verdict));
  }

  /** For people: a verdict that is unknown was not decided. */
  static String text(Verdict verdict) {
    return verdict == Verdict.UNKNOWN ? "undecided" : label(verdict);
  }

  /** For classes and filters. */
  static String label(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 1 finding}, {@code 2,000 findings}. */
  static String number(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code OrderMissing} of {@code com.acme.OrderMissing}. */
  static String simpleName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
