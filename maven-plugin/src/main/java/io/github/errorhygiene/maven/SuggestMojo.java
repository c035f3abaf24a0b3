package io.github.errorhygiene.maven;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.suggest.Suggester;
import io.github.errorhygiene.suggest.Suggestion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the error answers that a Spring, JAX-RS, Micronaut, Javalin or Spark project lacks as a
 * patch, and says which findings it leaves. Sources are not changed.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "suggest",
    defaultPhase = LifecyclePhase.NONE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class SuggestMojo extends AbstractMojo {
  /** The project that is analysed. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /**
   * Where the patch is written. Its paths are relative to the project's directory.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "errorHygiene.patch",
      defaultValue = "${project.build.directory}/error-hygiene/suggest.patch")
  File patch;

  /**
   * Whether source roots below the build directory are left out.
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
   * The policy file, as of the goal {@code check}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "errorHygiene.policyFile")
  @Nullable File policyFile;

  @Override
  public void execute() throws MojoExecutionException {
    ProjectSources sources = new ProjectSources(project, false, excludeGeneratedSources);
    ProjectAnalysis analysis = new ProjectAnalysis(project, sources, Analysis::run);
    if (analysis.isEmpty()) {
      getLog().info("Nothing to analyse: no Java sources");
      return;
    }
    tell(analysis.run(Suggester::suggest, threads, List.of(), true, policyFile));
  }

  private void tell(Suggestion suggestion) throws MojoExecutionException {
    try {
      Files.createDirectories(patch.toPath().toAbsolutePath().getParent());
      Files.writeString(patch.toPath(), suggestion.patch());
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot write " + patch + ": " + e.getMessage(), e);
    }
    suggestion.summary().lines().forEach(getLog()::info);
    getLog().info("Patch: " + patch);
  }
}
