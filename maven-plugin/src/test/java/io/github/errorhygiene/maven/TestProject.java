package io.github.errorhygiene.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;

/** A Maven project in a directory, with nothing in it that a test did not ask for. */
final class TestProject {
  private final Path directory;
  private final MavenProject project = new MavenProject();

  TestProject(Path directory) {
    this.directory = directory;
    Build build = new Build();
    build.setDirectory(directory.resolve("target").toString());
    build.setOutputDirectory(directory.resolve("target/classes").toString());
    build.setTestOutputDirectory(directory.resolve("target/test-classes").toString());
    project.setFile(directory.resolve("pom.xml").toFile());
    project.setBuild(build);
    project.setName("shop");
    project.setArtifacts(Set.of());
  }

  TestProject packaging(String packaging) {
    project.setPackaging(packaging);
    return this;
  }

  TestProject sourceRoot(String root) {
    project.addCompileSourceRoot(make(root).toString());
    return this;
  }

  TestProject missingSourceRoot(String root) {
    project.addCompileSourceRoot(directory.resolve(root).toString());
    return this;
  }

  TestProject testSourceRoot(String root) {
    project.addTestCompileSourceRoot(make(root).toString());
    return this;
  }

  TestProject compiled() {
    make("target/classes");
    make("target/test-classes");
    return this;
  }

  MavenProject get() {
    return project;
  }

  private Path make(String path) {
    try {
      return Files.createDirectories(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
