package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureMode.CONFLICT;
import static io.github.errorhygiene.contract.FailureMode.MALFORMED_INPUT;
import static io.github.errorhygiene.contract.FailureMode.UNEXPECTED;
import static io.github.errorhygiene.contract.FailureMode.UPSTREAM_ERROR;
import static io.github.errorhygiene.contract.IncidentBuilder.incident;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.happening;
import static io.github.errorhygiene.rule.Applications.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.IncidentBuilder;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwallowedFailureTest {
  private final SwallowedFailure rule = new SwallowedFailure();

  @Test
  void aDroppedFailureOfAnUpstreamIsReportedAtTheClause() {
    var dropped = swallowed("com.acme.BankDown", UPSTREAM_ERROR, "Bank.pay");

    assertThat(rule.judge(where(dropped)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "BankDown of Bank.pay is neither logged nor passed on: GET /orders/{id} goes"
                          + " on as if nothing had failed and answers 200");
              assertThat(finding.place()).isEqualTo(ORIGIN);
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.now()).isEqualTo("HTTP/1.1 200 OK");
              assertThat(finding.instead()).isEqualTo("HTTP/1.1 502 Bad Gateway");
            });
  }

  @Test
  void aValueThatSaysNothingOfTheFailureIsNamed() {
    var replaced =
        incident(Kind.REPLACED, ORIGIN)
            .of("com.acme.BankDown", UPSTREAM_ERROR)
            .detail("null")
            .logged(Certainty.YES);

    assertThat(messages(replaced))
        .containsExactly("BankDown is only logged: GET /orders/{id} answers 200 with null");
  }

  @Test
  void ofSeveralThingsThatFailInOnePlaceOneIsNamed() {
    var pay = swallowed("com.acme.BankDown", UPSTREAM_ERROR, "Bank.pay");
    var post = swallowed("com.acme.PostDown", UPSTREAM_ERROR, "Post.send");

    assertThat(rule.judge(where(pay, post)))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .startsWith("BankDown of Bank.pay (and what else fails there) is neither logged");
  }

  @Test
  void aFailedWriteCountsWhateverFailed() {
    assertThat(messages(swallowed("java.sql.SQLException", UNEXPECTED, "Statement.executeUpdate")))
        .hasSize(1);
    assertThat(messages(swallowed("java.sql.SQLException", UNEXPECTED, "ResultSet.getString")))
        .isEmpty();
  }

  @Test
  void readingAndGettingReadyToWriteIsNoWrite() {
    for (String method :
        List.of(
            "Connection.createStatement",
            "PreparedStatement.setLong",
            "PreparedStatement.executeQuery",
            "File.createTempFile")) {
      assertThat(messages(swallowed("java.io.IOException", UNEXPECTED, method))).isEmpty();
    }
    assertThat(messages(swallowed("java.sql.SQLException", UNEXPECTED, "Connection.commit")))
        .hasSize(1);
  }

  @Test
  void aConflictThatSomebodyAskedForIsMeant() {
    var conflict = swallowed("com.acme.Duplicate", CONFLICT, "CrudRepository.save");

    assertThat(messages(conflict.caught("java.lang.Exception"))).hasSize(1);
    assertThat(messages(conflict.caught("com.acme.Duplicate"))).isEmpty();
  }

  @Test
  void failuresThatSaySomethingByThemselvesAreMeant() {
    var number = swallowed("java.lang.NumberFormatException", MALFORMED_INPUT, "Integer.parseInt");

    assertThat(messages(number)).isEmpty();
  }

  @Test
  void nobodyLosesAnythingByWhatCannotBeTidiedUp() {
    for (String method : List.of("Files.deleteIfExists", "Socket.close", "Writer.flush")) {
      assertThat(messages(swallowed("java.io.IOException", UNEXPECTED, method))).isEmpty();
      assertThat(messages(swallowed("java.io.IOException", UPSTREAM_ERROR, method))).isEmpty();
    }
  }

  @Test
  void whatIsLoggedAndWhatServicesDoBesidesIsMild() {
    var read = swallowed("com.acme.BankDown", UPSTREAM_ERROR, "Bank.balance");
    var mail = swallowed("com.acme.MailDown", UPSTREAM_ERROR, "JavaMailSender.send");
    var write = swallowed("com.acme.BankDown", UPSTREAM_ERROR, "Bank.postOrder");

    assertThat(severity(read.logged(Certainty.YES))).isEqualTo(Severity.INFO);
    assertThat(severity(mail)).isEqualTo(Severity.INFO);
    assertThat(severity(write.logged(Certainty.YES))).isEqualTo(Severity.INFO);
    assertThat(severity(write.logged(Certainty.NO))).isEqualTo(Severity.WARNING);
  }

  @Test
  void whatRestsOnSomethingUnresolvedIsNotReported() {
    assertThat(messages(swallowed("com.acme.BankDown", UPSTREAM_ERROR, "Bank.pay").unsure()))
        .isEmpty();
  }

  @Test
  void oneClauseIsOneFindingWithAllEndpointsAndFailures() {
    var down = swallowed("com.acme.BankDown", UPSTREAM_ERROR, "Bank.pay");
    var slow = swallowed("com.acme.BankSlow", FailureMode.UPSTREAM_TIMEOUT, "Bank.pay");
    var elsewhere =
        incident(Kind.SWALLOWED, new Place("Store.java", 99, 1))
            .of("com.acme.BankDown", UPSTREAM_ERROR);
    var two =
        application(
            happening(contract("GET", "/a"), down, slow),
            happening(contract("GET", "/b"), down, elsewhere));

    assertThat(rule.judge(two))
        .extracting(finding -> finding.endpoints().size(), Finding::message)
        .satisfiesExactlyInAnyOrder(
            first ->
                assertThat(first.toList().get(1).toString()).startsWith("BankDown or BankSlow"),
            second -> assertThat(second.toList().get(0)).isEqualTo(1));
  }

  private static IncidentBuilder swallowed(String exception, FailureMode mode, String method) {
    return incident(Kind.SWALLOWED, ORIGIN).of(exception, mode).attempted(method);
  }

  private List<String> messages(IncidentBuilder incident) {
    return rule.judge(where(incident)).stream().map(Finding::message).toList();
  }

  private Severity severity(IncidentBuilder incident) {
    return rule.judge(where(incident)).get(0).severity();
  }
}
