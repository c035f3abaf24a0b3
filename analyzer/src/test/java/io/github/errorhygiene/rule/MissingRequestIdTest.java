package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureBuilder.raisedByFramework;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.framework;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingRequestIdTest {
  private final MissingRequestId rule = new MissingRequestId();

  @Test
  void aBoundaryWithoutAnIdIsReportedOnceForAllItsRows() {
    var other = failure("com.acme.Other").boundary(CATCH_ALL, 404).answer(null, Certainty.NO);

    assertThat(rule.judge(with(unexpected(Certainty.NO), other)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("Errors#any(Exception) answers 404 or 500 without a request id");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.place()).isEqualTo(CATCH_ALL.place());
              assertThat(finding.status()).isZero();
              assertThat(finding.fits()).isZero();
            });
  }

  @Test
  void theBodyIsShownAsItIsAndWithAnId() {
    assertThat(rule.judge(with(unexpected(Certainty.NO))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.now()).endsWith("\n\n{\"error\": …}");
              assertThat(finding.instead()).endsWith("\n\n{\"error\": …, \"request_id\": …}");
            });
  }

  @Test
  void anIdOrAnUnknownAnswerIsNoFinding() {
    assertThat(rule.judge(with(unexpected(Certainty.YES)))).isEmpty();
    assertThat(rule.judge(with(unexpected(Certainty.UNKNOWN)))).isEmpty();
  }

  @Test
  void aSuccessNeedsNoId() {
    var success = failure("com.acme.Ignored").boundary(CATCH_ALL, 200).answer(null, Certainty.NO);
    assertThat(rule.judge(with(success))).isEmpty();
  }

  @Test
  void theFrameworksDefaultAnswerIsReportedOnceAtTheFirstHandler() {
    var uncaught = failure("com.acme.Odd").answer(null, Certainty.NO);
    var resolved =
        raisedByFramework("org.acme.Unreadable", "malformed body", FailureMode.MALFORMED_INPUT)
            .boundary(framework("org.acme.Unreadable"), 400)
            .answer(null, Certainty.NO);
    var annotated =
        new Boundary(
            Kind.DECLARED_STATUS, "@ResponseStatus on Gone", new Place("Gone.java", 1, 1), "Gone");
    var declared = failure("Gone").boundary(annotated, 410).answer(null, Certainty.NO);

    assertThat(rule.judge(with(uncaught, resolved, declared)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "the framework's default handling answers 400, 410 or 500 without a request id");
              assertThat(finding.place()).isEqualTo(HANDLER);
            });
  }

  @Test
  void withoutAnEndpointThereIsNoPlaceToReport() {
    var row = failure("com.acme.Odd").answer(null, Certainty.NO).build();
    assertThat(rule.judge(new Application("", List.of(), List.of(row)))).isEmpty();
    assertThat(rule.judge(application())).isEmpty();
  }

  private static FailureBuilder unexpected(Certainty requestId) {
    return failure("java.lang.IllegalStateException")
        .mode(FailureMode.UNEXPECTED)
        .boundary(CATCH_ALL, 500)
        .answer("application/json", requestId, "error");
  }
}
