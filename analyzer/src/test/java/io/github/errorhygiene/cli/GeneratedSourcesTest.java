package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSourcesTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target/generated-sources/annotations/shop/test/A.java",
        "target/generated-sources/openapi/src/main/java/shop/A.java",
        "build/generated/sources/annotationProcessor/java/main/shop/A.java",
        "build/generated/source/proto/main/java/shop/A.java",
        "build/generated-src/jooq/main/shop/A.java",
        "build/openapi/src/main/java/shop/A.java",
        "modules/api/target/generated-sources/annotations/shop/A.java",
      })
  void areFoundInTheOutputOfEachModule(String file) throws IOException {
    Path module = root.resolve(file.replaceFirst("/?(target|build)/.*", "").replace(file, ""));
    Sources.write(module, "pom.xml", "<project/>");
    Path generated = Sources.write(root, file, "");

    assertThat(GeneratedSources.below(root)).containsExactly(generated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target/generated-test-sources/test-annotations/shop/A.java",
        "build/generated/sources/annotationProcessor/java/test/shop/A.java",
        "build/generated/source/proto/integrationTest/java/shop/A.java",
        "target/classes/shop/A.java",
        "target/generated-sources/annotations/shop/A.class",
        "target/it/service/src/main/java/shop/A.java",
        "src/main/java/shop/A.java",
        "src/main/java/target/generated-sources/A.java",
        ".idea/target/generated-sources/A.java",
      })
  void testsAndOtherOutputDoNotCount(String file) throws IOException {
    Sources.write(root, "build.gradle", "");
    Path unwanted = Sources.write(root, file, "");

    assertThat(unwanted).exists();
    assertThat(GeneratedSources.below(root)).isEmpty();
  }

  @Test
  void aDirectoryCalledBuildIsNoOutputOutsideAModule() throws IOException {
    Path source = Sources.write(root, "tools/build/generated/A.java", "");

    assertThat(source).exists();
    assertThat(GeneratedSources.below(root)).isEmpty();
  }
}
