package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.LocalSymbol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stack traces that are printed into something in memory. */
final class StackTraces {
  private static final Set<String> HOLDERS =
      Set.of(
          "java.io.ByteArrayOutputStream",
          "java.io.CharArrayWriter",
          "java.io.OutputStream",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.StringWriter",
          "java.io.Writer");

  private StackTraces() {}

  /**
   * After {@code printStackTrace(writer)}: what is in reach and could be written to shows it. Which
   * one the writer writes to is not known.
   */
  static void printed(LibraryCall call, ExceptionTexts texts, Frame frame) {
    @Nullable State state = frame.state();
    if (state == null || !isPrinted(call)) {
      return;
    }
    Dependence shown = texts.message(call.receiver()).with(Trait.TYPE_NAME).with(Trait.STACK_TRACE);
    for (LocalSymbol local : state.locals()) {
      Value value = state.get(local);
      if (value != null && HOLDERS.contains(local.type().erasure())) {
        state.set(local, value.dependingOn(shown));
      }
    }
  }

  private static boolean isPrinted(LibraryCall call) {
    return call.name().equals("printStackTrace")
        && call.arguments().size() == 1
        && call.owners().contains("java.lang.Throwable");
  }
}
