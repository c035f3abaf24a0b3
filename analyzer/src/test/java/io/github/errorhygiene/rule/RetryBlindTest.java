package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureMode.CONFLICT;
import static io.github.errorhygiene.contract.FailureMode.UNAVAILABLE;
import static io.github.errorhygiene.contract.FailureMode.UPSTREAM_ERROR;
import static io.github.errorhygiene.contract.FailureMode.UPSTREAM_TIMEOUT;
import static io.github.errorhygiene.contract.IncidentBuilder.incident;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.IncidentBuilder;
import org.junit.jupiter.api.Test;

class RetryBlindTest {
  private final RetryBlind rule = new RetryBlind();

  @Test
  void aCallThatIsMadeAgainAtOnceIsReportedWhereItIsCaught() {
    assertThat(rule.judge(where(retried("com.acme.BankDown", UPSTREAM_ERROR))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("after BankDown, GET /orders/{id} calls Bank.pay again at once");
              assertThat(finding.place()).isEqualTo(ORIGIN);
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
            });
  }

  @Test
  void severalFailuresOfOneClauseAreOneFinding() {
    assertThat(
            rule.judge(
                where(
                    retried("com.acme.BankDown", UPSTREAM_ERROR),
                    retried("com.acme.BankSlow", UPSTREAM_TIMEOUT))))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.message()).startsWith("after BankDown or BankSlow, GET"));
  }

  @Test
  void onlyFailuresOfOthersCount() {
    assertThat(rule.judge(where(retried("com.acme.Conflict", CONFLICT)))).isEmpty();
    assertThat(
            rule.judge(
                where(retried("org.springframework.dao.QueryTimeoutException", UNAVAILABLE))))
        .isEmpty();
    assertThat(rule.judge(where(retried("com.acme.BankDown", UPSTREAM_ERROR).unsure()))).isEmpty();
    assertThat(
            rule.judge(
                where(incident(Kind.SWALLOWED, ORIGIN).of("com.acme.BankDown", UPSTREAM_ERROR))))
        .isEmpty();
  }

  private static IncidentBuilder retried(String exception, FailureMode mode) {
    return incident(Kind.RETRIED, ORIGIN)
        .of(exception, mode)
        .attempted("Bank.pay")
        .detail("at once");
  }
}
