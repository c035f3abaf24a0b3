package io.github.errorhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestMojoTest {
  @TempDir Path directory;
  private final RecordingLog log = new RecordingLog();

  private SuggestMojo mojo() {
    SuggestMojo mojo = new SuggestMojo();
    mojo.project = new TestProject(directory).sourceRoot("src/main/java").compiled().get();
    mojo.patch = directory.resolve("target/error-hygiene/suggest.patch").toFile();
    mojo.setLog(log);
    return mojo;
  }

  @Test
  void writesAPatchAndLeavesTheSourcesAsTheyAre() throws Exception {
    SuggestMojo mojo = mojo();
    String source =
        """
        package shop;
        import org.springframework.web.bind.annotation.*;
        @RestController
        public class Orders {
          @GetMapping("/orders/{id}")
          public String get(@PathVariable int id) {
            if (id > 7) throw new Missing();
            return "";
          }
          public static class Missing extends RuntimeException {}
        }
        """;
    Path file = directory.resolve("src/main/java/shop/Orders.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);

    mojo.execute();

    assertThat(mojo.patch.toPath())
        .content()
        .contains("+++ b/src/main/java/shop/ErrorAnswers.java", "+@RestControllerAdvice");
    assertThat(file).hasContent(source);
    assertThat(log.lines).contains("info: Patch: " + mojo.patch);
  }
}
