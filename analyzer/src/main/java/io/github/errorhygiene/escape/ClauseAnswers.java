package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.State.Handling;
import io.github.errorhygiene.domain.Value;
import org.jspecify.annotations.Nullable;

/** Marks what a frame answers while it is in a catch clause, see {@link Answers}. */
final class ClauseAnswers {
  private ClauseAnswers() {}

  /** The value as it leaves by {@code return}: marked if a catch clause returns it. */
  static Value caughtIn(Frame frame, Value value) {
    @Nullable Handling handling = handling(frame);
    return handling == null ? value : Answers.caughtBy(handling, frame.logs(), value);
  }

  /** What the response object holds after something was done to it: marked in a catch clause. */
  static Value respondedIn(Frame frame, Value answer) {
    return answer.instances().isEmpty() ? answer : caughtIn(frame, answer);
  }

  /**
   * The same after a library's method did it: what another clause had answered, and has another
   * status now, is not that clause's any more.
   */
  static Value changedIn(Frame frame, Value answer) {
    @Nullable Handling handling = handling(frame);
    return handling == null
        ? respondedIn(frame, answer)
        : respondedIn(
            frame, Answers.taken(answer, frame.get(State.ANSWER, Value.NOTHING), handling));
  }

  /** Whether the status was sent before the clause began: nothing that it does changes that. */
  static boolean isTooLate(Frame frame) {
    @Nullable Handling handling = handling(frame);
    @Nullable State state = frame.state();
    return handling != null
        && state != null
        && Answers.isCommitted(state)
        && frame.get(State.ANSWER, Value.NOTHING).instances().stream()
            .noneMatch(answer -> Answers.isOf(handling, answer));
  }

  /** The clause ends: what it did to the response object is accompanied by all that it logged. */
  static void relog(Frame frame) {
    @Nullable Handling handling = handling(frame);
    Value answer = frame.get(State.ANSWER, Value.NOTHING);
    if (handling != null && !answer.instances().isEmpty()) {
      frame.set(State.ANSWER, Answers.relogged(handling, frame.logs(), answer));
    }
  }

  private static @Nullable Handling handling(Frame frame) {
    @Nullable State state = frame.state();
    return state == null ? null : state.handling();
  }
}
