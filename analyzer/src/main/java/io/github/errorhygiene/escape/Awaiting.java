package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Exits;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Noted;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Awaits what methods return, as frameworks do: runs a {@code Callable} or what writes the body,
 * and has a future or publisher complete.
 */
final class Awaiting {
  private final Engine engine;
  private final SortedMap<Escape, Via> thrown = new TreeMap<>();
  private final Noted noted = new Noted();
  private Logs logs = Logs.NOTHING;
  private boolean writing;

  Awaiting(Engine engine) {
    this.engine = engine;
  }

  Summary of(Summary summary) {
    if (summary.exits().stream().map(Summary.Exit::returned).noneMatch(Awaiting::isPending)) {
      return summary;
    }
    thrown.putAll(summary.ways());
    writing = BodyWriters.isOne(summary.returnType());
    Exits exits = new Exits();
    Value joined = Value.NOTHING;
    for (Summary.Exit exit : summary.exits()) {
      Value completed = awaited(exit.returned());
      if (!completed.isNothing()) {
        exits.add(exit.answer(), completed);
        joined = joined.join(completed);
      }
    }
    return summary.awaited(joined, exits, logs, noted, thrown);
  }

  private static boolean isPending(Value returned) {
    return !returned.failures().isEmpty() || !returned.functions().isEmpty();
  }

  private Value awaited(Value returned) {
    Value result = raised(returned);
    for (Function function : returned.functions()) {
      result = result.without(Function.class).join(raised(called(function)));
    }
    return result;
  }

  /** What it completes with; its failures are thrown, without what stages wrap them in. */
  private Value raised(Value returned) {
    returned
        .failures()
        .ways()
        .forEach((escape, via) -> thrown.putIfAbsent(Carriers.unwrapped(escape), via));
    return returned.completed();
  }

  private Value called(Function function) {
    Site site = function.site();
    Frame frame = new Frame(function.body(), site.place().file(), site.method(), new State());
    Functions functions = new Statements(engine, frame).expressions().calls().functions();
    Value given = writing ? BodyWriters.STREAM : Value.UNKNOWN;
    Value result = functions.invokeAll(List.of(function), List.of(given));
    frame.thrown().forEach(this::leaves);
    logs = logs.and(frame.logs());
    noted.all(frame.noted());
    return result;
  }

  private void leaves(Escape escape, Via via) {
    Escape leaving = writing ? BodyWriters.leaving(escape, Value.NOTHING) : escape;
    thrown.putIfAbsent(leaving, via.inside(escape));
  }
}
