package io.github.errorhygiene.domain;

import io.github.errorhygiene.unit.Certainty;
import java.util.EnumSet;
import java.util.Set;

/**
 * What code writes to the log. Immutable.
 *
 * @param lines what the lines say; the more, the surer that a failure can be found in the log
 */
public record Logs(Set<Line> lines) {
  /** Nothing was logged. */
  public static final Logs NOTHING = new Logs(Set.of());

  /** Of code that is not followed, but was told of the exception. */
  public static final Logs UNKNOWN = new Logs(Set.of(Line.ELSEWHERE));

  /** What a line says. */
  public enum Line {
    /** An exception, at a level that production logs have. */
    EXCEPTION,
    /** Anything, at such a level. */
    TEXT,
    /** The exception was handed to something that may log it, or logged for debugging. */
    ELSEWHERE,
    /** An id of the request was made part of a line, or of all that follow. */
    ID
  }

  public Logs {
    lines = Set.copyOf(lines);
  }

  /** What both log. */
  public Logs and(Logs other) {
    if (other.lines.isEmpty() || lines.containsAll(other.lines)) {
      return this;
    }
    return lines.isEmpty() ? other : new Logs(joined(other));
  }

  private Set<Line> joined(Logs other) {
    Set<Line> all = EnumSet.copyOf(lines);
    all.addAll(other.lines);
    return all;
  }

  /** The same with one more line. */
  public Logs with(Line line) {
    return and(new Logs(Set.of(line)));
  }

  /** Whether such a line was logged. */
  public boolean has(Line line) {
    return lines.contains(line);
  }

  /** Whether the exception is logged with its stack trace. */
  public Certainty exception() {
    return has(Line.EXCEPTION)
        ? Certainty.YES
        : has(Line.ELSEWHERE) ? Certainty.UNKNOWN : Certainty.NO;
  }
}
