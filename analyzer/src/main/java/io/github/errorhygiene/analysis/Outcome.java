package io.github.errorhygiene.analysis;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Suppression;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.Set;

/**
 * What an evaluation came to, before rules judge it.
 *
 * @param settings what could not be understood of files beside the sources
 * @param evaluation what could not be found or followed
 * @param calls met in what endpoints and boundaries reach
 * @param unresolved those of them whose method is not known
 * @param files the sources, in order
 * @param read paths of those in which more was looked at than what they declare
 */
record Outcome(
    Application application,
    List<Gap> settings,
    List<Gap> evaluation,
    int calls,
    int unresolved,
    List<Source> files,
    Set<String> read) {
  /** A source file. */
  record Source(String path, int lines, List<Gap> gaps, List<Suppression> suppressions) {
    static Source of(Unit unit) {
      return new Source(unit.path(), unit.lines(), unit.gaps(), unit.suppressions());
    }
  }

  /** The same of sources of which other lines and gaps are known. */
  Outcome with(List<Source> now) {
    return new Outcome(application, settings, evaluation, calls, unresolved, now, read);
  }
}
