package io.github.errorhygiene.analysis;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Suppression;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.function.Function;

/**
 * What an evaluation came to, before rules judge it.
 *
 * @param settings what could not be understood of files beside the sources
 * @param evaluation what could not be found or followed
 * @param calls met in what endpoints and boundaries reach
 * @param unresolved those of them whose method is not known
 * @param files the sources, in order
 */
record Outcome(
    Application application,
    List<Gap> settings,
    List<Gap> evaluation,
    int calls,
    int unresolved,
    List<Source> files) {
  /** A source file. */
  record Source(String path, int lines, List<Gap> gaps, List<Suppression> suppressions) {
    static Source of(Unit unit) {
      return new Source(unit.path(), unit.lines(), unit.gaps(), unit.suppressions());
    }

    boolean suppresses() {
      return !suppressions.isEmpty();
    }
  }

  /** What the parts of a source tree came to. */
  static Outcome joined(List<Outcome> parts) {
    return new Outcome(
        Application.joined(parts.stream().map(Outcome::application).toList()),
        all(parts, Outcome::settings),
        all(parts, Outcome::evaluation),
        parts.stream().mapToInt(Outcome::calls).sum(),
        parts.stream().mapToInt(Outcome::unresolved).sum(),
        all(parts, Outcome::files));
  }

  private static <T> List<T> all(List<Outcome> parts, Function<Outcome, List<T>> what) {
    return parts.stream().flatMap(part -> what.apply(part).stream()).distinct().toList();
  }

  /** The same with another application and other gaps. */
  Outcome with(Application other, List<Gap> gaps) {
    return new Outcome(other, settings, gaps, calls, unresolved, files);
  }

  /** The same of sources of which other lines and gaps are known. */
  Outcome with(List<Source> now) {
    return new Outcome(application, settings, evaluation, calls, unresolved, now);
  }
}
