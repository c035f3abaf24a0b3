package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.unit.Certainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the ids of requests come from, whatever the member or header is called. */
class RequestIdSourcesTest {
  private static final String BODY = "record Body(String code, String reference) {}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.slf4j.MDC.get(\"any\")",
        "org.apache.logging.log4j.ThreadContext.get(\"any\")",
        "request.getHeader(\"X-Request-Id\")",
        "(String) request.getAttribute(\"requestId\")",
        "request.getRequestId()",
        "tracer.currentSpan().context().traceId()",
        "io.opentelemetry.api.trace.Span.current().getSpanContext().getTraceId()",
        "brave.currentSpan().context().traceIdString()",
        "sleuth.currentSpan().context().traceId()",
        "Context.getRequestId()",
        "UUID.randomUUID().toString()",
        "org.apache.commons.lang3.RandomStringUtils.randomAlphanumeric(8)",
        "\"error \" + org.slf4j.MDC.get(\"any\")",
        "String.format(\"error %s\", UUID.randomUUID())",
      })
  void anIdIsOneWhereverItStands(String id) {
    assertThat(inBody(id).requestId()).isEqualTo(Certainty.YES);
    assertThat(inHeader(id).requestId()).isEqualTo(Certainty.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request.getHeader(\"User-Agent\")",
        "request.getParameter(\"transactionId\")",
        "(String) request.getAttribute(\"tenant\")",
        "request.getRequestURI()",
        "Context.getTenant()",
        "java.time.Instant.now().toString()",
        "\"unknown\"",
      })
  void whatIsNoIdIsNone(String other) {
    assertThat(inBody(other).requestId()).isEqualTo(Certainty.NO);
    assertThat(inHeader(other).requestId()).isEqualTo(Certainty.NO);
  }

  @Test
  void aMemberThatIsNullCarriesNothing() {
    assertThat(answer("record Body(String code, String requestId) {}", body("null")).requestId())
        .isEqualTo(Certainty.NO);
    assertThat(
            answer("record Body(String code, String requestId) {}", body("request.getRequestId()"))
                .requestId())
        .isEqualTo(Certainty.YES);
  }

  @Test
  void aNewKeyOfSomethingElseIsNoIdOfTheRequest() {
    String located =
        "return ResponseEntity.status(409).header(\"Location\", \"/orders/\" + UUID.randomUUID()).build();";

    assertThat(answer("", located).requestId()).isEqualTo(Certainty.NO);
  }

  @Test
  void aNewIdHasToBeLogged() {
    String made = "String id = UUID.randomUUID().toString(); %s " + body("id");

    assertThat(answer(BODY, made.formatted("log.warn(\"failed\", e);")).correlated())
        .isEqualTo(Certainty.NO);
    assertThat(answer(BODY, made.formatted("")).correlated()).isEqualTo(Certainty.NO);
    assertThat(answer(BODY, made.formatted("log.warn(\"failed {}\", id, e);")).correlated())
        .isEqualTo(Certainty.YES);
    assertThat(
            answer(BODY, made.formatted("org.slf4j.MDC.put(\"error\", id); log.warn(\"no\", e);"))
                .correlated())
        .isEqualTo(Certainty.YES);
  }

  @Test
  void oneThatTheLogHasByItselfHasNot() {
    assertThat(
            answer(BODY, "log.warn(\"failed\", e);" + body("org.slf4j.MDC.get(\"any\")"))
                .correlated())
        .isEqualTo(Certainty.UNKNOWN);
  }

  private static Answer inBody(String value) {
    return answer(BODY, body(value));
  }

  private static String body(String value) {
    return "return ResponseEntity.status(409).body(new Body(\"broken\", " + value + "));";
  }

  private static Answer inHeader(String value) {
    return answer(
        "", "return ResponseEntity.status(409).header(\"X-Error-Ref\", " + value + ").build();");
  }

  private static Answer answer(String types, String code) {
    return Service.of(
            """
            import jakarta.servlet.http.HttpServletRequest;
            class Broken extends RuntimeException {}
            class Context {
              static final ThreadLocal<Map<String, String>> HELD = new ThreadLocal<>();
              static String getRequestId() { return HELD.get().get("id"); }
              static String getTenant() { return HELD.get().get("tenant"); }
            }
            @RestController class Orders {
              @GetMapping("/") String all() { throw new Broken(); }
            }
            @RestControllerAdvice class Errors {
              org.slf4j.Logger log;
              io.micrometer.tracing.Tracer tracer;
              brave.Tracer brave;
              org.springframework.cloud.sleuth.Tracer sleuth;
              @ExceptionHandler ResponseEntity<?> broken(Broken e, HttpServletRequest request) {
                %s
              }
            }
            %s
            """
                .formatted(code, types))
        .application()
        .contracts()
        .get(0)
        .failures()
        .stream()
        .filter(row -> row.exception().endsWith("Broken"))
        .findFirst()
        .orElseThrow()
        .answer();
  }
}
