package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import java.util.Comparator;
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
              + "'; did you mean "
              + nearest(id)
              + "? The rules are "
              + String.join(", ", all()));
    }
  }

  private static String nearest(String id) {
    return all().stream().min(Comparator.comparingInt(rule -> distance(rule, id))).orElseThrow();
  }

  /** Of Levenshtein: how many letters are to be added, dropped or replaced. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
