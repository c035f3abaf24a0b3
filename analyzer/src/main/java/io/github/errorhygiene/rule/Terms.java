package io.github.errorhygiene.rule;

import java.util.Map;
import java.util.Set;

/**
 * What the user decided about judging.
 *
 * @param severities by rule id, where it differs from the rule's own
 * @param disabled ids of rules that are off
 * @param reasonDemanded whether a suppression without a reason does not count
 */
public record Terms(
    Map<String, Severity> severities, Set<String> disabled, boolean reasonDemanded) {
  public Terms {
    severities = Map.copyOf(severities);
    disabled = Set.copyOf(disabled);
  }

  /** Terms about severities and rules that are off alone. */
  public Terms(Map<String, Severity> severities, Set<String> disabled) {
    this(severities, disabled, false);
  }
}
