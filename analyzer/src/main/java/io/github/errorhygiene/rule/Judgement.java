package io.github.errorhygiene.rule;

import io.github.errorhygiene.unit.Gap;
import java.util.List;

/**
 * What all rules say of an application.
 *
 * @param findings sorted, with unique fingerprints
 * @param suppressed sorted
 * @param gaps suppressions that suppress nothing
 */
public record Judgement(List<Finding> findings, List<Suppressed> suppressed, List<Gap> gaps) {
  public Judgement {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    gaps = List.copyOf(gaps);
  }
}
