package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.handler;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MissingCatchAllTest {
  private final MissingCatchAll rule = new MissingCatchAll();

  private static Contract orders(
      String path, @Nullable Boundary unexpected, Certainty id, FailureBuilder... failures) {
    Contract contract = contract("GET", path, failures);
    Answer answer =
        new Answer(
            500,
            "application/json",
            new TreeSet<>(Set.of("error", "path", "status")),
            id,
            List.of(),
            Certainty.YES);
    return new Contract(
        contract.endpoint(), contract.failures(), List.of(new Reaction(unexpected, answer)));
  }

  private static FailureBuilder missing(String... keys) {
    return failure("com.acme.Missing")
        .boundary(handler("Errors#missing", "com.acme.Missing"), 404)
        .answer("application/json", Certainty.YES, keys);
  }

  @Test
  void theDefaultPageWithoutAnIdIsReportedOnceForAllEndpoints() {
    Application application =
        application(orders("/a", null, Certainty.NO), orders("/b", null, Certainty.NO));

    assertThat(rule.judge(application))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "nothing answers unexpected failures: the client sees the default page");
              assertThat(finding.endpoints()).isEmpty();
              assertThat(finding.place()).isEqualTo(HANDLER);
            });
  }

  @Test
  void aBoundaryForEverythingIsWhatIsAskedFor() {
    assertThat(rule.judge(application(orders("/a", CATCH_ALL, Certainty.NO)))).isEmpty();
  }

  @Test
  void theDefaultPageIsGoodEnoughIfItHasAnIdAndTheFormOfTheOtherErrors() {
    assertThat(rule.judge(application(orders("/a", null, Certainty.YES)))).isEmpty();
    assertThat(rule.judge(application(orders("/a", null, Certainty.YES, missing("error", "path")))))
        .isEmpty();
  }

  @Test
  void anotherFormThanTheOtherErrorsIsReportedAtTheirBoundary() {
    assertThat(rule.judge(application(orders("/a", null, Certainty.YES, missing("code")))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).endsWith(", not {\"code\"} as other errors");
              assertThat(finding.place().file()).isEqualTo("Errors.java");
            });
  }

  @Test
  void theEndpointsAreNamedIfOthersAreCovered() {
    Application application =
        application(orders("/a", null, Certainty.NO), orders("/b", CATCH_ALL, Certainty.NO));

    assertThat(rule.judge(application))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("failures of 1 endpoint:");
              assertThat(finding.endpoints()).hasSize(1);
            });
  }

  @Test
  void withoutEndpointsThereIsNothingToSay() {
    assertThat(rule.judge(application())).isEmpty();
  }
}
