package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.FailureMode;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the framework raises by itself.
 *
 * @param exception binary name of the framework's exception
 * @param summary what goes wrong, a few words: {@code unknown path}
 * @param handler null if it belongs to no endpoint
 */
public record RequestFailure(
    String exception,
    String summary,
    FailureMode mode,
    @Nullable Handler handler,
    Outcome outcome) {
  /** An error that something in front of a handler answers by itself. */
  public static RequestFailure answered(
      String summary, @Nullable Handler handler, Outcome outcome) {
    FailureMode mode = Classifier.claimed(outcome.answer().status());
    return new RequestFailure("", summary, mode, handler, outcome);
  }

  /** The same, of that handler alone. */
  public RequestFailure of(Handler one) {
    return new RequestFailure(exception, summary, mode, one, outcome);
  }
}
