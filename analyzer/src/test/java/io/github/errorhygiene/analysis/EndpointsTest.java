package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {
  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> endpoints() throws InputException {
    var request =
        new AnalysisRequest("shop", root, List.of(Path.of("")), List.of(), 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT).application().contracts().stream()
        .map(contract -> contract.endpoint().label())
        .toList();
  }

  @Test
  void placeholders_in_paths_are_looked_up_in_the_application_s_properties() throws Exception {
    file("src/main/resources/application.yml", "api.prefix: /api/v1\n");
    file(
        "src/main/java/Shop.java",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController @RequestMapping("${api.prefix:/api}")
        class Shop {
          @GetMapping("${api.orders:/orders}/{id}") String order(@PathVariable String id) { return id; }
        }
        """);

    assertThat(endpoints()).containsExactly("GET /api/v1/orders/{id}");
  }
}
