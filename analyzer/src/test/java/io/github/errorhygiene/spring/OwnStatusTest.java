package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Exceptions that say their status by a method. */
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
}
