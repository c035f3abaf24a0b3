package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Candidate;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Envelope;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Suppressed;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Suppression;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * The report for programs: a public format, described by the JSON Schema {@link #schema()}. Members
 * are added in later versions, never removed or given another meaning without another {@code
 * version}.
 */
public final class JsonReport {
  private static final String SCHEMA =
      "https://errorhygiene.github.io/schema/error-hygiene-report.schema.json";
  private static final String VERSION = "1.0";

  private JsonReport() {}

  /**
   * Writes the report; same report, same text. To be stored as UTF-8.
   *
   * @param out is flushed, not closed
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(Report report, Writer out) throws IOException {
    JsonOut.write(out, json -> members(json, report));
  }

  /** The JSON Schema (draft 2020-12) of the format. */
  public static String schema() throws IOException {
    return Resources.text("error-hygiene-report.schema.json");
  }

  private static void members(JsonOut json, Report report) throws IOException {
    json.put("$schema", SCHEMA)
        .put("version", VERSION)
        .object("tool", JsonReport::tool)
        .put("name", report.name())
        .object("health", out -> health(out, report.health()))
        .object("application", out -> application(out, report))
        .list("endpoints", report.application().contracts(), JsonReport::contract)
        .list("findings", report.findings(), JsonReport::finding)
        .list("suppressed", report.suppressed(), JsonReport::suppressed);
  }

  private static void tool(JsonOut json) throws IOException {
    json.put("name", Tool.NAME).put("version", Tool.version());
  }

  private static void health(JsonOut json, Health health) throws IOException {
    json.put("files", health.files())
        .put("failedFiles", health.failedFiles())
        .put("lines", health.lines())
        .put("calls", health.calls())
        .put("unresolvedCalls", health.unresolvedCalls())
        .put("classPath", health.classPath())
        .list("gaps", health.gaps(), JsonReport::gap);
  }

  private static void gap(JsonOut json, Gap gap) throws IOException {
    Position position = gap.position();
    json.put("kind", label(gap.kind()))
        .put("file", gap.file())
        .putUnlessZero("line", position.line())
        .putUnlessZero("column", position.column())
        .put("message", gap.message());
  }

  private static void application(JsonOut json, Report report) throws IOException {
    json.putUnlessEmpty("framework", report.application().framework())
        .list("failures", report.application().failures(), JsonReport::failure);
  }

  private static void contract(JsonOut json, Contract contract) throws IOException {
    Endpoint endpoint = contract.endpoint();
    json.put("method", endpoint.method())
        .put("path", endpoint.path())
        .put("handler", endpoint.handler())
        .putUnlessEmpty("server", endpoint.server())
        .put("file", endpoint.place().file())
        .put("line", endpoint.place().line())
        .numbers("success", endpoint.success())
        .list("failures", contract.failures(), JsonReport::failure);
  }

  private static void failure(JsonOut json, Failure failure) throws IOException {
    json.put("exception", failure.exception())
        .putUnlessEmpty("summary", failure.summary())
        .put("raisedBy", label(failure.raisedBy()))
        .put("mode", failure.mode().label())
        .nullable("origin", failure.origin(), JsonReport::place)
        .put("dependsOn", label(failure.dependsOn()))
        .nullable("boundary", failure.boundary(), JsonReport::boundary)
        .status(failure.answer().status())
        .putUnlessZero("code", code(failure.answer()))
        .putUnlessZero("declaredStatus", failure.declaredStatus())
        .putUnlessZero("fits", failure.fits())
        .numbers("accepted", failure.accepted())
        .put("verdict", label(failure.verdict()))
        .put("known", failure.known())
        .put("confident", failure.isSure());
    answer(json, failure.answer());
    json.list("trace", failure.trace(), JsonReport::step)
        .list("candidates", failure.candidates(), JsonReport::candidate);
  }

  private static int code(Answer answer) {
    Envelope envelope = answer.envelope();
    return envelope == null ? 0 : envelope.code();
  }

  private static void candidate(JsonOut json, Candidate candidate) throws IOException {
    json.put("name", candidate.name())
        .put("taken", candidate.taken())
        .put("reason", candidate.reason());
    json.nullable("place", candidate.place(), JsonReport::place);
  }

  private static void answer(JsonOut json, Answer answer) throws IOException {
    json.put("requestId", answer.requestId().label())
        .strings("exposes", answer.exposes())
        .put("logged", answer.logged().label())
        .put("contentType", answer.contentType())
        .strings("bodyKeys", answer.bodyKeys());
  }

  private static void boundary(JsonOut json, Boundary boundary) throws IOException {
    json.put("kind", boundary.kind().label())
        .put("name", boundary.name())
        .put("catches", boundary.catches());
    Place place = boundary.place();
    if (place == null) {
      json.put("file", (String) null).put("line", (String) null);
    } else {
      place(json, place);
    }
  }

  private static void finding(JsonOut json, Finding finding) throws IOException {
    json.put("rule", finding.rule())
        .put("severity", finding.severity().label())
        .put("message", finding.message());
    place(json, finding.place());
    json.put("column", finding.place().column())
        .putUnlessEmpty("exception", finding.exception())
        .strings("endpoints", finding.endpoints().stream().map(Endpoint::label).toList())
        .nullable("origin", finding.origin(), JsonReport::place)
        .status(finding.status())
        .putUnlessZero("fits", finding.fits())
        .putUnlessEmpty("now", finding.now())
        .putUnlessEmpty("instead", finding.instead())
        .putUnlessEmpty("request", finding.request())
        .putUnlessEmpty("remedy", finding.remedy().text())
        .putUnlessEmpty("remedyCode", finding.remedy().code())
        .list("trace", finding.trace(), JsonReport::step)
        .put("fingerprint", finding.fingerprint());
  }

  private static void suppressed(JsonOut json, Suppressed suppressed) throws IOException {
    json.object("finding", out -> finding(out, suppressed.finding()))
        .object("suppression", out -> suppression(out, suppressed.by()));
  }

  private static void suppression(JsonOut json, Suppression suppression) throws IOException {
    json.put("kind", label(suppression.kind()))
        .put("file", suppression.file())
        .put("line", suppression.position().line())
        .putUnlessEmpty("reason", suppression.reason());
  }

  private static void step(JsonOut json, Step step) throws IOException {
    place(json, step.place());
    json.put("text", step.text());
  }

  private static void place(JsonOut json, Place place) throws IOException {
    json.put("file", place.file()).put("line", place.line());
  }

  /** Constants as the format writes them: {@code CLASS_PATH} is {@code class-path}. */
  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
