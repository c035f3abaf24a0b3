package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureMode.MALFORMED_INPUT;
import static io.github.errorhygiene.contract.FailureMode.MISCONFIGURED;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureBuilder;
import org.junit.jupiter.api.Test;

class LateConfigurationTest {
  private final LateConfiguration rule = new LateConfiguration();

  @Test
  void aSettingThatIsParsedForARequestIsReportedWhereItIsParsed() {
    assertThat(rule.judge(with(number())))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo(ORIGIN);
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
              assertThat(finding.message())
                  .isEqualTo(
                      "a setting that is missing or malformed is noticed only by a request:"
                          + " NumberFormatException leaves GET /orders/{id}, and the client sees"
                          + " 500");
            });
  }

  @Test
  void dataOfTheRequestIsNoSetting() {
    assertThat(rule.judge(with(number().mode(MALFORMED_INPUT).dependsOn(Cause.REQUEST)))).isEmpty();
  }

  @Test
  void whatIsNotSureIsNotReported() {
    assertThat(rule.judge(with(number().unsure()))).isEmpty();
    assertThat(rule.judge(with(number().dependsOn(Cause.UNKNOWN)))).isEmpty();
  }

  private static FailureBuilder number() {
    return failure("java.lang.NumberFormatException")
        .mode(MISCONFIGURED)
        .dependsOn(Cause.CONFIGURATION)
        .origin(ORIGIN);
  }
}
