package io.github.errorhygiene.maven;

import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Severity;

/**
 * When a build fails.
 *
 * @param failSeverity the mildest severity that counts
 * @param maxAllowed how many such findings are accepted
 */
record Gate(Severity failSeverity, int maxAllowed) {
  /** How many findings count. */
  long violations(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.severity().compareTo(failSeverity) >= 0)
        .count();
  }

  boolean accepts(Report report) {
    return violations(report) <= maxAllowed;
  }

  /** Why the gate does not accept a report, on one line. */
  String complaint(Report report) {
    long violations = violations(report);
    return violations
        + (violations == 1 ? " finding" : " findings")
        + " of severity "
        + failSeverity.label()
        + (failSeverity == Severity.ERROR ? "" : " or worse")
        + (maxAllowed == 0 ? "" : " (allowed: " + maxAllowed + ")");
  }
}
