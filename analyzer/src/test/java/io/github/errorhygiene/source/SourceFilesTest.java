package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  @TempDir Path root;

  private void files(String... paths) throws IOException {
    for (String path : paths) {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private List<String> found(String... sources) {
    return SourceFiles.find(root, Arrays.stream(sources).map(Path::of).toList()).files().stream()
        .map(SourceFile::path)
        .toList();
  }

  @Test
  void java_files_are_listed_in_the_order_of_their_paths() throws IOException {
    files(
        "src/main/java/b/B.java",
        "src/main/java/a/A.java",
        "src/main/java/a/notes.txt",
        "m/src/main/java/C.java");

    assertThat(found(""))
        .containsExactly(
            "m/src/main/java/C.java", "src/main/java/a/A.java", "src/main/java/b/B.java");
  }

  @Test
  void overlapping_sources_give_each_file_once() throws IOException {
    files("src/main/java/a/A.java");

    assertThat(found("src/main/java/a/A.java", "src", "src/main/java"))
        .containsExactly("src/main/java/a/A.java");
  }

  @Test
  void test_sources_are_left_out() throws IOException {
    files(
        "src/main/java/A.java",
        "src/test/java/A.java",
        "src/it/java/A.java",
        "src/integrationTest/java/A.java",
        "src/testFixtures/java/A.java",
        "src/integration-test/java/A.java",
        "test/a/A.java",
        "javatests/a/A.java");

    assertThat(found("")).containsExactly("src/main/java/A.java");
  }

  @Test
  void what_tests_load_and_no_build_makes_a_module_of_is_left_out() throws IOException {
    files(
        "app/src/main/java/A.java",
        "plugins/echoing-test-plugin/com/acme/A.java",
        "plugins/plugin-to-test-loading/com/acme/A.java",
        "plugins/latest-plugin/com/acme/A.java",
        "plugins/load-test/com/acme/A.java",
        "plugins/load-test/load-test.gradle",
        "plugins/soap-test/com/acme/A.java",
        "plugins/soap-test/build.xml");

    assertThat(found(""))
        .containsExactly(
            "app/src/main/java/A.java",
            "plugins/latest-plugin/com/acme/A.java",
            "plugins/load-test/com/acme/A.java",
            "plugins/soap-test/com/acme/A.java");
  }

  @Test
  void what_only_sounds_like_a_test_is_kept() throws IOException {
    files(
        "src/main/java/com/acme/test/A.java",
        "src/latest/java/A.java",
        "test/src/main/java/A.java",
        "test/pom.xml",
        "integration-tests/src/main/java/A.java");

    assertThat(found("")).hasSize(4);
  }

  @Test
  void build_output_and_hidden_directories_are_left_out() throws IOException {
    files(
        "target/generated-sources/x/A.java",
        "m/build/generated/A.java",
        "out/A.java",
        "bin/A.java",
        ".git/A.java",
        ".gradle/A.java",
        "web/node_modules/x/A.java",
        "src/main/java/.hidden/A.java",
        "src/main/java/.#A.java");

    assertThat(found("")).isEmpty();
  }

  @Test
  void packages_may_have_the_name_of_build_output() throws IOException {
    files(
        "src/main/java/com/acme/build/A.java",
        "src/com/acme/target/B.java",
        "src/main/java/out/C.java");

    assertThat(found("")).hasSize(3);
    assertThat(found("src/main/java/com")).containsExactly("src/main/java/com/acme/build/A.java");
  }

  @Test
  void a_source_root_is_recognised_when_it_is_the_root_itself() throws IOException {
    files("src/main/java/com/acme/build/A.java");
    Path sources = root.resolve("src/main/java");

    assertThat(SourceFiles.find(sources, List.of(sources)).files())
        .extracting(SourceFile::path)
        .containsExactly("com/acme/build/A.java");
  }

  @Test
  void what_is_named_itself_is_taken() throws IOException {
    files("target/generated-sources/x/build/A.java", "src/test/java/T.java");

    assertThat(found("target/generated-sources/x", "src/test/java"))
        .containsExactly("src/test/java/T.java", "target/generated-sources/x/build/A.java");
  }

  @Test
  void links_to_directories_are_not_followed() throws IOException {
    files("src/main/java/A.java");
    Files.createSymbolicLink(root.resolve("src/main/java/loop"), root.resolve("src"));

    assertThat(found("")).containsExactly("src/main/java/A.java");
  }

  @Test
  void a_missing_source_is_a_gap() {
    SourceFiles found = SourceFiles.find(root, List.of(Path.of("src/nowhere")));

    assertThat(found.files()).isEmpty();
    assertThat(found.gaps()).hasSize(1);
    assertThat(found.gaps().get(0).kind()).isEqualTo(Gap.Kind.INPUT);
    assertThat(found.gaps().get(0).file()).isEqualTo("src/nowhere");
  }
}
