package io.github.errorhygiene.analysis;

import io.github.errorhygiene.rule.Severity;
import java.util.Map;
import java.util.Set;

/**
 * What the user decided where guides disagree.
 *
 * @param severities by rule id, where it differs from the rule's own
 * @param disabledRules ids of rules that are off
 */
public record Policy(Map<String, Severity> severities, Set<String> disabledRules) {
  public static final Policy DEFAULT = new Policy(Map.of(), Set.of());

  public Policy {
    severities = Map.copyOf(severities);
    disabledRules = Set.copyOf(disabledRules);
  }
}
