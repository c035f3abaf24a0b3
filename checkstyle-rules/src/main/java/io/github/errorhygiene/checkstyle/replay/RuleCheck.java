package io.github.errorhygiene.checkstyle.replay;

import com.puppycrawl.tools.checkstyle.api.AbstractFileSetCheck;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.ExternalResourceHolder;
import com.puppycrawl.tools.checkstyle.api.FileText;
import com.puppycrawl.tools.checkstyle.api.SeverityLevel;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.report.ConsoleReport;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One rule as a Checkstyle check. Findings are told while Checkstyle processes their file, not at
 * the end of the run: only so do suppressions and IDEs work.
 *
 * <p>A class of Checkstyle must not be named here if it moved between Checkstyle's lines, such as
 * {@code AutomaticBean}.
 */
public abstract class RuleCheck extends AbstractFileSetCheck implements ExternalResourceHolder {
  private final String rule;
  private Settings settings = Settings.DEFAULT;
  private Replay replay = new Replay(settings, Analyses.SHARED);
  private boolean severityChosen;

  /** A check that tells the findings of one rule. */
  @SuppressWarnings("this-escape") // the setter is Checkstyle's own and cannot be overridden
  protected RuleCheck(String rule) {
    this.rule = rule;
    setFileExtensions("java");
  }

  /**
   * The directory that is analysed as a whole; empty for the source root of each file.
   *
   * @param directory need not exist: then it is as if it were empty
   */
  public final void setProjectRoot(String directory) {
    Path root = directory.isBlank() ? null : Path.of(directory);
    settings = new Settings(root, settings.classPath(), settings.policyFile());
  }

  /** Jars and class directories that the service runs with, with the platform's separator. */
  public final void setClassPath(String classPath) {
    List<Path> entries =
        Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
            .filter(entry -> !entry.isBlank())
            .map(Path::of)
            .toList();
    settings = new Settings(settings.projectRoot(), entries, settings.policyFile());
  }

  /**
   * The file in which the project keeps its policy; empty for {@code error-hygiene.yml} in the
   * analysed directory or above it.
   */
  public final void setPolicyFile(String file) {
    Path named = file.isBlank() ? null : Path.of(file);
    settings = new Settings(settings.projectRoot(), settings.classPath(), named);
  }

  @Override
  protected final void finishLocalSetup() {
    severityChosen = !getSeverityLevel().equals(SeverityLevel.ERROR) || names("severity");
  }

  private boolean names(String property) {
    return Set.of(getConfiguration().getPropertyNames()).contains(property);
  }

  @Override
  public final void beginProcessing(String charset) {
    super.beginProcessing(charset);
    replay = new Replay(settings, Analyses.SHARED);
  }

  @Override
  protected final void processFiltered(File file, FileText text) throws CheckstyleException {
    SeverityLevel configured = getSeverityLevel();
    for (Finding finding : findings(file, text)) {
      setSeverity(severity(finding, configured));
      tell(finding.place(), ConsoleReport.text(finding), text.size());
    }
    setSeverity(configured.getName());
  }

  private List<Finding> findings(File file, FileText text) throws CheckstyleException {
    try {
      return replay.findings(rule, file.toPath(), text.getFullText().toString());
    } catch (InputException e) {
      throw new CheckstyleException(e.getMessage());
    }
  }

  /** The line and column count from 1, as in a compiler's message; Checkstyle's column from 0. */
  private void tell(Place place, String message, int lines) {
    int line = Math.max(1, Math.min(place.line(), lines));
    log(line, Math.max(0, place.column() - 1), "finding", message);
  }

  /** A finding that its rule made milder, for want of certainty, does not become graver. */
  private String severity(Finding finding, SeverityLevel configured) {
    boolean milder = finding.severity() != Findings.severity(rule);
    if (!severityChosen || (milder && isMilder(finding.severity(), configured))) {
      return finding.severity().label();
    }
    return configured.getName();
  }

  private static boolean isMilder(Severity severity, SeverityLevel than) {
    return SeverityLevel.getInstance(severity.label()).compareTo(than) < 0;
  }

  /**
   * A name that is new in every run, so that Checkstyle forgets its cache: it would skip files that
   * have not changed, although a change of another file may have made their answers wrong.
   */
  @Override
  public final Set<String> getExternalResourceLocations() {
    return Set.of("error-hygiene-" + System.nanoTime());
  }
}
