package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.LogLevel;
import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Logs.Line;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Type;
import java.util.List;

/** Notes what calls of library methods write to the log. */
final class Logged {
  private static final int DEEPEST = 2;

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
    boolean exception =
        level == LogLevel.TEXT
            ? call.arguments().stream().anyMatch(a -> a.data().has(Trait.STACK_TRACE))
            : tellsException(call);
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

  /**
   * Code of which nothing is known, or that runs later, is told of a caught exception: an event
   * that holds it, a task that may log it.
   */
  private boolean isHandedOn(LibraryCall call, Rows.Facts facts) {
    if (facts.runs() == Runs.ELSEWHERE) {
      return call.arguments().stream().anyMatch(Logged::knowsException);
    }
    return !call.isConstructor()
        && call.arguments().stream().anyMatch(argument -> holdsException(argument, DEEPEST))
        && !facts.isAnything()
        && !isJdk(call.owner())
        && engine.model().call(call) == null;
  }

  private static boolean holdsException(Value value, int depth) {
    return !value.escapes().isEmpty()
        || (depth > 0
            && value.instances().stream()
                .flatMap(instance -> instance.fields().values().stream())
                .anyMatch(field -> holdsException(field, depth - 1)));
  }

  private static boolean knowsException(Value task) {
    return task.functions().stream()
        .flatMap(function -> function.captured().values().stream())
        .anyMatch(captured -> holdsException(captured, DEEPEST));
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
        || engine.exceptions().isThrowable(type);
  }
}
