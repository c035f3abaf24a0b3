package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.framework;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import org.junit.jupiter.api.Test;

class UnloggedErrorTest {
  private final UnloggedError rule = new UnloggedError();

  private static FailureBuilder lost(Boundary boundary, int status, Certainty logged) {
    return failure("com.acme.Lost").boundary(boundary, status).inside(logged);
  }

  @Test
  void aBoundaryThatLogsNothingIsReported() {
    assertThat(rule.judge(with(lost(CATCH_ALL, 500, Certainty.NO))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "Errors#any(Exception) answers 500 and does not log Lost with its stack trace");
              assertThat(finding.place()).isEqualTo(CATCH_ALL.place());
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            });
  }

  @Test
  void onceForAllItsRows() {
    FailureBuilder other = failure("com.acme.Other").boundary(CATCH_ALL, 503).inside(Certainty.NO);

    assertThat(rule.judge(with(lost(CATCH_ALL, 500, Certainty.NO), other)))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith("answers 500 or 503 and does not log the exception with its stack trace");
  }

  @Test
  void aLoggedOneIsNoFindingNorOneThatMayBe() {
    assertThat(rule.judge(with(lost(CATCH_ALL, 500, Certainty.YES)))).isEmpty();
    assertThat(rule.judge(with(lost(CATCH_ALL, 500, Certainty.UNKNOWN)))).isEmpty();
  }

  @Test
  void theClientsFaultNeedsNoStackTrace() {
    assertThat(rule.judge(with(lost(CATCH_ALL, 404, Certainty.NO)))).isEmpty();
  }

  @Test
  void whoOnlyDeclaresAStatusHasNoPlaceToLogAt() {
    Place type = new Place("Lost.java", 1, 1);
    Boundary declared = new Boundary(Kind.DECLARED_STATUS, "status", type, "com.acme.Lost");

    assertThat(rule.judge(with(lost(declared, 500, Certainty.NO)))).isEmpty();
    assertThat(rule.judge(with(lost(framework("com.acme.Lost"), 500, Certainty.NO)))).isEmpty();
  }

  @Test
  void anErrorThatTheHandlerDecidesOnHasNoException() {
    assertThat(rule.judge(with(failure("").boundary(CATCH_ALL, 500).inside(Certainty.NO))))
        .isEmpty();
  }
}
