package io.github.errorhygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.web.Classifier.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final Boundary HANDLER =
      new Boundary(
          Boundary.Kind.HANDLER, "Errors#any", new Place("Errors.java", 7, 3), "com.acme.Failed");
  private static final Kind CONFLICT = kind(FailureMode.CONFLICT);
  private static final Kind UPSTREAM = kind(FailureMode.UPSTREAM_ERROR);

  @Test
  void anyStatusThatBlamesWhoIsToBlameIsRight() {
    assertThat(verdicts(CONFLICT, 409, 400)).containsExactly(Verdict.RIGHT, Verdict.RIGHT);
    assertThat(verdicts(UPSTREAM, 502, 503)).containsExactly(Verdict.RIGHT, Verdict.RIGHT);
  }

  @Test
  void oneThatBlamesSomebodyElseIsWrong() {
    assertThat(verdicts(CONFLICT, 500)).containsExactly(Verdict.WRONG);
    assertThat(verdicts(UPSTREAM, 500)).containsExactly(Verdict.WRONG);
    assertThat(verdicts(UPSTREAM, 404)).containsExactly(Verdict.WRONG);
  }

  @Test
  void whoTellsAnUpstreamsFailuresApartMayBlameTheCallerForSome() {
    assertThat(verdicts(UPSTREAM, 404, 502)).containsExactly(Verdict.UNKNOWN, Verdict.RIGHT);
    assertThat(verdicts(UPSTREAM, 404, 500)).containsExactly(Verdict.UNKNOWN, Verdict.WRONG);
    assertThat(verdicts(UPSTREAM, 404, 400)).containsExactly(Verdict.WRONG, Verdict.WRONG);
  }

  private static Kind kind(FailureMode mode) {
    return new Kind(mode, mode.status(), List.of(), true, List.of(), true);
  }

  /** Of one failure that one handler answers in one of those ways. */
  private static List<Verdict> verdicts(Kind kind, int... statuses) {
    List<Outcome> outcomes =
        IntStream.of(statuses)
            .mapToObj(status -> new Outcome(HANDLER, Answer.ofStatus(status), 0, List.of()))
            .toList();
    return outcomes.stream().map(outcome -> Verdicts.of(outcome, outcomes, kind, false)).toList();
  }
}
