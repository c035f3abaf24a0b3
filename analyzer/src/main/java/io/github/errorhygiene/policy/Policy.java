package io.github.errorhygiene.policy;

import io.github.errorhygiene.catalogue.OwnRows;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import io.github.errorhygiene.rule.Terms;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user decided where guides disagree.
 *
 * @param severities by rule id, where it differs from the rule's own; such a rule is on
 * @param disabledRules ids of rules that are off
 * @param enabledRules ids of rules that are on although they are off by default
 * @param expectations which statuses are right
 * @param rows what the user knows of libraries
 * @param leaveOut what is not judged
 * @param reasonDemanded whether a suppression without a reason suppresses nothing
 */
public record Policy(
    Map<String, Severity> severities,
    Set<String> disabledRules,
    Set<String> enabledRules,
    Expectations expectations,
    OwnRows rows,
    LeaveOut leaveOut,
    boolean reasonDemanded) {
  /** Complains of what an accepted envelope is. */
  private static final String ENVELOPES = "error-as-success";

  private static final String DOCUMENTATION = "undocumented-status";

  /** What holds if nobody decided anything. */
  public static final Policy DEFAULT = new Policy(Map.of(), Set.of());

  public Policy {
    severities = Map.copyOf(severities);
    disabledRules = Set.copyOf(disabledRules);
    enabledRules = Set.copyOf(enabledRules);
  }

  /** A policy about rules alone, as front ends have it in their parameters. */
  public Policy(Map<String, Severity> severities, Set<String> disabledRules) {
    this(
        severities,
        disabledRules,
        Set.of(),
        Expectations.DEFAULT,
        OwnRows.NONE,
        LeaveOut.NOTHING,
        false);
  }

  /**
   * This policy, which a file holds, with what another says of rules, which came as a parameter:
   * the parameter wins.
   */
  public Policy withRulesOf(Policy parameters) {
    Map<String, Severity> merged = new TreeMap<>(severities);
    merged.putAll(parameters.severities);
    Set<String> off = new TreeSet<>(disabledRules);
    off.removeAll(parameters.severities.keySet());
    off.removeAll(parameters.enabledRules);
    off.addAll(parameters.disabledRules);
    Set<String> on = new TreeSet<>(enabledRules);
    on.addAll(parameters.enabledRules);
    return new Policy(merged, off, on, expectations, rows, leaveOut, reasonDemanded);
  }

  /** What rules are told of it. */
  public Terms terms() {
    Set<String> disabled = new TreeSet<>(off());
    if (expectations.envelope()) {
      disabled.add(ENVELOPES);
    }
    return new Terms(severities, disabled, reasonDemanded);
  }

  /** Whether a rule that judges compares with what is documented. */
  public boolean asksForDocumentation() {
    return !off().contains(DOCUMENTATION);
  }

  /** Ids of the rules that do not judge. */
  public Set<String> off() {
    Stream<String> byDefault =
        Rules.all().stream()
            .filter(rule -> !rule.onByDefault())
            .map(Rule::id)
            .filter(id -> !severities.containsKey(id) && !enabledRules.contains(id));
    return Stream.concat(disabledRules.stream(), byDefault)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
