package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {
  private static final Schema SCHEMA = official();

  @ParameterizedTest
  @MethodSource("io.github.errorhygiene.report.JsonReportTest#reports")
  void everyReportFollowsTheOfficialSchema(Report report) throws IOException {
    assertThat(Schemas.errors(SCHEMA, sarif(report))).isEmpty();
  }

  @Test
  void theOfficialSchemaRefusesOtherDocuments() throws IOException {
    String sarif = sarif(SampleReports.shop());
    assertThat(Schemas.errors(SCHEMA, sarif.replace("\"threadFlows\"", "\"threads\"")))
        .isNotEmpty();
  }

  @Test
  void everyRuleIsExplained() throws IOException {
    JsonObject driver =
        run(SampleReports.nothing()).getAsJsonObject("tool").getAsJsonObject("driver");
    List<JsonObject> rules = objects(driver.getAsJsonArray("rules")).toList();
    assertThat(rules)
        .extracting(rule -> rule.get("id").getAsString())
        .containsExactlyElementsOf(Rules.all().stream().map(Rule::id).toList());
    assertThat(rules)
        .allSatisfy(
            rule -> {
              String full = rule.getAsJsonObject("fullDescription").get("text").getAsString();
              assertThat(full).hasSizeBetween(40, 1024);
              assertThat(rule.getAsJsonObject("help").get("markdown").getAsString())
                  .contains("## How to fix");
            });
  }

  @Test
  void aResultPointsAtWhatToChangeAndTellsTheWay() throws IOException {
    JsonObject result = result("ReceiptNotFound");
    assertThat(result.get("ruleId").getAsString()).isEqualTo("wrong-status");
    List<String> ids = Rules.all().stream().map(Rule::id).toList();
    assertThat(result.get("ruleIndex").getAsInt()).isEqualTo(ids.indexOf("wrong-status"));
    assertThat(result.get("level").getAsString()).isEqualTo("error");
    assertThat(result.getAsJsonArray("locations"))
        .hasToString(
            "[{\"physicalLocation\":{\"artifactLocation\":{"
                + "\"uri\":\"src/main/java/com/acme/shop/payment/PaymentErrors.java\",\"uriBaseId\":\"%SRCROOT%\"},"
                + "\"region\":{\"startLine\":11,\"startColumn\":23,\"endLine\":11,\"endColumn\":24}}}]");
    assertThat(result.getAsJsonObject("partialFingerprints"))
        .hasToString("{\"errorHygiene/v1\":\"6d2f0c5b7a6948e3b0c1d2e3f4051627\"}");
    assertThat(steps(result)).hasSize(4);
  }

  @Test
  void whatIsSuppressedIsAResultThatSaysSo() throws IOException {
    JsonArray results = run(SampleReports.suppressed()).getAsJsonArray("results");
    assertThat(results).hasSize(SampleReports.shop().findings().size());
    assertThat(results.get(0).getAsJsonObject().getAsJsonArray("suppressions")).isEmpty();
    JsonObject last = results.get(results.size() - 2).getAsJsonObject();
    JsonObject suppression = last.getAsJsonArray("suppressions").get(0).getAsJsonObject();
    assertThat(suppression.get("kind").getAsString()).isEqualTo("inSource");
    assertThat(suppression.get("justification").getAsString()).isEqualTo("<old> clients");
    assertThat(
            run(SampleReports.shop()).getAsJsonArray("results").get(0).getAsJsonObject().keySet())
        .doesNotContain("suppressions");
  }

  @Test
  void theMessageLinksToTheOrigin() throws IOException {
    JsonObject result = result("ReceiptNotFound");
    assertThat(result.getAsJsonObject("message").get("text").getAsString())
        .isEqualTo(
            "PaymentErrors#any(Exception) answers 500 for ReceiptNotFound where 404 fits ([origin](1))");
    assertThat(
            result.getAsJsonArray("relatedLocations").get(0).getAsJsonObject().get("id").getAsInt())
        .isEqualTo(1);
  }

  @Test
  void aLongWayIsCutInItsMiddle() throws IOException {
    List<Step> way =
        IntStream.rangeClosed(1, 80)
            .mapToObj(i -> new Step(new Place("A.java", i, 1), "step " + i))
            .toList();
    JsonObject result =
        objects(run(withTrace(way)).getAsJsonArray("results")).findFirst().orElseThrow();
    assertThat(steps(result)).hasSize(SarifResult.MAX_STEPS);
    assertThat(steps(result).get(0).toString()).contains("\"step 1\"");
    assertThat(steps(result).get(SarifResult.MAX_STEPS - 1).toString()).contains("\"step 80\"");
  }

  @Test
  void gapsAreNotificationsOfTheRun() throws IOException {
    JsonObject invocation =
        run(SampleReports.shop()).getAsJsonArray("invocations").get(0).getAsJsonObject();
    List<JsonObject> notifications =
        objects(invocation.getAsJsonArray("toolExecutionNotifications")).toList();
    assertThat(notifications)
        .extracting(each -> each.getAsJsonObject("descriptor").get("id").getAsString())
        .containsExactly("gap-class-path", "gap-syntax", "gap-unresolved", "gap-unresolved");
    assertThat(notifications.get(0).toString()).doesNotContain("region");
  }

  @Test
  void theRunIsNamedAfterWhatWasAnalysed() throws IOException {
    JsonObject run = run(SampleReports.shop());
    assertThat(run.getAsJsonObject("automationDetails").get("id").getAsString())
        .isEqualTo("error-hygiene/shop/");
  }

  @ParameterizedTest
  @CsvSource({
    "src/A.java, src/A.java",
    "odd name #1/A.java, odd%20name%20%231/A.java",
    "100%/A.java, 100%25/A.java",
    "C:/A.java, C%3A/A.java",
    "caf\u00e9/A.java, caf%C3%A9/A.java"
  })
  void pathsBecomeUris(String path, String uri) {
    assertThat(SarifPlaces.encoded(path)).isEqualTo(uri);
  }

  @Test
  void bracketsInMessagesAreNoLinks() {
    assertThat(SarifPlaces.message("a[0](1) \\ GET /{id}")).isEqualTo("a\\[0\\](1) \\\\ GET /{id}");
  }

  @Test
  void nothingInItIsAbsoluteOrUnfiltered() throws IOException {
    assertThat(sarif(SampleReports.shop()))
        .doesNotContain(SampleSources.ROOT.toString())
        .doesNotContain("${project");
  }

  private static Report withTrace(List<Step> trace) {
    Report shop = SampleReports.shop();
    Finding f = shop.findings().get(0);
    Finding finding =
        new Finding(
            f.rule(),
            f.severity(),
            f.message(),
            f.place(),
            f.exception(),
            f.endpoints(),
            f.origin(),
            f.status(),
            f.fits(),
            f.now(),
            f.instead(),
            trace,
            f.fingerprint());
    return new Report(
        shop.name(), shop.root(), shop.health(), shop.application(), List.of(finding));
  }

  private static JsonArray steps(JsonObject result) {
    JsonObject flow = result.getAsJsonArray("codeFlows").get(0).getAsJsonObject();
    return flow.getAsJsonArray("threadFlows").get(0).getAsJsonObject().getAsJsonArray("locations");
  }

  private static JsonObject result(String text) throws IOException {
    return objects(run(SampleReports.shop()).getAsJsonArray("results"))
        .filter(result -> result.getAsJsonObject("message").toString().contains(text))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsJsonObject);
  }

  private static JsonObject run(Report report) throws IOException {
    JsonObject sarif = JsonParser.parseString(sarif(report)).getAsJsonObject();
    return sarif.getAsJsonArray("runs").get(0).getAsJsonObject();
  }

  private static String sarif(Report report) throws IOException {
    StringWriter out = new StringWriter();
    SarifReport.write(report, out);
    return out.toString();
  }

  private static Schema official() {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      return Schemas.of(SpecificationVersion.DRAFT_7, new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
