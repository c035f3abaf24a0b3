package io.github.errorhygiene.rule;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Suppressions that suppress nothing: what they once were for is mended, or they are misspelt. */
final class UnusedSuppressions {
  private static final List<String> IDS = Rules.all().stream().map(Rule::id).toList();

  private final Map<String, Set<Suppression>> used;
  private final boolean reasonDemanded;
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * What is to be told.
   *
   * @param used by id of the rules that judged: what a rule that is off would say nobody knows
   */
  UnusedSuppressions(Map<String, Set<Suppression>> used, boolean reasonDemanded) {
    this.used = used;
    this.reasonDemanded = reasonDemanded;
  }

  List<Gap> of(List<Suppression> suppressions) {
    suppressions.forEach(this::check);
    return gaps;
  }

  private void check(Suppression suppression) {
    List<String> known = suppression.rules().stream().filter(IDS::contains).toList();
    if (suppression.explicit()) {
      suppression.rules().stream()
          .filter(id -> !IDS.contains(id))
          .forEach(id -> add(suppression, "suppresses nothing: there is no rule '" + id + "'"));
    }
    if (known.isEmpty() && !suppression.rules().isEmpty()) {
      return;
    }
    if (reasonDemanded && suppression.reason().isEmpty()) {
      add(suppression, "suppresses nothing: it gives no reason, which the policy demands");
    } else if (suppression.rules().isEmpty()) {
      checkAll(suppression);
    } else {
      known.stream()
          .filter(id -> used.containsKey(id) && !used.get(id).contains(suppression))
          .forEach(id -> add(suppression, "suppresses nothing of " + id + "; remove it"));
    }
  }

  private void checkAll(Suppression suppression) {
    boolean known =
        Rules.all().stream()
            .filter(Rule::onByDefault)
            .allMatch(rule -> used.containsKey(rule.id()));
    if (known && used.values().stream().noneMatch(each -> each.contains(suppression))) {
      add(suppression, "suppresses nothing; remove it");
    }
  }

  private void add(Suppression suppression, String message) {
    gaps.add(new Gap(Gap.Kind.SUPPRESSION, suppression.file(), suppression.position(), message));
  }
}
