package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
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

  /** Placeholders: the clause, and members that it uses. */
  private static final String OWN =
      """
      package web;
      import java.util.HashMap;
      import java.util.Map;
      import java.util.function.Function;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Shop {
        static class Refused extends RuntimeException {
          private final int status;
          Refused(int status) { this.status = status; }
          int status() { return status; }
        }
        static class NoFormat extends Refused { NoFormat() { super(422); } }
        static class Taken extends Refused { Taken() { super(409); } }

        @PostMapping("/a")
        ResponseEntity<String> a(@RequestBody String text) {
          try {
            if (text.length() > 10) {
              throw new NoFormat();
            }
            if (text.length() < 5) {
              throw new Taken();
            }
            return ResponseEntity.ok("");
          } catch (RuntimeException e) {
            return %s;
          }
        }
        %s
      }
      """;

  /** Placeholders: what fails, and the entries of the table. */
  private static final String MANY =
      """
      package web;
      import java.util.HashMap;
      import java.util.Map;
      import java.util.function.Function;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Shop {
        private static final Map<Class<?>, Function<Exception, ResponseEntity<String>>> ANSWERS =
            new HashMap<>();

        @PostMapping("/a")
        ResponseEntity<String> a(@RequestBody String text) {
          try {
            %s
            throw new IllegalStateException();
          } catch (RuntimeException e) {
            Function<Exception, ResponseEntity<String>> known = ANSWERS.get(e.getClass());
            return known == null ? ResponseEntity.status(503).body("") : known.apply(e);
          }
        }

        static {
          %s
        }
      }
      """;

  @TempDir Path root;

  @Test
  void eachKindHasTheStatusThatTheClauseGivesIt() throws Exception {
    assertThat(rows(SHOP))
        .contains("NoFormat 422", "Taken 500")
        .doesNotContain("NoFormat 500", "Taken 422");
  }

  @Test
  void eachHasTheStatusThatItHolds() throws Exception {
    assertThat(rows(OWN.formatted("ResponseEntity.status(((Refused) e).status()).body(\"\")", "")))
        .contains("NoFormat 422", "Taken 409")
        .doesNotContain("NoFormat 409", "Taken 422");
  }

  @Test
  void eachHasTheStatusThatAMethodGivesIt() throws Exception {
    String method =
        """
        private ResponseEntity<String> answer(RuntimeException failed) {
          return ResponseEntity.status(failed instanceof NoFormat ? 422 : 409).body("");
        }
        """;
    assertThat(rows(OWN.formatted("answer(e)", method)))
        .contains("NoFormat 422", "Taken 409")
        .doesNotContain("NoFormat 409", "Taken 422");
  }

  @Test
  void eachHasTheStatusThatATableHasForItsClass() throws Exception {
    String table =
        """
        private static final Map<Class<?>, Function<Exception, ResponseEntity<String>>> ANSWERS =
            new HashMap<>();
        static {
          ANSWERS.put(NoFormat.class, e -> ResponseEntity.status(422).body(""));
          ANSWERS.put(Taken.class, e -> ResponseEntity.status(409).body(""));
        }
        """;
    assertThat(rows(OWN.formatted("ANSWERS.get(e.getClass()).apply(e)", table)))
        .contains("NoFormat 422", "Taken 409")
        .doesNotContain("NoFormat 409", "Taken 422");
  }

  @Test
  void whatOnlyNamesTheClassTellsNothingApart() throws Exception {
    assertThat(rows(OWN.formatted("ResponseEntity.status(500).body(e.getClass().getName())", "")))
        .contains("NoFormat 500", "Taken 500");
  }

  /** More than are told apart, so that answers of the same status are made one. */
  @Test
  void whateverElseFailsHasTheStatusOfWhatTheTableDoesNotHave() throws Exception {
    StringBuilder source = new StringBuilder(MANY);
    StringBuilder entries = new StringBuilder();
    StringBuilder thrown = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      source.append("class Failed").append(i).append(" extends RuntimeException {}\n");
      entries.append(
          "ANSWERS.put(Failed%d.class, e -> ResponseEntity.status(%d).body(\"\"));\n"
              .formatted(i, 400 + i));
      thrown.append("if (text.length() == %d) throw new Failed%d();\n".formatted(i, i));
    }

    assertThat(contract(source.toString().formatted(thrown, entries)).unexpected())
        .extracting(reaction -> reaction.answer().status())
        .contains(503);
  }

  private List<String> rows(String source) throws Exception {
    return contract(source).failures().stream()
        .map(failure -> simple(failure.exception()) + " " + failure.answer().status())
        .toList();
  }

  private Contract contract(String source) throws Exception {
    Path file = root.resolve("src/main/java/web/Shop.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT).application().contracts().get(0);
  }

  private static String simple(String exception) {
    return exception.substring(
        Math.max(exception.lastIndexOf('.'), exception.lastIndexOf('$')) + 1);
  }
}
