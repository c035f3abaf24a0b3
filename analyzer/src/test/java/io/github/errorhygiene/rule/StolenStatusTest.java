package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureBuilder.raisedByFramework;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.and;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import org.junit.jupiter.api.Test;

class StolenStatusTest {
  private final StolenStatus rule = new StolenStatus();

  @Test
  void aCatchAllThatAnswers500ForAMalformedBodyIsReported() {
    assertThat(rule.judge(with(malformedBody())))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "Errors#any(Exception) catches Exception and answers 500 for malformed body (400)");
              assertThat(finding.place()).isEqualTo(CATCH_ALL.place());
              assertThat(finding.status()).isEqualTo(500);
              assertThat(finding.fits()).isEqualTo(400);
              assertThat(finding.exception()).isEqualTo("org.acme.Unreadable");
              assertThat(finding.endpoints())
                  .extracting(Endpoint::label)
                  .containsExactly("GET /orders/{id}");
              assertThat(finding.trace()).hasSize(1);
            });
  }

  @Test
  void oneBoundaryIsOneFindingAndTheUnknownPathComesFirst() {
    var application =
        and(
            with(malformedBody()),
            stolen("org.acme.WrongMethod", "wrong method", FailureMode.METHOD_NOT_ALLOWED),
            stolen("org.acme.NoResource", "unknown path", FailureMode.MISSING));

    assertThat(rule.judge(application))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .endsWith(
                      "answers 500 for unknown path (404), wrong method (405), malformed body (400)");
              assertThat(finding.fits()).isEqualTo(404);
              assertThat(finding.exception()).isEmpty();
              assertThat(finding.endpoints()).isEmpty();
            });
  }

  @Test
  void aStatusThatAnExceptionDeclaresIsStolenToo() {
    var row =
        failure("com.acme.OrderMissing")
            .mode(FailureMode.MISSING)
            .declaredStatus(404)
            .boundary(CATCH_ALL, 500);
    assertThat(rule.judge(with(row)))
        .extracting(Finding::message)
        .containsExactly(
            "Errors#any(Exception) catches Exception and answers 500 for OrderMissing (404)");
  }

  @Test
  void aCatchAllMayAnswerTheDeclaredOrAnAcceptedStatus() {
    var same = malformedBody().boundary(CATCH_ALL, 400);
    var accepted = malformedBody().boundary(CATCH_ALL, 422).accepted(422);
    assertThat(rule.judge(with(same, accepted))).isEmpty();
  }

  @Test
  void onlyHandlersForEverythingSteal() {
    var narrow =
        malformedBody().boundary(handler("Errors#bad(Unreadable)", "org.acme.Unreadable"), 500);
    var caught =
        malformedBody()
            .boundary(
                new Boundary(Kind.CATCH, "catch", CATCH_ALL.place(), "java.lang.Exception"), 500);
    assertThat(rule.judge(with(narrow, caught))).isEmpty();
  }

  @Test
  void aDeclared500IsNothingToSteal() {
    var row =
        failure("com.acme.Broken")
            .mode(FailureMode.UPSTREAM_ERROR)
            .declaredStatus(502)
            .boundary(CATCH_ALL, 500);
    assertThat(rule.judge(with(row))).isEmpty();
  }

  private static FailureBuilder malformedBody() {
    return stolen("org.acme.Unreadable", "malformed body", FailureMode.MALFORMED_INPUT);
  }

  private static FailureBuilder stolen(String exception, String summary, FailureMode mode) {
    return raisedByFramework(exception, summary, mode).boundary(CATCH_ALL, 500);
  }
}
