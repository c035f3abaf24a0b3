package io.github.errorhygiene.maven;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Analyses one Maven project: what the goals have in common. */
final class ProjectAnalysis {
  /** What is done with a project. */
  @FunctionalInterface
  interface Task<T> {
    T run(AnalysisRequest request, Progress progress) throws InputException;
  }

  private final MavenProject project;
  private final ProjectSources sources;
  private final Engine engine;

  ProjectAnalysis(MavenProject project, ProjectSources sources, Engine engine) {
    this.project = project;
    this.sources = sources;
    this.engine = engine;
  }

  /** Whether there is nothing to analyse: an aggregator or a project without sources. */
  boolean isEmpty() {
    return project.getPackaging().equals("pom") || sources.roots().isEmpty();
  }

  /**
   * Runs the analysis.
   *
   * @param policyFile null for the one that lies in the project or above it
   * @throws MojoExecutionException if the parameters are wrong, or the analyzer itself fails
   */
  Report run(int threads, List<String> disabledRules, boolean useCache, @Nullable File policyFile)
      throws MojoExecutionException {
    return run(engine::run, threads, disabledRules, useCache, policyFile);
  }

  /** Does something else with the project, likewise. */
  <T> T run(
      Task<T> task,
      int threads,
      List<String> disabledRules,
      boolean useCache,
      @Nullable File policyFile)
      throws MojoExecutionException {
    try {
      AnalysisRequest request = request(threads, disabledRules, useCache, policyFile);
      return task.run(request, Progress.SILENT);
    } catch (InputException e) {
      throw new MojoExecutionException(e.getMessage());
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException(
          "The class path of " + project.getId() + " is not resolved", e);
    } catch (RuntimeException e) {
      throw new MojoExecutionException(
          "Error Hygiene failed on " + project.getId() + ". This is a fault of the tool: " + e, e);
    }
  }

  private AnalysisRequest request(
      int threads, List<String> disabledRules, boolean useCache, @Nullable File policyFile)
      throws DependencyResolutionRequiredException, InputException {
    if (threads < 1) {
      throw new InputException("errorHygiene.threads must be at least 1, not " + threads);
    }
    return new AnalysisRequest(
        project.getName(),
        project.getBasedir().toPath(),
        sources.roots(),
        sources.classPath(),
        threads,
        new Policy(Map.of(), Set.copyOf(disabledRules)),
        useCache ? cache() : null,
        policyFile == null ? null : policyFile.toPath());
  }

  /** In the build directory: {@code clean} removes it. */
  private Path cache() {
    return Path.of(project.getBuild().getDirectory(), "error-hygiene", "cache");
  }
}
