package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Libraries that answer exceptions: problem-spring-web, error-handling-spring-boot-starter. */
class LibrariesTest {
  private static final String PROBLEM = " application/problem+json ";
  private static final String USUAL = PROBLEM + "[detail, status, title] id=NO";

  private static Service problems(String thrown, String... advice) {
    return Service.of(
            """
            import org.zalando.problem.*;
            class Taken extends RuntimeException {}
            @ResponseStatus(HttpStatus.CONFLICT) class Closed extends RuntimeException {}
            @RestController class Orders {
              @GetMapping("/orders") String all() throws Exception { %s }
            }
            """
                .formatted(thrown))
        .and(
            """
            import org.springframework.web.context.request.NativeWebRequest;
            import org.zalando.problem.*;
            import org.zalando.problem.spring.web.advice.*;
            @ControllerAdvice class Errors implements ProblemHandling { %s }
            """
                .formatted(String.join("\n", advice)));
  }

  @Test
  @DisplayName("An advice has the handlers of the traits that it implements")
  void traits() {
    assertThat(problems("throw new Taken();").rows("GET /orders"))
        .containsExactly("Taken 500" + USUAL);
    assertThat(problems("throw new Closed();").rows("GET /orders"))
        .containsExactly("Closed 409" + USUAL);
    assertThat(problems("throw new RuntimeException(new Closed());").rows("GET /orders"))
        .containsExactly("RuntimeException 409" + USUAL);
    assertThat(problems("throw new java.net.SocketTimeoutException();").rows("GET /orders"))
        .containsExactly("SocketTimeoutException 504" + USUAL);
    assertThat(problems("throw new Taken();").generalRows())
        .contains("HttpRequestMethodNotSupportedException 405" + USUAL)
        .contains("NoResourceFoundException 500" + USUAL);
  }

  @Test
  @DisplayName("A problem has the status and the members that it was given")
  void problems() {
    assertThat(problems("throw Problem.valueOf(Status.GONE);").rows("GET /orders"))
        .containsExactly("DefaultProblem 410" + PROBLEM + "[status, title] id=NO");
    assertThat(
            problems("throw Problem.builder().withStatus(Status.GONE).withDetail(\"x\").build();")
                .rows("GET /orders"))
        .containsExactly("DefaultProblem 410" + PROBLEM + "[detail, status] id=NO");
  }

  @Test
  @DisplayName("An advice's own handlers, and those that it overrides, win")
  void ownHandlers() {
    String own =
        """
        @ExceptionHandler ResponseEntity<Problem> taken(Taken e, NativeWebRequest request) {
          return create(Status.CONFLICT, e, request);
        }
        """;
    String overridden =
        """
        public ResponseEntity<Problem> handleThrowable(Throwable e, NativeWebRequest request) {
          return create(e, Problem.valueOf(Status.BAD_GATEWAY), request);
        }
        """;

    assertThat(problems("throw new Taken();", own).rows("GET /orders"))
        .containsExactly("Taken 409" + USUAL);
    assertThat(problems("throw new Taken();", overridden).rows("GET /orders"))
        .containsExactly("Taken 502" + PROBLEM + "[status, title] id=NO");
  }

  @Test
  @DisplayName("What an advice makes of every problem is seen")
  void hook() {
    String hook =
        """
        public ResponseEntity<Problem> process(ResponseEntity<Problem> entity) {
          return ResponseEntity.status(entity.getStatusCode())
              .header("X-Request-Id", "7").body(entity.getBody());
        }
        """;

    assertThat(problems("throw new Taken();", hook).rows("GET /orders"))
        .allMatch(row -> row.startsWith("Taken 500 ") && row.endsWith(" id=YES"));
  }

  private static Service starter(String thrown) {
    return Service.of(
        """
        import io.github.wimdeblauwe.errorhandlingspringbootstarter.*;
        class Taken extends RuntimeException {
          @ResponseErrorProperty("by") String owner() { return "me"; }
        }
        @ResponseStatus(HttpStatus.CONFLICT) class Closed extends RuntimeException {}
        class ClosedForGood extends Closed {}
        @RestController class Orders {
          @GetMapping("/orders/{id}") String one(@PathVariable int id) { %s }
        }
        """
            .formatted(thrown));
  }

  @Test
  @DisplayName("The starter answers every exception of a REST controller")
  void starter() {
    assertThat(starter("throw new Taken();").rows("GET /orders/{id}"))
        .contains("Taken 500 application/json [by, code, message] id=NO")
        .contains(
            "MethodArgumentTypeMismatchException 400 application/json"
                + " [code, expectedType, message, property, rejectedValue] id=NO");
    assertThat(starter("throw new Closed();").rows("GET /orders/{id}"))
        .contains("Closed 409 application/json [code, message] id=NO");
    assertThat(starter("throw new Taken();").generalRows())
        .contains(
            "NoResourceFoundException 404 application/json [error, path, status, timestamp] id=NO");
  }

  @Test
  @DisplayName("Only the very class's @ResponseStatus counts, unless the configuration says more")
  void configured() {
    assertThat(starter("throw new ClosedForGood();").rows("GET /orders/{id}"))
        .contains("ClosedForGood 500 application/json [code, message] id=NO");
    assertThat(
            starter("throw new ClosedForGood();")
                .with("error.handling.search-super-class-hierarchy", "true")
                .with("error.handling.http-status-in-json-response", "true")
                .rows("GET /orders/{id}"))
        .contains("ClosedForGood 409 application/json [code, message, status] id=NO");
    assertThat(
            starter("throw new Taken();")
                .with("error.handling.http-statuses.Taken", "gone")
                .rows("GET /orders/{id}"))
        .contains("Taken 410 application/json [by, code, message] id=NO");
    assertThat(
            starter("throw new Closed();")
                .with("error.handling.enabled", "false")
                .rows("GET /orders/{id}"))
        .contains("Closed 409 application/json [error, path, status, timestamp] id=NO");
  }

  @Test
  @DisplayName("The service's own handlers are asked first, and customizers add to every body")
  void ownParts() {
    Service service =
        starter("throw new Taken();")
            .and(
                """
                import io.github.wimdeblauwe.errorhandlingspringbootstarter.*;
                class TakenHandler implements ApiExceptionHandler {
                  public boolean canHandle(Throwable e) { return e instanceof Taken; }
                  public ApiErrorResponse handle(Throwable e) {
                    return new ApiErrorResponse(HttpStatus.LOCKED, "TAKEN", "taken");
                  }
                }
                class Ids implements ApiErrorResponseCustomizer {
                  public void customize(ApiErrorResponse response) {
                    response.addErrorProperty("traceId", org.slf4j.MDC.get("traceId"));
                  }
                }
                """);

    assertThat(service.rows("GET /orders/{id}"))
        .contains("Taken 423 application/json [by, code, message, traceId] id=YES");
  }
}
