package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import org.junit.jupiter.api.Test;

class UncaughtExceptionTest {
  private final UncaughtException rule = new UncaughtException();

  @Test
  void aMissingThingThatNobodyMapsIsReportedAtTheHandler() {
    assertThat(rule.judge(with(orderMissing())))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "OrderMissing leaves GET /orders/{id} uncaught: the client sees 500 where 404 fits");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.place()).isEqualTo(HANDLER);
              assertThat(finding.origin()).isEqualTo(ORIGIN);
              assertThat(finding.status()).isEqualTo(500);
              assertThat(finding.fits()).isEqualTo(404);
              assertThat(finding.now()).isEqualTo("HTTP/1.1 500 Internal Server Error");
              assertThat(finding.instead()).isEqualTo("HTTP/1.1 404 Not Found");
            });
  }

  @Test
  void anOriginThatSeveralEndpointsReachIsOneFinding() {
    var application =
        application(
            contract("GET", "/orders/{id}", orderMissing()),
            contract("DELETE", "/orders/{id}", orderMissing()),
            contract("GET", "/orders/{id}/lines", orderMissing()));

    assertThat(rule.judge(application))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .startsWith("OrderMissing leaves DELETE /orders/{id} and 2 more endpoints");
              assertThat(finding.endpoints())
                  .extracting(Endpoint::label)
                  .containsExactly(
                      "DELETE /orders/{id}", "GET /orders/{id}", "GET /orders/{id}/lines");
            });
  }

  @Test
  void twoOriginsAreTwoFindings() {
    var elsewhere = orderMissing().origin(new Place("Store.java", 44, 7));
    assertThat(rule.judge(with(orderMissing(), elsewhere))).hasSize(2);
  }

  @Test
  void whatBefallsAServiceFromOutsideIsOneFindingWhereverItArises() {
    var here = failure("com.acme.Refused").mode(FailureMode.UPSTREAM_ERROR).origin(ORIGIN);
    var elsewhere = here.origin(new Place("Store.java", 44, 7));
    assertThat(
            rule.judge(application(contract("GET", "/a", here), contract("GET", "/b", elsewhere))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.endpoints()).hasSize(2));
  }

  @Test
  void whatABoundaryMapsIsNotUncaught() {
    assertThat(rule.judge(with(orderMissing().boundary(CATCH_ALL, 500)))).isEmpty();
  }

  @Test
  void fiveHundredIsForTheUnexpected() {
    var unexpected = failure("java.lang.IllegalStateException").mode(FailureMode.UNEXPECTED);
    var misconfigured = failure("com.acme.NoSuchProperty").mode(FailureMode.MISCONFIGURED);
    assertThat(rule.judge(with(unexpected, misconfigured))).isEmpty();
  }

  @Test
  void anAcceptedStatusIsRight() {
    var timeout = failure("com.acme.Slow").mode(FailureMode.UPSTREAM_TIMEOUT).accepted(500);
    assertThat(rule.judge(with(timeout))).isEmpty();
  }

  @Test
  void aKnownFailureOfWhichNothingSaysWhatFitsIsAWarning() {
    assertThat(rule.judge(with(failure("com.acme.OrderProblem").origin(ORIGIN))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.fits()).isZero();
              assertThat(finding.instead()).isEmpty();
              assertThat(finding.message())
                  .isEqualTo("OrderProblem leaves GET /orders/{id} uncaught: the client sees 500");
            });
  }

  @Test
  void anUnknownFailureIsNotAFinding() {
    var unknown = failure("com.lib.Odd").unknownToUs();
    var unsettled = orderMissing().verdict(Verdict.UNKNOWN);
    assertThat(rule.judge(with(unknown, unsettled))).isEmpty();
  }

  @Test
  void whatRestsOnSomethingUnresolvedIsInformation() {
    assertThat(rule.judge(with(orderMissing().unsure())))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void rowsThatRestOnSomethingUnresolvedDoNotWeakenOthers() {
    var application =
        application(
            contract("GET", "/a", orderMissing().unsure()), contract("GET", "/b", orderMissing()));

    assertThat(rule.judge(application))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.endpoints()).extracting(Endpoint::path).containsExactly("/b");
            });
  }

  private static FailureBuilder orderMissing() {
    return failure("com.acme.OrderMissing").mode(FailureMode.MISSING).origin(ORIGIN);
  }
}
