package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Suppressed;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of one analysis.
 *
 * @param name what was analysed, for people: the project's or the directory's name
 * @param root the directory that all paths are relative to; only the console report prints it
 * @param findings sorted by place
 * @param suppressed what would be findings without suppressions in the sources; sorted by place
 */
public record Report(
    String name,
    Path root,
    Health health,
    Application application,
    List<Finding> findings,
    List<Suppressed> suppressed) {
  public Report {
    findings = findings.stream().sorted().toList();
    suppressed = suppressed.stream().sorted().toList();
  }

  /** A report in which nothing is suppressed. */
  public Report(
      String name, Path root, Health health, Application application, List<Finding> findings) {
    this(name, root, health, application, findings, List.of());
  }
}
