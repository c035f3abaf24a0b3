package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.PlacedProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings by which Boot's error answers show internals, and where they stand. */
class ErrorSettingsTest {
  @TempDir Path root;

  private List<String> found(String name, String text) throws IOException {
    Path file = root.resolve("src/main/resources").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return ErrorSettings.of(PlacedProperties.find(new FileTree(root))).stream()
        .map(each -> each.place().line() + ":" + each.place().column() + " " + each.exposes())
        .toList();
  }

  @Test
  void propertiesAreFoundWithTheirLines() throws IOException {
    assertThat(
            found(
                "application.properties",
                "# errors\nserver.port=8080\nserver.error.includeMessage = always\n"))
        .containsExactly("3:1 [message]");
  }

  @Test
  void soAreThoseOfYaml() throws IOException {
    assertThat(
            found(
                "application.yml",
                "server:\n  error:\n    include-exception: true\n    include-stacktrace: on_param\n"))
        .containsExactly("3:5 [type]", "4:5 [stack-trace]");
  }

  @Test
  void otherValuesAreFine() throws IOException {
    assertThat(
            found(
                "application.properties",
                "server.error.include-message=never\nserver.error.include-stacktrace=${TRACE:never}\n"))
        .isEmpty();
  }

  @Test
  void profilesAtHomeAreFineOthersAreNot() throws IOException {
    String always = "server.error.include-stacktrace=always\n";
    assertThat(found("application-dev.properties", always)).isEmpty();
    assertThat(found("application-local-test.properties", always)).isEmpty();
    assertThat(found("application-prod.properties", always)).hasSize(1);
  }

  @Test
  void aSectionMayBeForAProfile() throws IOException {
    assertThat(
            found(
                "application.yml",
                """
                server.port: 8080
                ---
                spring.config.activate.on-profile: dev
                server.error.include-message: always
                ---
                spring:
                  config:
                    activate:
                      on-profile: "!prod"
                server.error.include-message: always
                """))
        .isEmpty();
    assertThat(
            found(
                "application.properties",
                "server.port=1\n#---\nspring.config.activate.on-profile=prod\nserver.error.include-message=always\n"))
        .containsExactly("4:1 [message]");
  }

  @Test
  void whatCannotBeReadIsLeftOut() throws IOException {
    assertThat(found("application.yml", "server: [\n")).isEmpty();
  }
}
