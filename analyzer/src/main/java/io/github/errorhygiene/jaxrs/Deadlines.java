package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which resource methods let the client wait no longer than they say. */
final class Deadlines {
  private static final String LATER = "container.AsyncResponse";

  private final Program program;

  Deadlines(Program program) {
    this.program = program;
  }

  /**
   * Whether the runtime answers a client that waits too long: there is a limit, and nothing of the
   * application that is asked when it is reached (AsyncResponse#setTimeoutHandler).
   */
  boolean isLeftToRuntime(MethodSymbol method) {
    Set<MethodSymbol> all = called(method);
    return calls(all, "setTimeout") && !calls(all, "setTimeoutHandler");
  }

  private static boolean calls(Set<MethodSymbol> called, String name) {
    return called.stream()
        .anyMatch(each -> each.name().equals(name) && Ws.is(each.owner().name(), LATER));
  }

  /** What the method and the methods of the sources that it calls call. */
  private Set<MethodSymbol> called(MethodSymbol method) {
    Set<MethodSymbol> found = new LinkedHashSet<>();
    Deque<MethodSymbol> open = new ArrayDeque<>(Set.of(method));
    while (!open.isEmpty()) {
      for (MethodSymbol called : program.body(open.remove()).called()) {
        if (found.add(called) && called.owner().isSource() && called.hasBody()) {
          open.add(called);
        }
      }
    }
    return found;
  }
}
