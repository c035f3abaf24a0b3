package io.github.errorhygiene.rule;

import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableBoundaryTest {
  private static final Boundary MISSING = handler("Errors#missing", "com.acme.Missing");

  private final UnreachableBoundary rule = new UnreachableBoundary();

  private static Application declaring(Application application, Boundary... boundaries) {
    return new Application(
        application.framework(),
        application.contracts(),
        application.failures(),
        List.of(boundaries),
        List.of(boundaries));
  }

  @Test
  void aBoundaryForWhatNothingThrowsIsReported() {
    assertThat(rule.judge(declaring(with(), MISSING)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("nothing throws Missing, which Errors#missing is there for");
              assertThat(finding.place()).isEqualTo(MISSING.place());
            });
  }

  @Test
  void withoutIdleBoundariesThereIsNothingToSay() {
    assertThat(rule.judge(with())).isEmpty();
  }
}
