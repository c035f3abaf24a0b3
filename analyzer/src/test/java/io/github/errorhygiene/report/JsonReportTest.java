package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import io.github.errorhygiene.rule.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
  private static final Schema SCHEMA = schema();

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportFollowsTheSchema(Report report) throws IOException {
    assertThat(Schemas.errors(SCHEMA, json(report))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatItDoesNotDescribe() throws IOException {
    String json = json(SampleReports.shop());
    assertThat(Schemas.errors(SCHEMA, json.replace("\"verdict\"", "\"judgement\""))).isNotEmpty();
    assertThat(Schemas.errors(SCHEMA, json.replace("\"wrong\"", "\"bad\""))).isNotEmpty();
  }

  @Test
  void theSchemaDescribesEveryMember() throws IOException {
    assertThat(undescribed("", JsonParser.parseString(JsonReport.schema()))).isEmpty();
  }

  @Test
  void healthSaysHowMuchWasUnderstood() throws IOException {
    JsonObject health = parsed(SampleReports.shop()).getAsJsonObject("health");
    assertThat(health.get("files").getAsInt()).isEqualTo(9);
    assertThat(health.get("failedFiles").getAsInt()).isEqualTo(1);
    assertThat(health.get("unresolvedCalls").getAsInt()).isEqualTo(2);
    assertThat(health.getAsJsonArray("gaps").get(0).toString())
        .isEqualTo(
            "{\"kind\":\"class-path\",\"file\":\"lib/broken.jar\",\"line\":null,\"column\":null,"
                + "\"message\":\"the jar is not a zip file; download it again\"}");
  }

  @Test
  void anEndpointHasItsHandlerAndItsFailures() throws IOException {
    JsonObject endpoint =
        parsed(SampleReports.shop()).getAsJsonArray("endpoints").get(0).getAsJsonObject();
    assertThat(endpoint.get("method").getAsString()).isEqualTo("GET");
    assertThat(endpoint.get("path").getAsString()).isEqualTo("/orders");
    assertThat(endpoint.get("handler").getAsString())
        .isEqualTo("com.acme.shop.order.OrderController#list(String)");
    assertThat(endpoint.get("file").getAsString())
        .isEqualTo("src/main/java/com/acme/shop/order/OrderController.java");
    assertThat(endpoint.get("line").getAsInt()).isEqualTo(19);
    assertThat(endpoint.get("success").toString()).isEqualTo("[200]");
    assertThat(endpoint.getAsJsonArray("failures")).hasSize(2);
  }

  @Test
  void aRowSaysWhoAnswersWhat() throws IOException {
    JsonObject row = row("com.acme.shop.payment.ReceiptNotFound");
    row.remove("trace");
    row.remove("candidates");
    assertThat(row)
        .hasToString(
            "{\"exception\":\"com.acme.shop.payment.ReceiptNotFound\",\"summary\":null,"
                + "\"raisedBy\":\"application\",\"mode\":\"missing\","
                + "\"origin\":{\"file\":\"src/main/java/com/acme/shop/payment/PaymentService.java\",\"line\":22},"
                + "\"dependsOn\":\"request\","
                + "\"boundary\":{\"kind\":\"handler\",\"name\":\"PaymentErrors#any(Exception)\","
                + "\"catches\":\"java.lang.Exception\","
                + "\"file\":\"src/main/java/com/acme/shop/payment/PaymentErrors.java\",\"line\":11},"
                + "\"status\":500,\"noAnswer\":null,\"code\":null,\"declaredStatus\":null,\"fits\":404,\"accepted\":[410],"
                + "\"verdict\":\"wrong\",\"known\":true,\"confident\":true,\"requestId\":\"yes\","
                + "\"exposes\":[\"message\"],\"logged\":\"no\",\"contentType\":\"application/json\","
                + "\"bodyKeys\":[\"error\",\"request_id\"]}");
  }

  @Test
  void whatIsUnknownOrSuppliedByTheFrameworkIsNull() throws IOException {
    JsonObject uncaught = row("com.acme.shop.order.OutOfStock");
    assertThat(uncaught.get("boundary").isJsonNull()).isTrue();
    assertThat(uncaught.get("fits").isJsonNull()).isTrue();
    JsonObject byFramework = row("org.springframework.web.HttpRequestMethodNotSupportedException");
    assertThat(byFramework.get("origin").isJsonNull()).isTrue();
    assertThat(byFramework.getAsJsonObject("boundary").get("file").isJsonNull()).isTrue();
    assertThat(byFramework.getAsJsonObject("boundary").get("line").isJsonNull()).isTrue();
  }

  @Test
  void aFindingNamesRulePlaceAndRemedy() throws IOException {
    JsonObject finding =
        objects(parsed(SampleReports.shop()).getAsJsonArray("findings"))
            .filter(each -> each.get("rule").getAsString().equals("stolen-status"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.get("severity").getAsString()).isEqualTo("error");
    assertThat(finding.get("file").getAsString()).endsWith("/PaymentErrors.java");
    assertThat(finding.get("line").getAsInt()).isEqualTo(11);
    assertThat(finding.get("endpoints").toString())
        .isEqualTo("[\"POST /orders/{id}/payment\",\"GET /payments/{id}/receipt\"]");
    assertThat(finding.get("exception").isJsonNull()).isTrue();
    assertThat(finding.get("fits").getAsInt()).isEqualTo(400);
    assertThat(finding.get("now").getAsString()).startsWith("HTTP/1.1 500");
    assertThat(finding.get("fingerprint").getAsString()).hasSize(32);
  }

  @Test
  void whatIsSuppressedSaysWhyAndWhere() throws IOException {
    JsonObject root = JsonParser.parseString(json(SampleReports.suppressed())).getAsJsonObject();
    JsonObject first = root.getAsJsonArray("suppressed").get(0).getAsJsonObject();
    assertThat(first.getAsJsonObject("finding").has("rule")).isTrue();
    assertThat(first.getAsJsonObject("suppression").toString())
        .isEqualTo(
            "{\"kind\":\"comment\",\"file\":\"src/Odd.java\",\"line\":3,\"reason\":\"<old> clients\"}");
  }

  @Test
  void hostileTextSurvivesUnchanged() throws IOException {
    Report report = SampleReports.hostile();
    assertThat(parsed(report).get("name").getAsString()).isEqualTo(report.name());
  }

  @Test
  void sameReportSameText() throws IOException {
    Report shop = SampleReports.shop();
    List<Finding> reversed = new ArrayList<>(shop.findings());
    Collections.reverse(reversed);
    Report other =
        new Report(shop.name(), shop.root(), shop.health(), shop.application(), reversed);
    assertThat(json(other)).isEqualTo(json(shop));
  }

  @Test
  void nothingInItIsAbsoluteOrUnfiltered() throws IOException {
    assertThat(json(SampleReports.shop()))
        .doesNotContain(SampleSources.ROOT.toString())
        .doesNotContain("${")
        .endsWith("}\n");
  }

  static Stream<Report> reports() {
    return Stream.of(
        SampleReports.shop(),
        SampleReports.clean(),
        SampleReports.suppressed(),
        SampleReports.nothing(),
        SampleReports.hostile());
  }

  private static JsonObject row(String exception) throws IOException {
    JsonObject report = parsed(SampleReports.shop());
    Stream<JsonObject> ofEndpoints =
        objects(report.getAsJsonArray("endpoints"))
            .flatMap(endpoint -> objects(endpoint.getAsJsonArray("failures")));
    JsonObject application = report.getAsJsonObject("application");
    return Stream.concat(ofEndpoints, objects(application.getAsJsonArray("failures")))
        .filter(row -> row.get("exception").getAsString().equals(exception))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsJsonObject);
  }

  /**
   * Paths of properties in the schema without a description; references have one where they lead.
   */
  private static List<String> undescribed(String path, JsonElement element) {
    List<String> found = new ArrayList<>();
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> found.addAll(undescribed(path, each)));
    }
    if (!element.isJsonObject()) {
      return found;
    }
    JsonElement properties = element.getAsJsonObject().get("properties");
    if (properties != null) {
      properties.getAsJsonObject().entrySet().stream()
          .filter(JsonReportTest::lacksDescription)
          .forEach(each -> found.add(path + "/" + each.getKey()));
    }
    element
        .getAsJsonObject()
        .entrySet()
        .forEach(each -> found.addAll(undescribed(path + "/" + each.getKey(), each.getValue())));
    return found;
  }

  private static boolean lacksDescription(Map.Entry<String, JsonElement> property) {
    JsonObject schema = property.getValue().getAsJsonObject();
    return !schema.has("description") && !schema.has("$ref");
  }

  private static JsonObject parsed(Report report) throws IOException {
    return JsonParser.parseString(json(report)).getAsJsonObject();
  }

  private static String json(Report report) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report, out);
    return out.toString();
  }

  private static Schema schema() {
    try {
      return Schemas.of(SpecificationVersion.DRAFT_2020_12, JsonReport.schema());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
