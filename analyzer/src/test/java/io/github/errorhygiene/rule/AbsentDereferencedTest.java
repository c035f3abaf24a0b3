package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureMode.MISSING;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Place;
import org.junit.jupiter.api.Test;

class AbsentDereferencedTest {
  private static final String NULL = "java.lang.NullPointerException";

  private final AbsentDereferenced rule = new AbsentDereferenced();

  @Test
  void whatLeavesUncaughtIsReportedWhereItIsUsed() {
    assertThat(rule.judge(with(absent(NULL, ORIGIN))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo(ORIGIN);
              assertThat(finding.message())
                  .isEqualTo(
                      "what is looked up may be absent and is used unguarded: NullPointerException"
                          + " at GET /orders/{id}, the client sees 500 where 404 fits");
            });
  }

  @Test
  void noOtherRuleReportsTheSame() {
    var uncaught = absent(NULL, ORIGIN);
    var mapped = absent(NULL, ORIGIN).boundary(CATCH_ALL, 500);

    assertThat(new UncaughtException().judge(with(uncaught))).isEmpty();
    assertThat(new WrongStatus().judge(with(mapped))).isEmpty();
    assertThat(rule.judge(with(mapped))).hasSize(1);
  }

  @Test
  void aBoundaryMayAnswerIt() {
    var mapped =
        absent("java.util.NoSuchElementException", ORIGIN)
            .boundary(handler("Errors#none", "java.util.NoSuchElementException"), 404);

    assertThat(rule.judge(with(mapped))).isEmpty();
  }

  @Test
  void whatIsThrownOnPurposeIsForOtherRules() {
    assertThat(rule.judge(with(failure(NULL).mode(MISSING).origin(ORIGIN)))).isEmpty();
  }

  @Test
  void nullsOfOneFileAreOneFindingAndLookupsEachTheirOwn() {
    Place elsewhere = new Place(ORIGIN.file(), 90, 1);
    String none = "java.util.NoSuchElementException";

    assertThat(rule.judge(with(absent(NULL, ORIGIN), absent(NULL, elsewhere)))).hasSize(1);
    assertThat(rule.judge(with(absent(none, ORIGIN), absent(none, elsewhere)))).hasSize(2);
  }

  private static FailureBuilder absent(String exception, Place origin) {
    return failure(exception).absent().mode(MISSING).origin(origin);
  }
}
