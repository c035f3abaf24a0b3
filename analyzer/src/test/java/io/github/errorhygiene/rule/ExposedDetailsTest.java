package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.contract.Setting;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExposedDetailsTest {
  private static final Boundary OWN = handler("Errors#lost(ReportLost)", "com.acme.ReportLost");

  private final ExposedDetails rule = new ExposedDetails();

  @Test
  void aMessageThatNobodyWroteForTheCallerOfA5xxIsReportedOnceABoundary() {
    var first = lost(500, Answer.MESSAGE);
    var second = failure("com.acme.Other").boundary(OWN, 503).inside(Certainty.YES, Answer.MESSAGE);

    assertThat(rule.judge(with(first, second)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "Errors#lost(ReportLost) answers 500 or 503 with the message of Other, ReportLost");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.place()).isEqualTo(OWN.place());
            });
  }

  @Test
  void theSameOfOneKindOfExceptionInA4xxIsNot() {
    assertThat(rule.judge(with(lost(400, Answer.MESSAGE)))).isEmpty();
    assertThat(rule.judge(with(lost(500)))).isEmpty();
  }

  @Test
  void aStackTraceAClassNameAStatementAndAnyMessageAreReportedWhateverTheStatus() {
    assertThat(rule.judge(with(lost(400, Answer.STACK_TRACE)))).hasSize(1);
    assertThat(rule.judge(with(lost(404, Answer.TYPE))))
        .extracting(Finding::severity)
        .as("a client's mistake by its name alone")
        .containsExactly(Severity.INFO);
    assertThat(rule.judge(with(lost(409, Answer.MESSAGE, Answer.STATEMENT)))).hasSize(1);
    assertThat(rule.judge(with(lost(200, Answer.MESSAGE, Answer.ANY_MESSAGE)))).hasSize(1);
  }

  @Test
  void aHandlerForEverythingShowsTheMessageOfWhateverFails() {
    var row = failure("com.acme.Odd").boundary(CATCH_ALL, 400);

    assertThat(rule.judge(with(row.inside(Certainty.YES, Answer.MESSAGE))))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "Errors#any(Exception) answers 400 with the message of whatever fails"));
  }

  @Test
  void soDoesOneThatNoKnownFailureReaches() {
    var shown =
        new Answer(
            500, null, new TreeSet<>(), Certainty.NO, List.of(Answer.MESSAGE), Certainty.YES);
    Contract quiet = contract("GET", "/orders");

    assertThat(rule.judge(application(reacting(quiet, new Reaction(CATCH_ALL, shown)))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).isEqualTo(CATCH_ALL.place()));
    assertThat(
            rule.judge(application(reacting(quiet, new Reaction(CATCH_ALL, Answer.ofStatus(500))))))
        .isEmpty();
  }

  @Test
  void theFrameworksDefaultAnswerIsReportedOnceAtTheFirstHandler() {
    var one = failure("com.acme.Odd").inside(Certainty.YES, Answer.MESSAGE);
    var other = failure("com.acme.Other").inside(Certainty.YES, Answer.MESSAGE);

    assertThat(rule.judge(with(one, other)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).isEqualTo(HANDLER));
  }

  @Test
  void aSettingIsReportedWhereItStandsAndNotOnceMoreForWhatItDoes() {
    var setting =
        new Setting(
            "server.error.include-stacktrace",
            "always",
            new Place("application.yml", 3, 5),
            List.of(Answer.STACK_TRACE));
    var row = failure("com.acme.Odd").inside(Certainty.YES, Answer.STACK_TRACE);

    assertThat(rule.judge(with(row).with(List.of(setting))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "server.error.include-stacktrace=always shows the stack trace of whatever fails to the caller");
              assertThat(finding.place()).isEqualTo(setting.place());
            });
  }

  @Test
  void withoutAnEndpointThereIsNoPlaceToReport() {
    var row = failure("com.acme.Odd").inside(Certainty.YES, Answer.MESSAGE).build();
    assertThat(rule.judge(new Application("", List.of(), List.of(row)))).isEmpty();
  }

  private static Contract reacting(Contract contract, Reaction... reactions) {
    return new Contract(contract.endpoint(), contract.failures(), List.of(reactions));
  }

  private static FailureBuilder lost(int status, String... exposes) {
    return failure("com.acme.ReportLost").boundary(OWN, status).inside(Certainty.YES, exposes);
  }
}
