package io.github.errorhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSourcesTest {
  @TempDir Path directory;
  private TestProject project;

  @BeforeEach
  void project() {
    project = new TestProject(directory).sourceRoot("src/main/java");
  }

  @Test
  void rootsAreTheCompileSourceRoots() {
    assertThat(sources(false, true).roots()).containsExactly(directory.resolve("src/main/java"));
  }

  @Test
  void rootsThatDoNotExistAreLeftOut() {
    project.missingSourceRoot("src/main/generated");

    assertThat(sources(false, true).roots()).containsExactly(directory.resolve("src/main/java"));
  }

  @Test
  void testRootsComeOnRequest() {
    project.testSourceRoot("src/test/java");

    assertThat(sources(true, true).roots())
        .containsExactly(directory.resolve("src/main/java"), directory.resolve("src/test/java"));
  }

  @Test
  void generatedRootsComeOnRequest() {
    project.sourceRoot("target/generated-sources/openapi");

    assertThat(sources(false, true).roots()).hasSize(1);
    assertThat(sources(false, false).roots())
        .contains(directory.resolve("target/generated-sources/openapi"));
  }

  @Test
  void theClassPathIsEmptyBeforeTheProjectIsCompiled() throws Exception {
    assertThat(sources(false, true).classPath()).isEmpty();
  }

  @Test
  void theClassPathHasTheProjectsOwnClasses() throws Exception {
    project.compiled();

    assertThat(sources(false, true).classPath())
        .containsExactly(directory.resolve("target/classes"));
  }

  @Test
  void testClassesComeOnRequest() throws Exception {
    project.compiled();

    assertThat(sources(true, true).classPath())
        .containsExactly(
            directory.resolve("target/classes"), directory.resolve("target/test-classes"));
  }

  private ProjectSources sources(boolean includeTests, boolean excludeGenerated) {
    return new ProjectSources(project.get(), includeTests, excludeGenerated);
  }
}
