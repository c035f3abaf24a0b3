package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.report.ConsoleReport.Line;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Remedy;
import io.github.errorhygiene.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
  @Test
  void aFindingIsALinkARuleAndASentence() {
    String file = "src/main/java/com/acme/shop/payment/PaymentErrors.java";
    assertThat(ConsoleReport.lines(SampleReports.shop()))
        .contains(
            new Line(
                Severity.ERROR,
                SampleSources.ROOT.resolve(file)
                    + ":[11,23] wrong-status PaymentErrors#any(Exception) answers 500 for ReceiptNotFound where 404 fits"
                    + " (arises at PaymentService.java:22)"));
  }

  @Test
  void whereNoStatusFitsNoneIsProposed() {
    assertThat(ConsoleReport.lines(SampleReports.shop()))
        .extracting(Line::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .endsWith(
                        "OutOfStock leaves POST /orders uncaught: the client sees 500 (arises at"
                            + " OrderService.java:30)"));
  }

  @Test
  void whereSeveralFailuresFitSeveralStatusesTheMessageNamesThem() {
    assertThat(ConsoleReport.lines(SampleReports.shop()))
        .extracting(Line::text)
        .anySatisfy(text -> assertThat(text).endsWith("unsupported content type (415)"));
  }

  @Test
  void theWorstComeLastAndThenTheSummary() {
    assertThat(ConsoleReport.lines(SampleReports.shop()))
        .extracting(Line::severity)
        .containsExactly(
            Severity.WARNING,
            Severity.WARNING,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.ERROR,
            Severity.INFO,
            Severity.WARNING);
  }

  @Test
  void theSummarySaysWhatWasFoundAndHowMuchWasUnderstood() {
    List<Line> lines = ConsoleReport.lines(SampleReports.shop());
    assertThat(lines.subList(8, 10))
        .extracting(Line::text)
        .containsExactly(
            "shop: 6 endpoints, 25 ways to fail, 6 errors, 2 warnings",
            "understood: 8 of 9 files, 98.3 % of 120 calls, 4 gaps, without a class path");
  }

  @Test
  void howToMendItStandsOnceBelowTheFindings() {
    Report shop = SampleReports.shop();
    Remedy remedy = new Remedy("take care", "");
    List<Finding> findings =
        shop.findings().stream().map(each -> each.withRemedy("", remedy)).toList();
    Report mendable =
        new Report(shop.name(), shop.root(), shop.health(), shop.application(), findings);

    assertThat(ConsoleReport.findings(mendable))
        .hasSize(findings.size() + 1)
        .last()
        .extracting(Line::text)
        .isEqualTo("    to mend it: take care");
  }

  @Test
  void aCleanReportIsTwoLines() {
    assertThat(ConsoleReport.lines(SampleReports.clean()))
        .containsExactly(
            new Line(Severity.INFO, "clean: 1 endpoint, 0 ways to fail, no findings"),
            new Line(Severity.INFO, "understood: 3 of 3 files, 100.0 % of 40 calls"));
  }

  @Test
  void textFromSourcesForgesNoLines() {
    assertThat(ConsoleReport.lines(SampleReports.hostile()))
        .allSatisfy(line -> assertThat(line.text()).doesNotContainPattern("[\\p{Cntrl}\u2028]"));
  }
}
