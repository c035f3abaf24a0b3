package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.LogLevel;
import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.Logs.Line;
import io.github.errorhygiene.program.Type;
import java.util.List;

/** Notes what calls of library methods write to the log. */
final class Logged {
  private final Engine engine;
  private final Frame frame;

  Logged(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  void note(LibraryCall call, Rows.Facts facts) {
    if (facts.log() != null) {
      frame.log(lines(call, facts.log()));
    } else if (isHandedOn(call, facts)) {
      frame.log(Logs.UNKNOWN);
    }
  }

  private Logs lines(LibraryCall call, LogLevel level) {
    Logs logs = names(call) ? Logs.NOTHING.with(Line.ID) : Logs.NOTHING;
    if (level == LogLevel.CONTEXT) {
      return logs;
    }
    boolean exception = tellsException(call);
    if (level == LogLevel.TRACE || level == LogLevel.DEBUG) {
      return exception ? Logs.UNKNOWN : Logs.NOTHING;
    }
    return logs.with(exception ? Line.EXCEPTION : Line.TEXT);
  }

  /** An id of the request is part of it, by its value or, in a context, by its name. */
  private boolean names(LibraryCall call) {
    return call.arguments().stream().map(Value::data).anyMatch(Logged::isId)
        || call.argument(0).strings().stream().anyMatch(engine.catalogue().requestIds()::isKey);
  }

  private static boolean isId(Dependence data) {
    return data.has(Trait.REQUEST_ID) || data.has(Trait.GENERATED);
  }

  private boolean tellsException(LibraryCall call) {
    return isException(call.receiver(), call.owner())
        || call.arguments().stream().anyMatch(argument -> isArgument(call, argument));
  }

  /** Code of which nothing is known is told of a caught exception. */
  private boolean isHandedOn(LibraryCall call, Rows.Facts facts) {
    return !call.isConstructor()
        && call.arguments().stream().anyMatch(argument -> !argument.escapes().isEmpty())
        && !facts.isAnything()
        && !isJdk(call.owner())
        && engine.model().call(call) == null;
  }

  private static boolean isJdk(String owner) {
    return owner.startsWith("java.");
  }

  private boolean isArgument(LibraryCall call, Value argument) {
    int index = call.arguments().indexOf(argument);
    List<Type> types = call.argumentTypes();
    return isException(argument, index < types.size() ? types.get(index).erasure() : "");
  }

  /** An exception, or its stack trace as a text. */
  private boolean isException(Value value, String type) {
    return !value.escapes().isEmpty()
        || value.data().has(Trait.STACK_TRACE)
        || engine.isThrowable(type);
  }
}
