package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.framework;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureBuilder;
import org.junit.jupiter.api.Test;

class MissingRetryAfterTest {
  private final MissingRetryAfter rule = new MissingRetryAfter();

  private static FailureBuilder busy(int status, String... headers) {
    return failure("com.acme.Busy").boundary(CATCH_ALL, status).headers(headers);
  }

  @Test
  void busyAndTooManyRequestsSayWhenToComeBack() {
    assertThat(rule.judge(with(busy(503))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("Errors#any(Exception) answers 503 without Retry-After");
              assertThat(finding.instead())
                  .isEqualTo("HTTP/1.1 503 Service Unavailable\nRetry-After: 30");
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
            });
    assertThat(rule.judge(with(busy(429)))).hasSize(1);
    assertThat(rule.judge(with(busy(500)))).isEmpty();
  }

  @Test
  void theHeaderIsFoundHoweverItIsWritten() {
    assertThat(rule.judge(with(busy(503, "retry-after")))).isEmpty();
  }

  @Test
  void boundariesOfOneFileAreOneFinding() {
    FailureBuilder one = failure("com.acme.A").boundary(handler("Errors#a", "com.acme.A"), 503);
    FailureBuilder two = failure("com.acme.B").boundary(handler("Errors#b", "com.acme.B"), 429);

    assertThat(rule.judge(with(one, two)))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("Errors#a (and 1 more in this file) answers 429 or 503 without Retry-After");
  }

  @Test
  void whatTheFrameworkAnswersIsNotTheApplicationsToMend() {
    assertThat(rule.judge(with(failure("com.acme.Busy").boundary(framework("com.acme.Busy"), 503))))
        .isEmpty();
  }
}
