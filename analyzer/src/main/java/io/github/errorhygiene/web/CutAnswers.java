package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.TreeSet;

/**
 * What a client sees when something fails after the status was sent, and the container is left with
 * it: the container cannot answer any more, and closes the connection so that nobody takes what was
 * sent for the whole (Tomcat's {@code StandardWrapperValve}, Jetty's {@code HttpChannel.abort}).
 */
public final class CutAnswers {
  private CutAnswers() {}

  /** Whether the exception arises when it is too late for another answer. */
  public static boolean isCut(Escape escape) {
    return escape.fields().containsKey(Escape.SENT);
  }

  /** The client knows that something is missing, and nothing else. */
  public static Outcome outcome() {
    Answer closed =
        new Answer(Answer.CLOSED, null, new TreeSet<>(), Certainty.NO, List.of(), Certainty.YES);
    return new Outcome(null, closed, 0, List.of());
  }
}
