package io.github.errorhygiene.checkstyle.replay;

import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one analysis found, by file. */
final class Findings {
  static final Findings NONE = new Findings(Map.of());

  private final Map<Path, List<Finding>> byFile;

  private Findings(Map<Path, List<Finding>> byFile) {
    this.byFile = byFile;
  }

  static Findings of(Report report) {
    return new Findings(
        report.findings().stream()
            .collect(Collectors.groupingBy(finding -> file(finding, report.root()))));
  }

  private static Path file(Finding finding, Path root) {
    return root.toAbsolutePath().resolve(finding.place().file()).normalize();
  }

  /** The findings of a rule in a file, by place. */
  List<Finding> of(String rule, Path file) {
    return byFile.getOrDefault(file, List.of()).stream()
        .filter(finding -> finding.rule().equals(rule))
        .toList();
  }

  /** The severity that a rule has of itself. */
  static Severity severity(String rule) {
    return Rules.all().stream()
        .filter(each -> each.id().equals(rule))
        .map(Rule::severity)
        .findFirst()
        .orElseThrow();
  }
}
