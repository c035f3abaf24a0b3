package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Exceptions that say their status by a method, and answers that are sent too early. */
class OwnStatusTest {
  private static Service throwing(String declaration) {
    return Service.of(
        """
        import org.springframework.web.ErrorResponse;
        @RestController class Orders {
          @GetMapping("/orders") String list() { throw new Gone(); }
        }
        """
            + declaration);
  }

  @Test
  @DisplayName("What a subclass of ResponseStatusException overrides counts")
  void overridden() {
    String gone =
        """
        class Gone extends ResponseStatusException {
          Gone() { super(HttpStatus.BAD_REQUEST); }
          %s
        }
        """;

    assertThat(throwing(gone.formatted("")).rows("GET /orders"))
        .containsExactly("Gone 400" + Service.PAGE);
    assertThat(
            throwing(
                    gone.formatted(
                        "@Override public HttpStatusCode getStatusCode() { return HttpStatus.GONE;"
                            + " }"))
                .rows("GET /orders"))
        .containsExactly("Gone 410" + Service.PAGE);
  }

  @Test
  @DisplayName("An exception of the program that is an ErrorResponse has its status")
  void implemented() {
    Service service =
        throwing(
            """
            class Gone extends RuntimeException implements ErrorResponse {
              @Override public HttpStatusCode getStatusCode() { return HttpStatus.GONE; }
              @Override public ProblemDetail getBody() { return ProblemDetail.forStatus(410); }
            }
            """);

    assertThat(service.rows("GET /orders")).containsExactly("Gone 410" + Service.PAGE);
  }

  @Test
  @DisplayName("What fails after the answer was sent is answered by nobody")
  void tooLate() {
    String late =
        """
        import jakarta.servlet.http.HttpServletResponse;
        class Gone extends RuntimeException {}
        @RestController class Orders {
          @GetMapping("/orders") void list(HttpServletResponse response) throws java.io.IOException {
            response.getWriter().write("some");
            %s
            throw new Gone();
          }
          @ExceptionHandler(Gone.class) ResponseEntity<String> gone() {
            return ResponseEntity.status(410).build();
          }
        }
        """;

    assertThat(Service.of(late.formatted("")).rows("GET /orders"))
        .containsExactly("Gone 410 - [] id=NO");
    for (String sends : new String[] {"response.flushBuffer();", "response.getWriter().flush();"}) {
      assertThat(Service.of(late.formatted(sends)).rows("GET /orders"))
          .containsExactly("Gone -1 - [] id=NO");
    }
  }
}
