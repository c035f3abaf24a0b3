package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureMode.CLIENT_GONE;
import static io.github.errorhygiene.contract.FailureMode.MISSING;
import static io.github.errorhygiene.contract.FailureMode.UNKNOWN;
import static io.github.errorhygiene.contract.FailureMode.UPSTREAM_ERROR;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAsSuccessTest {
  private static final Boundary MISSES = handler("Errors#missing", "com.acme.OrderMissing");
  private static final Boundary CLAUSE =
      new Boundary(Kind.CATCH, "catch (X)", new Place("Orders.java", 12, 5), "com.acme.X");

  private final ErrorAsSuccess rule = new ErrorAsSuccess();

  @Test
  void aHandlerThatSetsNoStatusIsReportedAtTheHandler() {
    assertThat(rule.judge(with(missing(200))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("Errors#missing answers 200 for OrderMissing where 404 fits");
              assertThat(finding.place()).isEqualTo(MISSES.place());
              assertThat(finding.now()).isEqualTo("HTTP/1.1 200 OK");
              assertThat(finding.instead()).isEqualTo("HTTP/1.1 404 Not Found");
            });
  }

  @Test
  void errorsAndRedirectsAreNone() {
    assertThat(messages(with(missing(404)))).isEmpty();
    assertThat(messages(with(missing(302)))).isEmpty();
    assertThat(messages(with(missing(0)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "errorCode", "error_message", "errors", "exception", "errMsg"})
  void aClauseTellsByMembersThatOnlyErrorsHave(String key) {
    assertThat(messages(with(caught(key)))).hasSize(1);
  }

  @Test
  void aClauseTellsByAText() {
    assertThat(messages(with(caught()))).isEmpty();
    assertThat(messages(with(caught().admitted()))).hasSize(1);
  }

  @Test
  void aClauseTellsByAVerdictWithAMessage() {
    assertThat(messages(with(caught("success", "message")))).hasSize(1);
    assertThat(messages(with(caught("code", "msg", "data")))).hasSize(1);
    assertThat(messages(with(caught("status", "total")))).isEmpty();
    assertThat(messages(with(caught()))).isEmpty();
  }

  @Test
  void aClauseTellsByTheExceptionsText() {
    assertThat(messages(with(caught().inside(Certainty.NO, "message")))).hasSize(1);
  }

  @Test
  void aClauseThatAnswersAnErrorIsNoneIfThatFailsToo() {
    var error = failure("com.acme.Down").boundary(CLAUSE, 503);

    assertThat(messages(with(caught("error"), error))).isEmpty();
  }

  @Test
  void aStatusThatTheExceptionAsksForIsMeant() {
    Boundary declared = new Boundary(Kind.DECLARED_STATUS, "status of Busy", null, "com.acme.Busy");

    assertThat(messages(with(failure("com.acme.Busy").boundary(declared, 202)))).isEmpty();
  }

  @Test
  void whoeverIsGoneIsTheDroppedConnection() {
    assertThat(messages(with(failure("com.acme.Gone").mode(CLIENT_GONE).boundary(CATCH_ALL, 200))))
        .isEmpty();
  }

  @Test
  void anApplicationThatAnswersEverythingSoGetsOneFinding() {
    Application envelopes =
        with(missing(200), failure("com.acme.Down").boundary(CATCH_ALL, 200), caught("error"));

    assertThat(messages(envelopes))
        .containsExactly(
            "every failure is answered with a status that says success: Errors#any(Exception)"
                + " answers 200");
  }

  @Test
  void anExceptionThatMayMeanNoFailureIsAnsweredAsTheHandlerLikes() {
    var done = failure("com.acme.AlreadyDone").mode(UNKNOWN).boundary(MISSES, 200);

    assertThat(messages(with(done))).isEmpty();
    assertThat(messages(with(done.answer("application/json", Certainty.NO, "error")))).hasSize(1);
    assertThat(messages(with(failure("com.acme.Odd").mode(UNKNOWN).boundary(CATCH_ALL, 200))))
        .hasSize(1);
  }

  @Test
  void whatAHandlerAnswersWithAnErrorOrNotAsItFindsIsMended() {
    assertThat(messages(with(missing(200), missing(404)))).isEmpty();
  }

  @Test
  void whatMostOfTheApplicationDoesNotDoIsASlipEachTime() {
    Application mixed =
        with(
            missing(200),
            caught("error"),
            failure("com.acme.Busy").boundary(handler("Errors#busy", "com.acme.Busy"), 503),
            failure("com.acme.Late").boundary(handler("Errors#late", "com.acme.Late"), 504));

    assertThat(messages(mixed)).hasSize(2);
  }

  private List<String> messages(Application application) {
    return rule.judge(application).stream().map(Finding::message).toList();
  }

  private static FailureBuilder missing(int status) {
    return failure("com.acme.OrderMissing").mode(MISSING).boundary(MISSES, status);
  }

  private static FailureBuilder caught(String... keys) {
    return failure("com.acme.Down")
        .mode(UPSTREAM_ERROR)
        .boundary(CLAUSE, 200)
        .answer("application/json", Certainty.NO, keys);
  }
}
