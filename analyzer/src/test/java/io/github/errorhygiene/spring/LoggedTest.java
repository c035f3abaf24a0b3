package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Certainty;
import org.junit.jupiter.api.Test;

/** Whether who answers writes the exception with its stack trace to the log. */
class LoggedTest {
  private static final String ORDERS =
      """
      class Broken extends RuntimeException {}
      @RestController class Orders {
        @GetMapping("/") String all() { throw new Broken(); }
      }
      """;

  private static Certainty logged(String code) {
    String advice =
        """
        record Failed(Throwable cause) {}
        @RestControllerAdvice class Errors {
          org.slf4j.Logger slf4j;
          org.apache.log4j.Logger log4j;
          org.apache.commons.logging.Log commons;
          org.jboss.logging.Logger jboss;
          java.util.concurrent.Executor pool;
          org.springframework.context.ApplicationEventPublisher events;
          @ExceptionHandler ResponseEntity<String> broken(Exception e) {
            %s
            return ResponseEntity.status(500).build();
          }
          void tell(String text, Object... all) { slf4j.error(text, all); }
        }
        """;
    return Service.of(ORDERS).and(advice.formatted(code)).application().contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .filter(row -> row.exception().endsWith("Broken"))
        .findFirst()
        .orElseThrow()
        .answer()
        .logged();
  }

  @Test
  void anExceptionIsLoggedIfItIsAnArgument() {
    assertThat(logged("slf4j.error(\"failed\", e);")).isEqualTo(Certainty.YES);
    assertThat(logged("slf4j.error(\"failed {}\", e);")).isEqualTo(Certainty.YES);
    assertThat(logged("slf4j.atError().setCause(e).log(\"failed\");")).isEqualTo(Certainty.YES);
    assertThat(logged("tell(\"failed {}\", 1, e);")).isEqualTo(Certainty.YES);
  }

  @Test
  void itsTextIsNot() {
    assertThat(logged("slf4j.error(\"failed {}\", e.getMessage());")).isEqualTo(Certainty.NO);
    assertThat(logged("slf4j.error(\"failed \" + e);")).isEqualTo(Certainty.NO);
  }

  @Test
  void someLoggersWriteOnlyTheTextOfAnExceptionAlone() {
    assertThat(logged("log4j.error(e);")).isEqualTo(Certainty.NO);
    assertThat(logged("commons.error(e);")).isEqualTo(Certainty.NO);
    assertThat(logged("jboss.error(e);")).isEqualTo(Certainty.NO);
    assertThat(logged("commons.error(\"failed\", e);")).isEqualTo(Certainty.YES);
  }

  @Test
  void whatIsToldOfItMayLogIt() {
    assertThat(logged("pool.execute(() -> slf4j.error(\"failed\", e));"))
        .isEqualTo(Certainty.UNKNOWN);
    assertThat(logged("pool.execute(() -> slf4j.error(\"failed\"));")).isEqualTo(Certainty.NO);
    assertThat(logged("events.publishEvent(new Failed(e));")).isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void trackersKeepIt() {
    assertThat(logged("io.sentry.Sentry.captureException(e);")).isEqualTo(Certainty.YES);
    assertThat(logged("io.opentelemetry.api.trace.Span.current().recordException(e);"))
        .isEqualTo(Certainty.YES);
  }
}
