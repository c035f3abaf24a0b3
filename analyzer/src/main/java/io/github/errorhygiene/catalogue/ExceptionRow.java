package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.List;

/**
 * What is known of an exception type.
 *
 * @param name binary name
 * @param checked whether the compiler demands that it is caught or declared
 * @param modes what kind of failure it is
 * @param accepted further statuses that are defensible, ascending
 * @param wrapper says nothing by itself: the cause decides
 * @param carriesStatus the instance carries the status of the answer, such as {@code
 *     ResponseStatusException}
 * @param inherit whether the row speaks for subtypes; false for types that are too general, such as
 *     {@code IOException}
 * @param statement whether its message tells of statements, tables and constraints of a database
 * @param kinds binary names of what is thrown where only this one is declared; empty if it may be
 *     anything
 */
public record ExceptionRow(
    String name,
    boolean checked,
    Modes modes,
    List<Integer> accepted,
    boolean wrapper,
    boolean carriesStatus,
    boolean inherit,
    boolean statement,
    List<String> kinds,
    Provenance provenance) {
  public ExceptionRow {
    kinds = List.copyOf(kinds);
    accepted = accepted.stream().sorted().distinct().toList();
  }

  /** The mode if the failure depends on that. */
  public FailureMode mode(Cause cause) {
    return modes.of(cause);
  }
}
