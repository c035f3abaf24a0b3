package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.unit.Certainty;
import org.junit.jupiter.api.Test;

class UncorrelatedLogTest {
  private final UncorrelatedLog rule = new UncorrelatedLog();

  private static FailureBuilder lost(int status, Certainty correlated) {
    return failure("com.acme.Lost").boundary(CATCH_ALL, status).correlated(correlated);
  }

  @Test
  void anIdThatTheLogDoesNotHaveIsReported() {
    assertThat(rule.judge(with(lost(500, Certainty.NO))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("Errors#any(Exception) answers with a new id that it does not log");
              assertThat(finding.place()).isEqualTo(CATCH_ALL.place());
            });
  }

  @Test
  void oneThatItHasOrMayHaveIsNoFinding() {
    assertThat(rule.judge(with(lost(500, Certainty.YES), lost(400, Certainty.UNKNOWN)))).isEmpty();
  }

  @Test
  void aSuccessIsNoFinding() {
    assertThat(rule.judge(with(lost(200, Certainty.NO)))).isEmpty();
  }
}
