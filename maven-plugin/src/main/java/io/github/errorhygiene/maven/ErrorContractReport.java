package io.github.errorhygiene.maven;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.ReportFiles;
import io.github.errorhygiene.report.ReportFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the error contract of every HTTP endpoint as a page of the project's site. Never fails for
 * findings.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ErrorContractReport extends AbstractMavenReport {
  private static final String DIRECTORY = "error-hygiene";

  /**
   * Skips the report.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.skip", defaultValue = "false")
  boolean skip;

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

  @Override
  public boolean canGenerateReport() {
    return !skip && !analysis().isEmpty();
  }

  /** The page is written here; the site links to it. */
  @Override
  public boolean isExternalReport() {
    return true;
  }

  /** Abstract and deprecated at once: the site plugins of Maven 3 ask for nothing else. */
  @Override
  @SuppressWarnings("deprecation")
  public String getOutputName() {
    return DIRECTORY + "/index";
  }

  @Override
  public String getName(Locale locale) {
    return "Error contracts";
  }

  @Override
  public String getDescription(Locale locale) {
    return "What the client of each HTTP endpoint sees when something fails, and which answers are wrong.";
  }

  @Override
  protected void executeReport(Locale locale) throws MavenReportException {
    Path directory = getReportOutputDirectory().toPath().resolve(DIRECTORY);
    try {
      Report report = analysis().run(threads, disabledRules, useCache, policyFile);
      new BuildLog(getLog()).files(ReportFiles.write(report, Set.of(ReportFormat.HTML), directory));
    } catch (MojoExecutionException e) {
      throw new MavenReportException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MavenReportException(
          "Cannot write the report to " + directory + ": " + e.getMessage(), e);
    }
  }

  private ProjectAnalysis analysis() {
    return new ProjectAnalysis(
        getProject(),
        new ProjectSources(getProject(), includeTests, excludeGeneratedSources),
        Analysis::run);
  }
}
