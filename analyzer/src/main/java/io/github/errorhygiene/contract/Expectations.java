package io.github.errorhygiene.contract;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which statuses the user wants where guides disagree.
 *
 * @param invalidInput 422 or 400: the status that fits {@link FailureMode#INVALID_INPUT}
 * @param accepted further statuses that are right for a mode, each ascending
 * @param envelope whether errors may be answered with 200 and a body that says so
 */
public record Expectations(
    int invalidInput, Map<FailureMode, List<Integer>> accepted, boolean envelope) {
  /** What holds unless the user says otherwise. */
  public static final Expectations DEFAULT =
      new Expectations(FailureMode.INVALID_INPUT.status(), Map.of(), false);

  public Expectations {
    Map<FailureMode, List<Integer>> copy = new EnumMap<>(FailureMode.class);
    accepted.forEach((mode, statuses) -> copy.put(mode, statuses.stream().sorted().toList()));
    accepted = Collections.unmodifiableMap(copy);
  }

  /** The status that fits; 0 if none does or the mode is unknown. */
  public int fits(FailureMode mode) {
    return mode == FailureMode.INVALID_INPUT ? invalidInput : mode.status();
  }

  /** Further statuses that are right, ascending. */
  public List<Integer> accepted(FailureMode mode) {
    return accepted.getOrDefault(mode, List.of());
  }
}
