package io.github.errorhygiene.maven;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.report.ConsoleReport;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.ReportFiles;
import io.github.errorhygiene.report.ReportFormat;
import io.github.errorhygiene.rule.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Says for every HTTP endpoint what the client sees when something fails, and fails the build where
 * the answer is wrong.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  /** The project that is analysed. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /**
   * Skips the analysis.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.skip", defaultValue = "false")
  boolean skip;

  /**
   * Whether findings fail the build. With {@code false} they are logged and reported only.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.failOnViolation", defaultValue = "true")
  boolean failOnViolation = true;

  /**
   * The mildest severity that fails the build: {@code error}, {@code warning} or {@code info}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.failSeverity", defaultValue = "error")
  String failSeverity = "error";

  /**
   * How many findings of that severity are accepted.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.maxAllowedViolations", defaultValue = "0")
  int maxAllowedViolations;

  /**
   * Whether each finding is logged, with the absolute path that IDEs turn into a link.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.logViolationsToConsole", defaultValue = "true")
  boolean logViolationsToConsole = true;

  /**
   * The reports to write: {@code html} ({@code index.html}), {@code sarif} ({@code
   * error-hygiene.sarif}) and {@code json} ({@code error-hygiene.json}).
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.formats", defaultValue = "html,sarif,json")
  List<String> formats = List.of("html", "sarif", "json");

  /**
   * Where the reports go.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "errorHygiene.outputDirectory",
      defaultValue = "${project.build.directory}/error-hygiene")
  File outputDirectory;

  /**
   * Whether endpoints in test sources are judged, too.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.includeTests", defaultValue = "false")
  boolean includeTests;

  /**
   * Whether source roots below the build directory are left out. What their compiled classes
   * declare is known all the same.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.excludeGeneratedSources", defaultValue = "true")
  boolean excludeGeneratedSources = true;

  /**
   * How many threads read sources. Does not change the result.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.threads", defaultValue = "2")
  int threads = 2;

  /**
   * Keep what was read of each source file in {@code target/error-hygiene/cache}, so that the next
   * run reads only files that have changed. Does not change the result.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.useCache", defaultValue = "true")
  private boolean useCache;

  /**
   * Ids of rules that are off.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.disabledRules")
  List<String> disabledRules = List.of();

  /**
   * The policy file: which statuses are right, severities, what is known of libraries. Default:
   * {@code error-hygiene.yml} in the module, or above it up to the root of the project. {@code
   * disabledRules} wins over it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.policyFile")
  @Nullable File policyFile;

  private final Engine engine;

  /** Called by Maven. */
  public CheckMojo() {
    this(Analysis::run);
  }

  CheckMojo(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: errorHygiene.skip is set");
      return;
    }
    Gate gate = new Gate(severity(), maxAllowedViolations);
    Set<ReportFormat> chosen = reportFormats();
    ProjectAnalysis analysis = analysis();
    if (analysis.isEmpty()) {
      getLog().info("Nothing to analyse: no Java sources");
      return;
    }
    Report report = analysis.run(threads, disabledRules, useCache, policyFile);
    judge(report, gate, write(report, chosen));
  }

  private ProjectAnalysis analysis() {
    return new ProjectAnalysis(
        project, new ProjectSources(project, includeTests, excludeGeneratedSources), engine);
  }

  private void judge(Report report, Gate gate, List<Path> files) throws MojoFailureException {
    BuildLog log = new BuildLog(getLog());
    if (logViolationsToConsole) {
      log.lines(ConsoleReport.findings(report));
    }
    log.lines(ConsoleReport.summary(report));
    log.files(files);
    if (gate.accepts(report)) {
      return;
    }
    String complaint =
        gate.complaint(report) + files.stream().findFirst().map(f -> ": see " + f).orElse("");
    if (failOnViolation) {
      throw new MojoFailureException(complaint);
    }
    getLog().warn(complaint + " (errorHygiene.failOnViolation is false)");
  }

  private List<Path> write(Report report, Set<ReportFormat> chosen) throws MojoExecutionException {
    try {
      return ReportFiles.write(report, chosen, outputDirectory.toPath());
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Cannot write reports to " + outputDirectory + ": " + e.getMessage(), e);
    }
  }

  private Severity severity() throws MojoExecutionException {
    for (Severity severity : Severity.values()) {
      if (severity.label().equals(failSeverity)) {
        return severity;
      }
    }
    throw new MojoExecutionException(
        "errorHygiene.failSeverity must be error, warning or info, not '" + failSeverity + "'");
  }

  private Set<ReportFormat> reportFormats() throws MojoExecutionException {
    Set<ReportFormat> chosen = new TreeSet<>();
    for (String label : formats) {
      chosen.add(
          ReportFormat.of(label.trim())
              .orElseThrow(
                  () ->
                      new MojoExecutionException(
                          "errorHygiene.formats may name html, sarif and json, not '"
                              + label
                              + "'")));
    }
    return chosen;
  }
}
