package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.Known.Caught;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.LibraryCall;
import io.github.errorhygiene.escape.Value;
import java.util.Map;

/** What calls throw that end a handler: {@code halt(404)}, {@code ctx.fail(exception)}. */
final class Raised {
  private Raised() {}

  /** The exception before anything is known of it. */
  static Value fresh(AnswerRow row) {
    return Value.of(new Instance(row.raises(), Map.of()));
  }

  /**
   * What the call throws: the exception that it is given, with the status that it is given, or else
   * the framework's own.
   */
  static Value by(AnswerRow row, LibraryCall call, Value own) {
    Value given = call.argument(row.raisedArgument());
    if (given.escapes().isEmpty() && given.instances().isEmpty()) {
      return own;
    }
    Value status = own.field(AnswerModel.STATUS);
    return status.isNothing() ? given : withStatus(given, status);
  }

  private static Value withStatus(Value given, Value status) {
    return given
        .withField(AnswerModel.STATUS, status)
        .map(
            known ->
                known instanceof Caught caught
                    ? new Caught(caught.escape().asking(status))
                    : known);
  }
}
