package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationPropertiesTest {
  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String value(String key) {
    return ApplicationProperties.find(new FileTree(root)).values().get(key);
  }

  @Test
  void properties_files_are_read() throws IOException {
    file("src/main/resources/application.properties", "api.prefix=/api");

    assertThat(value("api.prefix")).isEqualTo("/api");
    assertThat(value("api.other")).isNull();
  }

  @Test
  void yaml_files_are_read_with_dotted_keys() throws IOException {
    file(
        "src/main/resources/application.yml",
        """
        api:
          prefix: /api
          versions: [1, 2]
        spring.mvc.problemdetails.enabled: true
        """);

    assertThat(value("api.prefix")).isEqualTo("/api");
    assertThat(value("api.versions[1]")).isEqualTo("2");
    assertThat(value("spring.mvc.problemdetails.enabled")).isEqualTo("true");
  }

  @Test
  void keys_are_relaxed() throws IOException {
    file("src/main/resources/application.properties", "shop.base-path=/shop");

    assertThat(value("shop.basePath")).isEqualTo("/shop");
    assertThat(value("shop.base_path")).isEqualTo("/shop");
  }

  @Test
  void what_holds_for_a_profile_only_is_left_out() throws IOException {
    file("src/main/resources/application-dev.properties", "api.prefix=/dev");
    file(
        "src/main/resources/application.properties",
        """
        api.prefix=/api
        #---
        spring.config.activate.on-profile=dev
        api.prefix=/dev
        api.more=/dev
        """);
    file(
        "src/main/resources/application.yaml",
        """
        spring.profiles: dev
        api.other: /dev
        ---
        spring.profiles.active: dev
        """);

    assertThat(value("api.prefix")).isEqualTo("/api");
    assertThat(value("api.more")).isNull();
    assertThat(value("api.other")).isNull();
    assertThat(value("spring.profiles.active")).isEqualTo("dev");
  }

  @Test
  void config_wins_over_the_rest_and_properties_win_over_yaml() throws IOException {
    file("config/application.yml", "a: config");
    file("src/main/resources/application.properties", "a=properties\nb=properties");
    file("src/main/resources/application.yml", "a: yaml\nb: yaml");

    assertThat(value("a")).isEqualTo("config");
    assertThat(value("b")).isEqualTo("properties");
  }

  @Test
  void tests_and_build_output_are_not_read() throws IOException {
    file("src/test/resources/application.properties", "a=test");
    file("target/classes/application.properties", "a=output");

    assertThat(value("a")).isNull();
  }

  @Test
  void what_maven_puts_in_is_no_mistake() throws IOException {
    file("src/main/resources/application.yml", "info:\n  version: @project.version@\napi: /api\n");

    assertThat(value("info.version")).isEqualTo("@project.version@");
    assertThat(value("api")).isEqualTo("/api");
  }

  @Test
  void a_malformed_file_is_a_gap() throws IOException {
    file("src/main/resources/application.yml", "a: [1\nb: }");
    file("src/main/resources/application.properties", "a=\\u12");

    assertThat(ApplicationProperties.find(new FileTree(root)).gaps())
        .extracting(gap -> gap.file() + " " + gap.message())
        .containsExactly(
            "src/main/resources/application.properties is not a well-formed properties file",
            "src/main/resources/application.yml is not well-formed YAML");
  }
}
