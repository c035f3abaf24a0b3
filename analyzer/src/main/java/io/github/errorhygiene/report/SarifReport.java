package io.github.errorhygiene.report;

import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The report for code scanning services and editors: SARIF 2.1.0, with the ways to the failures as
 * code flows.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final Pattern WORD = Pattern.compile("(?:^|-)([a-z])");

  private SarifReport() {}

  /**
   * Writes the report; same report, same text. To be stored as UTF-8.
   *
   * @param out is flushed, not closed
   * @throws IOException if {@code out} cannot be written
   */
  public static void write(Report report, Writer out) throws IOException {
    JsonOut.write(
        out,
        json ->
            json.put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .list("runs", List.of(report), SarifReport::run));
  }

  private static void run(JsonOut json, Report report) throws IOException {
    String category = "error-hygiene/" + SarifPlaces.encoded(report.name()) + "/";
    json.object("tool", tool -> tool.object("driver", SarifReport::driver))
        .object("automationDetails", details -> details.put("id", category))
        .object("originalUriBaseIds", SarifPlaces::bases)
        .put("columnKind", "utf16CodeUnits")
        .list("invocations", List.of(report.health()), SarifReport::invocation)
        .list("results", SarifResult.all(report), SarifResult::write);
  }

  private static void driver(JsonOut json) throws IOException {
    json.put("name", Tool.NAME)
        .put("version", Tool.version())
        .put("semanticVersion", Tool.version())
        .list("rules", Rules.all(), SarifReport::rule)
        .list("notifications", List.of(Gap.Kind.values()), SarifReport::gapKind);
  }

  private static void rule(JsonOut json, Rule rule) throws IOException {
    String documentation = Rules.documentation(rule.id());
    json.put("id", rule.id())
        .put("name", pascalCase(rule.id()))
        .object("shortDescription", text -> text.put("text", rule.summary()))
        .object("fullDescription", text -> text.put("text", firstParagraph(documentation)))
        .put("helpUri", Tool.document(rule.id()))
        .object("help", text -> text.put("text", documentation).put("markdown", documentation))
        .object("defaultConfiguration", out -> out.put("level", level(rule.severity())))
        .object("properties", out -> out.strings("tags", List.of("error-handling", "http")));
  }

  private static void gapKind(JsonOut json, Gap.Kind kind) throws IOException {
    json.put("id", notification(kind))
        .object("shortDescription", text -> text.put("text", meaning(kind)));
  }

  private static void invocation(JsonOut json, Health health) throws IOException {
    json.put("executionSuccessful", true)
        .list("toolExecutionNotifications", health.gaps(), SarifReport::gap);
  }

  private static void gap(JsonOut json, Gap gap) throws IOException {
    json.object("descriptor", out -> out.put("id", notification(gap.kind())))
        .put("level", gap.kind() == Gap.Kind.UNRESOLVED ? "note" : "warning")
        .object("message", out -> out.put("text", SarifPlaces.message(gap.message())))
        .list("locations", List.of(gap), SarifPlaces::location);
  }

  /** SARIF's word for a severity (SARIF 2.1.0 section 3.27.10). */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }

  private static String notification(Gap.Kind kind) {
    return "gap-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String meaning(Gap.Kind kind) {
    return switch (kind) {
      case SYNTAX -> "A source file, or a part of it, does not parse";
      case INPUT -> "A file or directory could not be read";
      case CLASS_PATH -> "A jar or class file could not be read";
      case UNRESOLVED -> "A type, member or call could not be resolved";
      case LIMIT -> "A limit of the analysis was reached";
      case SUPPRESSION -> "A suppression in the sources suppresses nothing";
    };
  }

  private static String pascalCase(String id) {
    return WORD.matcher(id).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  /** What stands under the first heading, on one line. */
  private static String firstParagraph(String document) {
    return document.split("\n\n", 4)[2].replace('\n', ' ');
  }
}
