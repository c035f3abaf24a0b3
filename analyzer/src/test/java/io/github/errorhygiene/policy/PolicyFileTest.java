package io.github.errorhygiene.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
  @TempDir Path project;

  @BeforeEach
  void modules() throws IOException {
    Files.createDirectories(project.resolve("shop/src"));
  }

  @Test
  void liesInTheAnalysedDirectory() throws IOException {
    Path file = Files.createFile(project.resolve("shop/error-hygiene.yml"));
    assertThat(PolicyFile.find(project.resolve("shop"))).isEqualTo(file);
  }

  @Test
  void orAboveItWithinTheProject() throws IOException {
    Files.createDirectory(project.resolve(".git"));
    Path file = Files.createFile(project.resolve("error-hygiene.yml"));
    assertThat(PolicyFile.find(project.resolve("shop/src"))).isEqualTo(file);
  }

  @Test
  void theNearestCounts() throws IOException {
    Files.createDirectory(project.resolve(".mvn"));
    Files.createFile(project.resolve("error-hygiene.yml"));
    Path file = Files.createFile(project.resolve("shop/error-hygiene.yml"));
    assertThat(PolicyFile.find(project.resolve("shop/src"))).isEqualTo(file);
  }

  @Test
  void neverAboveTheRootOfTheProject() throws IOException {
    Files.createDirectory(project.resolve("shop/.git"));
    Files.createFile(project.resolve("error-hygiene.yml"));
    assertThat(PolicyFile.find(project.resolve("shop/src"))).isNull();
  }

  @Test
  void aFileThatIsNotThereIsAMistake() {
    assertThatThrownBy(() -> PolicyFile.read(project.resolve("none.yml")).off())
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("none.yml does not exist");
  }

  @Test
  void soIsADirectoryAndATextOfAnotherEncoding() throws IOException {
    assertThatThrownBy(() -> PolicyFile.read(project).off())
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("cannot be read; check its permissions");
    Path file = project.resolve("latin.yml");
    Files.write(file, "# für alle".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PolicyFile.read(file).off())
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("latin.yml is not UTF-8; convert it");
  }
}
