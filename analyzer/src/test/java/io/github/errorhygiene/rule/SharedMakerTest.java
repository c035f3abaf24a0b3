package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of several catch clauses that one method makes. */
class SharedMakerTest {
  private static final Place PLACE = new Place("Resource.java", 62, 24);
  private static final Maker INFORMED = new Maker("Resource#errorOf", PLACE, true);
  private static final Maker TOLD = new Maker("Resource#errorOf", PLACE, false);

  @Test
  void anAnswerWithoutAnIdIsMendedInTheMethod() {
    for (Maker maker : List.of(INFORMED, TOLD)) {
      assertThat(new MissingRequestId().judge(two(maker)))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.message())
                    .isEqualTo("Resource#errorOf answers 500 without a request id");
                assertThat(finding.place()).isEqualTo(PLACE);
                assertThat(finding.endpoints()).hasSize(2);
              });
    }
  }

  @Test
  void whatItShowsAndLogsTooIfItIsGivenTheException() {
    for (Rule rule : List.of(new ExposedDetails(), new UnloggedError())) {
      assertThat(rule.judge(two(INFORMED)))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.message()).startsWith("Resource#errorOf answers 500 ");
                assertThat(finding.place()).isEqualTo(PLACE);
                assertThat(finding.endpoints()).hasSize(2);
              });
    }
  }

  @Test
  void elseEachClauseDecidesOnThat() {
    for (Rule rule : List.of(new ExposedDetails(), new UnloggedError())) {
      assertThat(rule.judge(two(TOLD)))
          .extracting(finding -> finding.place().line())
          .containsExactlyInAnyOrder(10, 20);
    }
  }

  @Test
  void aMethodForOneClauseIsPartOfIt() {
    Application one = application(contract("GET", "/orders", row(10, INFORMED)));

    for (Rule rule : List.of(new MissingRequestId(), new ExposedDetails(), new UnloggedError())) {
      assertThat(rule.judge(one))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.message()).startsWith("catch (Exception) at 10 answers 500 ");
                assertThat(finding.place().line()).isEqualTo(10);
              });
    }
  }

  private static Application two(Maker maker) {
    return application(
        contract("GET", "/orders", row(10, maker)), contract("PUT", "/orders", row(20, maker)));
  }

  private static FailureBuilder row(int line, Maker maker) {
    Boundary clause =
        new Boundary(
            Kind.CATCH,
            "catch (Exception) at " + line,
            new Place("Orders.java", line, 5),
            "java.lang.Exception",
            maker);
    return failure("com.acme.Lost")
        .boundary(clause, 500)
        .answer("text/plain", Certainty.NO)
        .inside(Certainty.NO, Answer.ANY_MESSAGE);
  }
}
