package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build files name. */
class BuildFilesTest {
  @TempDir Path root;

  @Test
  @DisplayName("An artifact is named by Maven and by Gradle, whole and not as a part of another")
  void names() throws IOException {
    Files.writeString(root.resolve("pom.xml"), "<artifactId>tomato</artifactId>");
    Files.createDirectories(root.resolve("service"));
    Files.writeString(root.resolve("service/build.gradle.kts"), "api(\"g:potato-web:1.0\")");

    BuildFiles files = new BuildFiles(new FileTree(root));

    assertThat(files.naming("tomato")).isNotEmpty();
    assertThat(files.naming("potato-web")).isNotEmpty();
    assertThat(files.naming("potato")).isEmpty();
  }

  @Test
  @DisplayName("Of sources alone the nearest build file above tells")
  void above() throws IOException {
    Path sources = Files.createDirectories(root.resolve("service/src/main/java"));
    Files.writeString(root.resolve("service/pom.xml"), "<artifactId>tomato</artifactId>");
    Files.writeString(root.resolve("pom.xml"), "<artifactId>cucumber</artifactId>");

    assertThat(new BuildFiles(new FileTree(sources)).naming("tomato")).isNotEmpty();
    assertThat(new BuildFiles(new FileTree(sources)).naming("cucumber")).isEmpty();
  }
}
