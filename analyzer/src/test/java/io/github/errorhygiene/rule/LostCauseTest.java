package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureMode.UPSTREAM_ERROR;
import static io.github.errorhygiene.contract.IncidentBuilder.incident;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.happening;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.Place;
import org.junit.jupiter.api.Test;

class LostCauseTest {
  private final LostCause rule = new LostCause();

  @Test
  void anExceptionThatEndsIn500WithoutItsCauseIsReportedAtTheThrow() {
    assertThat(rule.judge(losing(failure("com.acme.Failed").origin(ORIGIN))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo(ORIGIN);
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message())
                  .isEqualTo(
                      "Failed does not keep the BankDown that it is made of: the log of"
                          + " GET /orders/{id} cannot show where that arose");
            });
  }

  @Test
  void whatEndsIn400NeedsNoCause() {
    var answered = failure("com.acme.Failed").origin(ORIGIN).boundary(CATCH_ALL, 400);

    assertThat(rule.judge(losing(answered))).isEmpty();
  }

  @Test
  void whatNeverLeavesNeedsNoCause() {
    assertThat(rule.judge(losing())).isEmpty();
    assertThat(rule.judge(losing(failure("com.acme.Other").origin(new Place("A.java", 1, 1)))))
        .isEmpty();
  }

  private static Application losing(FailureBuilder... failures) {
    return application(
        happening(
            contract("GET", "/orders/{id}", failures),
            incident(Kind.CAUSE_LOST, ORIGIN)
                .of("com.acme.BankDown", UPSTREAM_ERROR)
                .detail("com.acme.Failed")));
  }
}
