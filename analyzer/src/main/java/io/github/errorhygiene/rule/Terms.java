package io.github.errorhygiene.rule;

import java.util.Map;
import java.util.Set;

/**
 * What the user decided about judging.
 *
 * @param severities by rule id, where it differs from the rule's own
 * @param disabled ids of rules that are off
 * @param reasonDemanded whether a suppression without a reason does not count
 * @param envelopeAccepted whether an application may answer errors with 200 and a body that says so
 */
public record Terms(
    Map<String, Severity> severities,
    Set<String> disabled,
    boolean reasonDemanded,
    boolean envelopeAccepted) {
  public Terms {
    severities = Map.copyOf(severities);
    disabled = Set.copyOf(disabled);
  }

  /** Terms about severities and rules that are off alone. */
  public Terms(Map<String, Severity> severities, Set<String> disabled) {
    this(severities, disabled, false, false);
  }

  /** The rule itself, or as it judges on these terms. */
  Rule on(Rule rule) {
    return envelopeAccepted && rule instanceof ErrorAsSuccess ? new ErrorAsSuccess(true) : rule;
  }
}
