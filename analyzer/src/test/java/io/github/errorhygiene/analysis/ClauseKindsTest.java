package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catch clauses that tell apart what they caught. */
class ClauseKindsTest {
  private static final String SHOP =
      """
      package web;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Shop {
        static class NoFormat extends RuntimeException {}
        static class Taken extends RuntimeException {}

        @PostMapping("/a")
        ResponseEntity<String> a(@RequestBody String text) {
          try {
            if (text.length() > 10) {
              throw new NoFormat();
            }
            if (text.length() < 5) {
              throw new Taken();
            }
          } catch (Exception e) {
            HttpStatus status =
                e instanceof NoFormat || e instanceof IllegalArgumentException
                    ? HttpStatus.UNPROCESSABLE_ENTITY
                    : HttpStatus.INTERNAL_SERVER_ERROR;
            return ResponseEntity.status(status.value()).body("");
          }
          return ResponseEntity.ok("");
        }
      }
      """;

  @TempDir Path root;

  @Test
  void eachKindHasTheStatusThatTheClauseGivesIt() throws Exception {
    assertThat(rows())
        .contains("NoFormat 422", "Taken 500")
        .doesNotContain("NoFormat 500", "Taken 422");
  }

  private List<String> rows() throws Exception {
    Path file = root.resolve("src/main/java/web/Shop.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SHOP);
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    List<Failure> failures =
        Analysis.run(request, Progress.SILENT).application().contracts().get(0).failures();
    return failures.stream()
        .map(failure -> simple(failure.exception()) + " " + failure.answer().status())
        .toList();
  }

  private static String simple(String exception) {
    return exception.substring(
        Math.max(exception.lastIndexOf('.'), exception.lastIndexOf('$')) + 1);
  }
}
