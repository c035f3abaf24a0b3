package io.github.errorhygiene.policy;

import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import io.github.errorhygiene.yaml.Nearest;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a file says of rules: {@code rule-id: error | warning | info | off | on}. */
final class RuleSettings {
  private static final List<String> IDS = Rules.all().stream().map(Rule::id).toList();

  private final Map<String, Severity> severities = new TreeMap<>();
  private final Set<String> off = new TreeSet<>();
  private final Set<String> on = new TreeSet<>();

  /** Takes over one setting, and says whether anything changed. */
  boolean add(YamlRow rules, String id) throws YamlException {
    if (!IDS.contains(id)) {
      throw rules.problemAt(id, "there is no rule '" + id + "'" + Nearest.hint(id, IDS));
    }
    String setting = rules.required(id);
    return switch (setting) {
      case "off" -> off.add(id);
      case "on" -> on.add(id);
      case "error", "warning", "info" -> severities.put(id, severity(setting)) == null;
      default ->
          throw rules.problem(
              id, "'" + id + "' is '" + setting + "', known are error, warning, info, off, on");
    };
  }

  private static Severity severity(String label) {
    return List.of(Severity.values()).stream()
        .filter(severity -> severity.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  Map<String, Severity> severities() {
    return severities;
  }

  Set<String> off() {
    return off;
  }

  Set<String> on() {
    return on;
  }
}
