package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.framework;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.unit.Certainty;
import org.junit.jupiter.api.Test;

class InconsistentErrorBodyTest {
  private final InconsistentErrorBody rule = new InconsistentErrorBody();

  private static FailureBuilder answered(String name, String type, String... keys) {
    return failure("com.acme." + name)
        .boundary(handler("Errors#" + name, "com.acme." + name), 400)
        .answer(type, Certainty.YES, keys);
  }

  @Test
  void twoObjectsThatShareNothingAreTwoShapes() {
    FailureBuilder other = answered("b", "application/json", "code", "message");

    assertThat(
            rule.judge(
                with(
                    answered("a", "application/json", "code", "message"),
                    other,
                    answered("c", "application/json", "error"))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "errors are answered in 2 shapes: {\"code\", \"message\"} by Errors#a;"
                          + " {\"error\"} by Errors#c");
              assertThat(finding.severity()).isEqualTo(Severity.INFO);
            });
  }

  @Test
  void membersThatOnlySomeErrorsHaveDoNoHarm() {
    assertThat(
            rule.judge(
                with(
                    answered("a", "application/json", "code", "message"),
                    answered("b", "application/json", "code", "message", "violations"))))
        .isEmpty();
  }

  @Test
  void aTextAndAnObjectAreTwoShapesAsAreTwoMediaTypes() {
    assertThat(
            rule.judge(
                with(
                    answered("a", "application/json", "code"),
                    answered("b", "text/plain;charset=UTF-8"))))
        .hasSize(1);
    assertThat(
            rule.judge(
                with(
                    answered("a", "application/json", "title"),
                    answered("b", "application/problem+json", "title"))))
        .hasSize(1);
  }

  @Test
  void pagesForPeopleAndUnknownBodiesDoNotCount() {
    assertThat(
            rule.judge(
                with(
                    answered("a", "application/json", "code"),
                    answered("b", "text/html"),
                    answered("c", "application/json"),
                    answered("d", null))))
        .isEmpty();
  }

  @Test
  void neitherDoesWhatTheFrameworkWrites() {
    FailureBuilder byFramework =
        failure("com.acme.C")
            .boundary(framework("com.acme.C"), 400)
            .answer("application/json", Certainty.NO, "error");

    assertThat(rule.judge(with(answered("a", "application/json", "code"), byFramework))).isEmpty();
  }
}
