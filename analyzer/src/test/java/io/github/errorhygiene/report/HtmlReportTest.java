package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  private static final Report SHOP = SampleReports.shop();

  private static List<Report> samples() {
    return List.of(
        SHOP,
        SampleReports.suppressed(),
        SampleReports.clean(),
        SampleReports.nothing(),
        SampleReports.hostile());
  }

  @Test
  void saysTheVerdictInOneSentence() throws Exception {
    assertThat(page(SHOP).selectFirst("h1").text())
        .isEqualTo("4 of 6 endpoints answer a failure wrongly.");
    assertThat(page(SampleReports.clean()).selectFirst("h1").text())
        .isEqualTo("No wrong status found in 1 endpoint.");
    assertThat(page(SampleReports.nothing()).selectFirst("h1").text())
        .isEqualTo("No HTTP endpoint was found.");
  }

  @Test
  void saysInNumbersWhatWasExamined() throws Exception {
    assertThat(page(SHOP).selectFirst(".lead").text())
        .isEqualTo(
            "25 ways to fail examined: 9 answered wrongly, 13 rightly, 3 undecided."
                + " 8 findings: 6 errors, 2 warnings.");
    assertThat(page(SampleReports.clean()).selectFirst(".lead").text())
        .isEqualTo("No way to fail is known. No findings.");
  }

  @Test
  void leadsToItsSections() throws Exception {
    assertThat(page(SHOP).select("nav a").eachText())
        .containsExactly("Findings 8", "Endpoints 6", "Analysis health 4 gaps", "Rules 4");
  }

  @Test
  void countsFindingsByRuleAndSeverity() throws Exception {
    Element row = page(SHOP).selectFirst("#summary tr:has(a:contains(uncaught-exception))");

    assertThat(row.select("td.n").eachText())
        .containsExactly(
            count("uncaught-exception", "ERROR"),
            count("uncaught-exception", "WARNING"),
            count("uncaught-exception", "INFO"));
  }

  private static String count(String rule, String severity) {
    return String.valueOf(
        SHOP.findings().stream()
            .filter(f -> f.rule().equals(rule) && f.severity().name().equals(severity))
            .count());
  }

  @Test
  void saysHowMuchWasUnderstood() throws Exception {
    Element health = page(SHOP).getElementById("health");

    assertThat(health.select("dd").eachText())
        .containsExactly("9", "412", "1", "98.3 %", "not given");
    assertThat(health.select(".gaps li")).hasSize(SHOP.health().gaps().size());
    assertThat(health.text()).contains("src/main/java/com/acme/shop/Half.java:7");
  }

  @Test
  void hundredPercentMeansAllCalls() throws Exception {
    Report report = with(new Health(1, 0, 1, 100_000, 1, true, List.of()));

    assertThat(page(report).select("#health dd").eachText()).contains("99.9 %");
  }

  @Test
  void namesOnlyTheFirstGapsOfAKindAndSaysSo() throws Exception {
    List<Gap> gaps =
        IntStream.range(0, 1234)
            .mapToObj(n -> new Gap(Gap.Kind.LIMIT, "A.java", new Position(n + 1, 1), "too deep"))
            .toList();

    Document page = page(with(new Health(1, 0, 1, 0, 0, true, gaps)));

    assertThat(page.select(".gaps li")).hasSize(200);
    assertThat(page.text()).contains("limit (1,234)").contains("1,034 more are in the JSON report");
  }

  private static Report with(Health health) {
    return new Report("x", SHOP.root(), health, SHOP.application(), SHOP.findings());
  }

  @Test
  void everyFindingHasACardUnderItsFingerprint() throws Exception {
    Document page = page(SHOP);

    assertThat(page.select(".finding")).hasSize(SHOP.findings().size());
    for (var finding : SHOP.findings()) {
      Element card = page.getElementById(finding.fingerprint());
      assertThat(card.selectFirst("h4").text()).isEqualTo(finding.message());
      assertThat(card.selectFirst(".badge").text()).isEqualTo(finding.severity().label());
      assertThat(card.selectFirst(".place").text())
          .isEqualTo(finding.place().file() + ":" + finding.place().line());
      assertThat(card.select(".trace li")).hasSize(finding.trace().size());
      assertThat(card.select(".concerned li")).hasSize(finding.endpoints().size());
      assertThat(card.closest("section").id()).isEqualTo("findings-" + finding.rule());
    }
  }

  @Test
  void theHeadlineRulesComeFirstAmongEquals() throws Exception {
    List<String> groups =
        page(SHOP).select(".rule-group").eachAttr("id").stream()
            .map(id -> id.substring("findings-".length()))
            .toList();
    Comparator<String> order =
        Comparator.comparing(
            rule -> {
              int rank = Rules.headline().indexOf(rule);
              return rank < 0 ? Integer.MAX_VALUE : rank;
            });

    Map<String, Severity> worst =
        SHOP.findings().stream()
            .collect(
                Collectors.toMap(
                    Finding::rule,
                    Finding::severity,
                    BinaryOperator.maxBy(Comparator.naturalOrder())));
    Comparator<String> severity =
        Comparator.comparing(
            rule -> Objects.requireNonNull(worst.get(rule)), Comparator.reverseOrder());
    assertThat(groups).isSortedAccordingTo(severity.thenComparing(order));
  }

  @Test
  void showsTheCodeAroundAFindingWithItsLineMarked() throws Exception {
    var finding = SHOP.findings().get(0);
    Element code = page(SHOP).getElementById(finding.fingerprint()).selectFirst("pre.code");
    List<String> source = new SourceDirectory(SHOP.root()).lines(finding.place().file());

    assertThat(code.select(".line")).hasSize(7);
    assertThat(code.select("mark").eachAttr("data-n"))
        .containsExactly(String.valueOf(finding.place().line()));
    assertThat(code.selectFirst("mark").text())
        .isEqualTo(source.get(finding.place().line() - 1).strip());
  }

  @Test
  void isCompleteWithoutTheSources() throws Exception {
    Document page = page(SHOP, SourceText.NONE, RuleTexts.SHIPPED);

    assertThat(page.select(".finding")).hasSize(SHOP.findings().size());
    assertThat(page.select("pre.code, .step-code")).isEmpty();
  }

  @Test
  void putsTheAnswerBesideTheOneThatFits() throws Exception {
    Element card = page(SHOP).getElementById("1d2f0c5b7a6948e3b0c1d2e3f4051627");

    assertThat(card.selectFirst(".message.now b").text()).isEqualTo("500 Internal Server Error");
    assertThat(card.selectFirst(".message.instead b").text()).isEqualTo("400 Bad Request");
  }

  @Test
  void everyEndpointHasItsTableAndItsLineInTheOverview() throws Exception {
    Document page = page(SHOP);
    List<Contract> contracts = SHOP.application().contracts();

    assertThat(page.select(".overview tbody tr")).hasSize(contracts.size());
    for (int i = 0; i < contracts.size(); i++) {
      Element line = page.select(".overview tbody tr").get(i);
      Element table = page.selectFirst(line.selectFirst("a").attr("href"));
      assertThat(table.selectFirst("h3").text()).isEqualTo(contracts.get(i).endpoint().label());
      assertThat(table.select("tr[data-verdict]")).hasSize(contracts.get(i).failures().size());
    }
  }

  @Test
  void showsTheRowsThatBelongToNoEndpoint() throws Exception {
    assertThat(page(SHOP).select("#every-request tr[data-verdict]"))
        .hasSize(SHOP.application().failures().size());
  }

  @Test
  void leadsFromARowToItsFinding() throws Exception {
    Document page = page(SHOP);
    var finding = SHOP.findings().stream().filter(f -> !f.exception().isEmpty()).findFirst();

    assertThat(page.select(".failures a.to-finding").eachAttr("href"))
        .contains("#" + finding.orElseThrow().fingerprint());
  }

  @Test
  void explainsTheRulesThatFoundSomething() throws Exception {
    Document page = page(SHOP, SourceText.NONE, documented());

    assertThat(page.select("#rule-uncaught-exception h3, #rule-uncaught-exception h5").text())
        .isEqualTo("uncaught-exception");
    assertThat(page.select("#findings-uncaught-exception > .hint").text())
        .isEqualTo("About uncaught-exception. Why it matters and how to fix it");
    assertThat(page.select("#rule-uncaught-exception a").eachAttr("href"))
        .containsExactly("#rule-stolen-status", "https://www.rfc-editor.org/rfc/rfc9110");
    assertThat(page.getElementById("rule-late-configuration")).isNull();
  }

  private static RuleTexts documented() {
    return new RuleTexts() {
      @Override
      public Optional<String> summary(String rule) {
        return Optional.of("About " + rule);
      }

      @Override
      public Optional<String> documentation(String rule) {
        String links =
            "[other](stolen-status.md), [absent](late-configuration.md), [file](../README),"
                + " [RFC](https://www.rfc-editor.org/rfc/rfc9110)";
        return Optional.of("# " + rule + "\n\n" + links);
      }
    };
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyIdIsUniqueAndEveryLinkLeadsSomewhere(Report report) throws Exception {
    Document page = page(report);

    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    for (Element link : page.select("a")) {
      assertThat(link.attr("href")).startsWith("#");
      assertThat(page.getElementById(link.attr("href").substring(1)))
          .as(link.outerHtml())
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLabelledPartIsLabelledByWhatExists(Report report) throws Exception {
    Document page = page(report);

    for (Element part : page.select("[aria-labelledby]")) {
      assertThat(page.getElementById(part.attr("aria-labelledby"))).isNotNull();
    }
    assertThat(page.select("table th:not([scope])")).isEmpty();
    assertThat(page.select("select, input")).allMatch(field -> field.closest("label") != null);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void loadsNothingAndLetsNothingActButItsOwnScript(Report report) throws Exception {
    Document page = page(report);

    assertThat(page.select("[src], object, embed, iframe, form, base, img")).isEmpty();
    assertThat(page.select("link").eachAttr("href")).allMatch(href -> href.startsWith("data:"));
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    assertThat(page.select("script")).hasSize(1);
    assertThat(attributes(page)).doesNotContain("style").noneMatch(name -> name.startsWith("on"));
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none';"
                    .formatted(hash(page, "style"), hash(page, "script"))
                + " form-action 'none'");
  }

  private static List<String> attributes(Document page) {
    List<String> names = new ArrayList<>();
    page.getAllElements()
        .forEach(e -> e.attributes().asList().stream().map(Attribute::getKey).forEach(names::add));
    return names;
  }

  private static String hash(Document page, String tag) throws Exception {
    byte[] content = page.selectFirst(tag).data().getBytes(StandardCharsets.UTF_8);
    return "sha256-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void hidesOnlyWhatIsOfNoUseWithoutTheScript() throws Exception {
    assertThat(page(SHOP).select("[hidden]").eachAttr("id")).containsExactly("filters");
  }

  @Test
  void textStaysText() throws Exception {
    Report hostile = SampleReports.hostile();
    Document page =
        page(hostile, file -> List.of("</pre><script>alert(1)</script>"), RuleTexts.SHIPPED);

    assertThat(page.title()).startsWith(hostile.name());
    assertThat(page.selectFirst(".finding h4").wholeText())
        .isEqualTo(hostile.findings().get(0).message());
    assertThat(page.selectFirst("mark").text()).isEqualTo("</pre><script>alert(1)</script>");
    assertThat(page.select("main b").eachText()).doesNotContain("\"quoted\"");
  }

  @Test
  void endpointsOfOneNameHaveAnchorsOfTheirOwn() throws Exception {
    Contract contract = SHOP.application().contracts().get(0);
    Application twice = new Application("", List.of(contract, contract), List.of());

    Document page = page(new Report("x", SHOP.root(), SHOP.health(), twice, List.of()));

    assertThat(page.select(".endpoint").eachAttr("id")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void sameReportSameText() throws Exception {
    assertThat(write(SHOP)).isEqualTo(write(SampleReports.shop()));
    assertThat(write(SHOP)).doesNotContain(SHOP.root().toString());
  }

  private static String write(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    HtmlReport.write(report, new SourceDirectory(report.root()), out);
    return out.toString();
  }

  private static Document page(Report report) throws IOException {
    return page(report, new SourceDirectory(report.root()), RuleTexts.SHIPPED);
  }

  private static Document page(Report report, SourceText sources, RuleTexts rules)
      throws IOException {
    StringBuilder out = new StringBuilder();
    HtmlReport.write(report, sources, rules, out);
    return Jsoup.parse(out.toString());
  }
}
