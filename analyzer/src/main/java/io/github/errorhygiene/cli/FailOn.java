package io.github.errorhygiene.cli;

import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The mildest severity that makes the command say that there are findings. */
enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  boolean accepts(Report report) {
    Optional<Severity> mildest = severity();
    return mildest.isEmpty()
        || report.findings().stream()
            .noneMatch(finding -> finding.severity().compareTo(mildest.get()) >= 0);
  }

  private Optional<Severity> severity() {
    return Stream.of(Severity.values()).filter(each -> each.name().equals(name())).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
