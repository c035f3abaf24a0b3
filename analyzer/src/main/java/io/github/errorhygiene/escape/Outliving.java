package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Carriers.Flow;
import java.util.Map;

/** Calls by which handlers of requests leave the answer to what runs when they have returned. */
final class Outliving {
  private final Frame frame;
  private final LibraryCalls library;
  private final LibraryFunctions functions;

  Outliving(Frame frame, LibraryCalls library, LibraryFunctions functions) {
    this.frame = frame;
    this.library = library;
    this.functions = functions;
  }

  Value run(Flow flow, Runs runs) {
    Value given = runs == Runs.AWAITED ? awaited(flow) : afterwards(flow, runs == Runs.UNHEARD);
    return library.effect(flow.call(), flow.facts(), given, flow.node(), flow.here());
  }

  /** The container awaits what the function returns, or what it is given. */
  private Value awaited(Flow flow) {
    Value returned = functions.run(flow.call(), Runs.HERE, flow.here(), flow.node());
    for (Value given : flow.call().arguments()) {
      returned = given.failures().isEmpty() ? returned : returned.join(given);
    }
    returned
        .failures()
        .ways()
        .forEach((escape, via) -> frame.raise(inFuture(Carriers.unwrapped(escape)), via));
    return returned.completed();
  }

  private static Escape inFuture(Escape escape) {
    return escape.telling(Map.of(Escape.AWAITED, Value.constant(true)));
  }

  /**
   * Nobody around the handler sees what fails, be it a clause or another handler. Of what nobody is
   * told the client knows nothing but that there is no answer, if one is to be given there.
   */
  private Value afterwards(Flow flow, boolean unheard) {
    Value answered = frame.get(State.ANSWER, Value.NOTHING);
    frame.openTry();
    Value returned = functions.run(flow.call(), Runs.HERE, flow.here(), flow.node());
    Failures own = Failures.of(frame.closeTry());
    if (!unheard || !frame.get(State.ANSWER, Value.NOTHING).equals(answered)) {
      own.ways().forEach((escape, via) -> frame.raise(later(escape, unheard), via));
    }
    return returned;
  }

  /** The failure of what was to answer, and of which nobody is told. */
  static Escape unheard(Escape escape) {
    return later(Carriers.unwrapped(escape), true);
  }

  private static Escape later(Escape escape, boolean unheard) {
    return escape.telling(
        Map.of(Escape.ENDS, Value.constant(true), Escape.AFTERWARDS, Value.constant(unheard)));
  }
}
