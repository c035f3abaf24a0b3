package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.Map;
import java.util.TreeMap;

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
    Value given = given(row, call);
    Value exception = given.isNothing() ? own : given;
    Map<String, Value> told = new TreeMap<>();
    if (!own.field(AnswerModel.STATUS).isNothing()) {
      told.put(AnswerModel.STATUS, own.field(AnswerModel.STATUS));
    }
    if (row.resets() == AnswerRow.Resets.ALL) {
      told.put(AnswerModel.RESET, Value.constant(true));
    }
    if (row.ends()) {
      told.put(Escape.ENDS, Value.constant(true));
    }
    Value exceptionTold = exception;
    for (Map.Entry<String, Value> field : told.entrySet()) {
      exceptionTold = exceptionTold.withField(field.getKey(), field.getValue());
    }
    return exceptionTold.map(
        known ->
            known instanceof Caught caught ? new Caught(caught.escape().telling(told)) : known);
  }

  /** The exception that is given; of which only the type is known if nothing else is. */
  private static Value given(AnswerRow row, LibraryCall call) {
    int index = row.raisedArgument();
    Value given = call.argument(index);
    if (index < 0 || !given.escapes().isEmpty() || !given.instances().isEmpty()) {
      return given;
    }
    boolean typed = index < call.argumentTypes().size();
    String type = typed ? call.argumentTypes().get(index).erasure() : "";
    return type.isEmpty() || type.equals("java.lang.Object")
        ? Value.NOTHING
        : Value.of(new Instance(type, Map.of()));
  }
}
