package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which kind of failure something is: {@code NumberFormatException} is malformed input if the text
 * came with the request, an upstream error if a peer sent it, and unexpected otherwise.
 *
 * @param otherwise for the causes that are not in {@code byCause}
 */
public record Modes(FailureMode otherwise, Map<Cause, FailureMode> byCause) {
  public Modes {
    Map<Cause, FailureMode> copy = new EnumMap<>(Cause.class);
    copy.putAll(byCause);
    byCause = Collections.unmodifiableMap(copy);
  }

  /** The mode if the failure depends on that. */
  public FailureMode of(Cause cause) {
    return byCause.getOrDefault(cause, otherwise);
  }
}
