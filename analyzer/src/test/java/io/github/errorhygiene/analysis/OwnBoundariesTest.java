package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boundaries that no source shows and the policy tells of. */
class OwnBoundariesTest {
  private static final String SERVICE =
      """
      package web;
      import com.acme.Errors;
      import com.acme.ProblemException;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Shop {
        @GetMapping("/a")
        Object a(@RequestParam(required = false) String id) {
          try {
            if (id == null) {
              throw new Busy();
            }
            return Integer.parseInt(id);
          } catch (NumberFormatException e) {
            return Errors.answer(e);
          }
        }
      }

      class Busy extends ProblemException {}
      """;

  private static final String ADVICE =
      """
      @RestControllerAdvice
      class Advice {
        @ExceptionHandler(CAUGHT.class)
        ResponseEntity<String> any(CAUGHT e) {
          return ResponseEntity.status(500).body("");
        }
      }
      """;

  private static final String STARTER =
      "boundaries: [{exception: com.acme.ProblemException, status: 409, request-id: true,"
          + " logs: true, content-type: application/problem+json, body-keys: [type, ticket]}]";

  @TempDir Path root;

  private Failure failure(String exception, String source, String policy) throws Exception {
    write("src/main/java/web/Shop.java", source);
    write("error-hygiene.yml", policy);
    Files.createDirectories(root.resolve(".git"));
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT)
        .application()
        .contracts()
        .get(0)
        .failures()
        .stream()
        .filter(failure -> failure.exception().endsWith(exception))
        .findFirst()
        .orElseThrow();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void withoutItTheFrameworkAnswers() throws Exception {
    Failure busy = failure("Busy", SERVICE, "");
    assertThat(busy.boundary()).isNull();
    assertThat(busy.answer().status()).isEqualTo(500);
  }

  @Test
  void itAnswersTheExceptionAndWhatIsBelow() throws Exception {
    Failure busy = failure("Busy", SERVICE, STARTER);
    assertThat(busy.boundary())
        .isEqualTo(
            new Boundary(
                Boundary.Kind.HANDLER,
                "the answer for ProblemException",
                null,
                "com.acme.ProblemException"));
    assertThat(busy.answer())
        .hasToString(
            "Answer[status=409, contentType=application/problem+json, bodyKeys=[ticket, type],"
                + " requestId=YES, exposes=[], logged=YES, headers=[], correlated=UNKNOWN,"
                + " envelope=null, admits=false]");
  }

  @Test
  void aHandlerForEverythingComesAfterIt() throws Exception {
    String everything = SERVICE + ADVICE.replace("CAUGHT", "Exception");
    assertThat(failure("Busy", everything, STARTER).answer().status()).isEqualTo(409);
  }

  @Test
  void theApplicationsOwnBoundaryForTheExceptionIsNearer() throws Exception {
    String own = SERVICE + ADVICE.replace("CAUGHT", "Busy");
    assertThat(failure("Busy", own, STARTER).answer().status()).isEqualTo(500);
  }

  @Test
  void aBoundaryForWhatTheFrameworkRaises() throws Exception {
    String number =
        SERVICE.replace("String id", "Integer id").replace("Integer.parseInt(id)", "id");
    String policy =
        "boundaries: [{exception: org.springframework.web.method.annotation."
            + "MethodArgumentTypeMismatchException, name: the starter, status: 422}]";
    Failure mismatch = failure("TypeMismatchException", number, policy);
    assertThat(mismatch.answer().status()).isEqualTo(422);
    assertThat(mismatch.declaredStatus()).isEqualTo(400);
  }

  @Test
  void aMethodThatAnswers() throws Exception {
    String policy = "boundaries: [{call: com.acme.Errors#answer, status: 503, request-id: true}]";
    Failure malformed = failure("NumberFormatException", SERVICE, policy);
    assertThat(malformed.answer().status()).isEqualTo(503);
    assertThat(malformed.verdict()).isEqualTo(Failure.Verdict.WRONG);
    assertThat(malformed.answer().requestId().label()).isEqualTo("yes");
  }
}
