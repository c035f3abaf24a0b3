package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.yaml.Nearest;
import java.util.Iterator;
import java.util.List;

/** Ids of rules, as people type them. */
final class RuleIds {
  private RuleIds() {}

  /** For the help text. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all().iterator();
    }
  }

  /** Sorted. */
  static List<String> all() {
    return Rules.all().stream().map(Rule::id).toList();
  }

  /**
   * Checks that there is such a rule.
   *
   * @throws InputException if there is not; names the one that was probably meant
   */
  static void check(String id) throws InputException {
    if (!all().contains(id)) {
      throw new InputException(
          "there is no rule '"
              + id
              + "'"
              + Nearest.hint(id, all())
              + " The rules are "
              + String.join(", ", all()));
    }
  }
}
