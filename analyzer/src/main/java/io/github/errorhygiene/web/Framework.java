package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.Escape;
import java.util.List;

/** One web framework: what it calls an endpoint, and what it makes of an exception. */
public interface Framework {
  /** For people: {@code Spring MVC}. */
  String name();

  /** How its answers are read. */
  AnswerReader reader();

  /** How the answers of a handler are read, where filters tell handlers apart. */
  default AnswerReader reader(Handler handler) {
    return reader();
  }

  /** What answers requests in the program, in any order. */
  List<Handler> handlers();

  /** What the client sees when the exception leaves the handler, most likely first; never empty. */
  List<Outcome> outcomes(Handler handler, Escape escape);

  /**
   * What can go wrong before a handler runs.
   *
   * @see RequestFailure
   */
  List<RequestFailure> requestFailures(List<Handler> handlers);
}
