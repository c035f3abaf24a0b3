package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Remedy;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.unit.Suppression;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A finding as SARIF result. */
final class SarifResult {
  /** Code scanning services show fewer still; a longer way explains nothing to anybody. */
  static final int MAX_STEPS = 50;

  private static final List<String> RULES = Rules.all().stream().map(Rule::id).toList();

  private SarifResult() {}

  /**
   * A result as it is written.
   *
   * @param suppressions what suppresses it, empty for what is told; null if nothing is suppressed
   *     in the whole run, since then no result may have the property (SARIF 2.1.0 section 3.27.23)
   */
  record Told(Finding finding, @Nullable List<Suppression> suppressions) {}

  /** The findings, then those that are suppressed. */
  static List<Told> all(Report report) {
    boolean none = report.suppressed().isEmpty();
    return Stream.concat(
            report.findings().stream().map(each -> new Told(each, none ? null : List.of())),
            report.suppressed().stream().map(each -> new Told(each.finding(), List.of(each.by()))))
        .toList();
  }

  static void write(JsonOut json, Told told) throws IOException {
    write(json, told.finding());
    if (told.suppressions() != null) {
      json.list("suppressions", told.suppressions(), SarifResult::suppression);
    }
  }

  private static void suppression(JsonOut json, Suppression suppression) throws IOException {
    Place place =
        new Place(
            suppression.file(), suppression.position().line(), suppression.position().column());
    json.put("kind", "inSource");
    if (!suppression.reason().isEmpty()) {
      json.put("justification", suppression.reason());
    }
    json.object("location", out -> SarifPlaces.location(out, place));
  }

  private static void write(JsonOut json, Finding finding) throws IOException {
    json.put("ruleId", finding.rule());
    if (RULES.contains(finding.rule())) {
      json.put("ruleIndex", RULES.indexOf(finding.rule()));
    }
    json.put("level", SarifReport.level(finding.severity()))
        .object("message", out -> message(out, finding))
        .list("locations", List.of(finding.place()), SarifPlaces::location)
        .object("partialFingerprints", out -> out.put("errorHygiene/v1", finding.fingerprint()));
    Place origin = finding.origin();
    if (origin != null) {
      json.list("relatedLocations", List.of(origin), SarifResult::origin);
    }
    if (!finding.trace().isEmpty()) {
      json.list("codeFlows", List.of(finding), SarifResult::codeFlow);
    }
    json.object("properties", out -> properties(out, finding));
  }

  /**
   * With a link to the origin, because viewers show related locations only where the message leads
   * to them.
   */
  private static void message(JsonOut json, Finding finding) throws IOException {
    String text = SarifPlaces.message(finding.message());
    String linked = finding.origin() == null ? text : text + " ([origin](1))";
    json.put("text", linked);
    if (!finding.remedy().text().isEmpty()) {
      json.put("markdown", linked + remedy(finding.remedy()));
    }
  }

  private static String remedy(Remedy remedy) {
    String code = remedy.code().isEmpty() ? "" : "\n\n```java\n" + remedy.code() + "```";
    return "\n\nTo mend it: " + SarifPlaces.message(remedy.text()) + "." + code;
  }

  private static void origin(JsonOut json, Place origin) throws IOException {
    json.put("id", 1);
    SarifPlaces.location(json, origin);
    json.object("message", out -> out.put("text", "the failure arises here"));
  }

  private static void codeFlow(JsonOut json, Finding finding) throws IOException {
    json.list("threadFlows", List.of(finding), SarifResult::threadFlow);
  }

  private static void threadFlow(JsonOut json, Finding finding) throws IOException {
    json.list("locations", shown(finding.trace()), SarifResult::step);
  }

  /** The start and the end of a long way: the end is where the failure arises and is answered. */
  private static List<Step> shown(List<Step> trace) {
    int size = trace.size();
    if (size <= MAX_STEPS) {
      return trace;
    }
    int half = MAX_STEPS / 2;
    return Stream.concat(trace.stream().limit(half), trace.stream().skip(size - half)).toList();
  }

  private static void step(JsonOut json, Step step) throws IOException {
    json.object("location", out -> location(out, step));
  }

  private static void location(JsonOut json, Step step) throws IOException {
    SarifPlaces.location(json, step.place());
    json.object("message", out -> out.put("text", SarifPlaces.message(step.text())));
  }

  private static void properties(JsonOut json, Finding finding) throws IOException {
    json.putUnlessEmpty("exception", finding.exception())
        .strings("endpoints", finding.endpoints().stream().map(Endpoint::label).toList())
        .status(finding.status())
        .putUnlessZero("fits", finding.fits())
        .putUnlessEmpty("now", finding.now())
        .putUnlessEmpty("instead", finding.instead())
        .putUnlessEmpty("request", finding.request())
        .putUnlessEmpty("remedy", finding.remedy().text())
        .putUnlessEmpty("remedyCode", finding.remedy().code());
  }
}
