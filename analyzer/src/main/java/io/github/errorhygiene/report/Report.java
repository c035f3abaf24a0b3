package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.rule.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of one analysis.
 *
 * @param name what was analysed, for people: the project's or the directory's name
 * @param root the directory that all paths are relative to; only the console report prints it
 * @param findings sorted by place
 */
public record Report(
    String name, Path root, Health health, Application application, List<Finding> findings) {
  public Report {
    findings = findings.stream().sorted().toList();
  }
}
