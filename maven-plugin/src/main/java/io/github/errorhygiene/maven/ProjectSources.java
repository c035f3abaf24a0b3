package io.github.errorhygiene.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** Where a Maven project has its sources and its class path. */
final class ProjectSources {
  private final MavenProject project;
  private final boolean includeTests;
  private final boolean excludeGenerated;

  /**
   * The sources of a project.
   *
   * @param includeTests whether test sources and their class path count
   * @param excludeGenerated whether source roots below the build directory are left out; their
   *     classes are on the class path all the same
   */
  ProjectSources(MavenProject project, boolean includeTests, boolean excludeGenerated) {
    this.project = project;
    this.includeTests = includeTests;
    this.excludeGenerated = excludeGenerated;
  }

  /** Source roots that exist, in the project's order. */
  List<Path> roots() {
    var tests = includeTests ? project.getTestCompileSourceRoots() : List.<String>of();
    return existing(Stream.concat(project.getCompileSourceRoots().stream(), tests.stream()))
        .filter(root -> !excludeGenerated || !root.startsWith(buildDirectory()))
        .toList();
  }

  /**
   * What the service runs with: its own classes, with the members that annotation processors
   * generate, then what it is compiled against and what it needs at run time.
   */
  List<Path> classPath() throws DependencyResolutionRequiredException {
    Set<String> elements = new LinkedHashSet<>();
    elements.add(project.getBuild().getOutputDirectory());
    elements.addAll(project.getCompileClasspathElements());
    elements.addAll(project.getRuntimeClasspathElements());
    if (includeTests) {
      elements.addAll(project.getTestClasspathElements());
    }
    return existing(elements.stream()).toList();
  }

  private Path buildDirectory() {
    return project.getBasedir().toPath().resolve(project.getBuild().getDirectory());
  }

  private Stream<Path> existing(Stream<String> paths) {
    return paths
        .map(path -> project.getBasedir().toPath().resolve(path))
        .filter(Files::exists)
        .distinct();
  }
}
