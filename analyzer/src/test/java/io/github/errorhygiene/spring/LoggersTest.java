package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Certainty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each logging library writes of an exception: {@code log} is a logger of it. */
class LoggersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.slf4j.Logger                     | log.error("failed", e)
          org.slf4j.Logger                     | log.warn("failed {}", 1, e)
          org.slf4j.Logger                     | log.atError().setCause(e).log("failed")
          org.slf4j.ext.XLogger                | log.catching(e)
          org.apache.logging.log4j.Logger      | log.error("failed", e)
          org.apache.logging.log4j.Logger      | log.error(e)
          org.apache.logging.log4j.Logger      | log.catching(e)
          org.apache.logging.log4j.Logger      | log.atError().withThrowable(e).log("failed")
          org.apache.log4j.Logger              | log.error("failed", e)
          java.util.logging.Logger             | log.log(java.util.logging.Level.SEVERE, "failed", e)
          org.apache.commons.logging.Log       | log.error("failed", e)
          org.jboss.logging.Logger             | log.error("failed", e)
          org.jboss.logging.Logger             | log.errorf(e, "failed %s", 1)
          java.lang.System.Logger              | log.log(System.Logger.Level.ERROR, "failed", e)
          """)
  void writesTheStackTrace(String logger, String line) {
    assertThat(logged("", logger + " log;", line)).isEqualTo(Certainty.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.slf4j.Logger                     | log.error("failed {}", e.getMessage())
          org.slf4j.Logger                     | log.error("failed " + e)
          org.slf4j.Logger                     | log.atError().addKeyValue("why", e.getMessage()).log("failed")
          org.apache.logging.log4j.Logger      | log.error("failed " + e.getMessage())
          org.apache.log4j.Logger              | log.error(e)
          java.util.logging.Logger             | log.severe(e.toString())
          org.apache.commons.logging.Log       | log.error(e.getMessage())
          org.jboss.logging.Logger             | log.error(e)
          org.jboss.logging.Logger             | log.errorf("failed %s", e.getMessage())
          java.lang.System.Logger              | log.log(System.Logger.Level.ERROR, "failed" + e)
          """)
  void writesTheTextAlone(String logger, String line) {
    assertThat(logged("", logger + " log;", line)).isEqualTo(Certainty.NO);
  }

  /** Its fluent calls are known from the class path alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          log.atSevere().withCause(e).log("failed")     | UNKNOWN
          log.atSevere().log("failed %s", e.getMessage()) | NO
          """)
  void floggerIsNotBlamed(String line, Certainty written) {
    String logger = "com.google.common.flogger.FluentLogger log;";
    assertThat(logged("", logger, line)).isEqualTo(written);
    assertThat(logged("@lombok.extern.flogger.Flogger", "", line)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @lombok.extern.slf4j.Slf4j             | log.error("failed", e)
          @lombok.extern.slf4j.XSlf4j            | log.catching(e)
          @lombok.extern.log4j.Log4j2            | log.error("failed", e)
          @lombok.extern.log4j.Log4j             | log.error("failed", e)
          @lombok.extern.java.Log                | log.log(java.util.logging.Level.SEVERE, "failed", e)
          @lombok.extern.apachecommons.CommonsLog | log.error("failed", e)
          @lombok.extern.jbosslog.JBossLog       | log.error("failed", e)
          """)
  void lomboksLoggerIsOneOfThem(String annotation, String line) {
    assertThat(logged(annotation, "", line)).isEqualTo(Certainty.YES);
    assertThat(logged(annotation, "", line.replaceAll("\\be\\b", "null")))
        .isNotEqualTo(Certainty.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.slf4j.Logger                | void log(String text, Throwable t) { log.error(text, t); }              | YES
          org.slf4j.Logger                | void log(String text, Throwable t) { log.error(text + t.getMessage()); } | NO
          org.apache.logging.log4j.Logger | void log(String text, Throwable t) { log.error(text, t); }              | YES
          org.apache.log4j.Logger         | void log(String text, Throwable t) { log.error(t); }                    | NO
          """)
  void aWrapperWritesWhatTheLoggerIsGiven(String logger, String method, Certainty written) {
    assertThat(logged("", logger + " log; " + method, "log(\"failed\", e)")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          io.sentry.Sentry.captureException(e)
          co.elastic.apm.api.ElasticApm.currentTransaction().captureException(e)
          com.newrelic.api.agent.NewRelic.noticeError(e)
          io.opentelemetry.api.trace.Span.current().recordException(e)
          """)
  void trackersKeepIt(String line) {
    assertThat(logged("", "", line)).isNotEqualTo(Certainty.NO);
    assertThat(logged("", "", line.replace("(e)", "(null)"))).isNotEqualTo(Certainty.YES);
  }

  private static Certainty logged(String annotation, String members, String line) {
    return Service.of(
            """
            class Broken extends RuntimeException {}
            @RestController class Orders {
              @GetMapping("/") String all() { throw new Broken(); }
            }
            %s @RestControllerAdvice class Errors {
              %s
              @ExceptionHandler ResponseEntity<String> broken(Broken e) {
                %s;
                return ResponseEntity.status(500).build();
              }
            }
            """
                .formatted(annotation, members, line))
        .application()
        .contracts()
        .get(0)
        .failures()
        .stream()
        .filter(row -> row.exception().endsWith("Broken"))
        .findFirst()
        .orElseThrow()
        .answer()
        .logged();
  }
}
