package io.github.errorhygiene.analysis;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.remedy.Remedies;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Judgement;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Suppressed;
import io.github.errorhygiene.rule.Terms;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Suppression;
import java.util.List;

/**
 * What rules say of an outcome.
 *
 * @param terms under which they judged
 * @param findings with what mends them
 * @param gaps suppressions that suppress nothing
 */
record Verdict(Terms terms, List<Finding> findings, List<Suppressed> suppressed, List<Gap> gaps) {
  static Verdict of(Outcome outcome, Policy policy) {
    List<Suppression> suppressions =
        outcome.files().stream().flatMap(file -> file.suppressions().stream()).toList();
    Terms terms = policy.terms();
    Judgement judgement =
        policy.leaveOut().from(Rules.judge(outcome.application(), terms, suppressions));
    return new Verdict(
        terms,
        Remedies.added(judgement.findings(), outcome.application()),
        judgement.suppressed(),
        judgement.gaps());
  }
}
