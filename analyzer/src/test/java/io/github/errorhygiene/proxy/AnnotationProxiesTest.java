package io.github.errorhygiene.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What annotations that the catalogue knows make of what leaves a method. */
class AnnotationProxiesTest {
  private static final String R4J = "import io.github.resilience4j.";
  private static final String SPRING = "org.springframework.retry.annotation";
  private static final String FRAMEWORK = "org.springframework.resilience.annotation";
  private static final String MICRONAUT = "io.micronaut.retry.annotation";
  private static final String MICROPROFILE = "org.eclipse.microprofile.faulttolerance";

  @Test
  @DisplayName("A circuit breaker adds its own refusal")
  void adds() {
    assertThat(
            Beaned.escapesOf(
                R4J
                    + """
                    circuitbreaker.annotation.CircuitBreaker;
                    class Service {
                      @CircuitBreaker(name = "x")
                      String get(String id) { throw new OrderMissing(); }
                    }
                    """))
        .containsExactly("CallNotPermittedException", "OrderMissing");
  }

  @Test
  @DisplayName("What runs in another thread throws nothing here")
  void async() {
    assertThat(
            Beaned.escapesOf(
                """
                import org.springframework.scheduling.annotation.Async;
                class Service {
                  @Async
                  void get(String id) { throw new OrderMissing(); }
                }
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("What runs in another thread without a future drops what it throws, unless asked")
  void asyncDropped() {
    String service =
        """
        import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
        import org.springframework.scheduling.annotation.*;
        class Service {
          @Async
          void get(String id) { throw new OrderMissing(); }
        }
        """;
    String handler =
        """
        class Handler implements AsyncUncaughtExceptionHandler {
          public void handleUncaughtException(Throwable e, java.lang.reflect.Method m, Object... p) {}
        }
        """;

    assertThat(Beaned.of(service).summary().events())
        .extracting(
            event -> event.kind() + " " + event.site().place().line() + " " + event.logged())
        .containsExactly("SWALLOWED 6 YES");
    assertThat(Beaned.of(service + handler).summary().events()).isEmpty();
  }

  @Test
  @DisplayName("The future that a method in another thread returns holds what it throws")
  void asyncFuture() {
    assertThat(
            Beaned.escapesOf(
                """
                import java.util.concurrent.*;
                import org.springframework.scheduling.annotation.Async;
                class Service {
                  Work work;
                  String get(String id) throws Exception { return work.load(id).get(); }
                }
                class Work {
                  @Async
                  CompletableFuture<String> load(String id) {
                    if (id.isEmpty()) throw new OrderMissing();
                    return CompletableFuture.failedFuture(new Conflict());
                  }
                }
                """))
        .containsExactly("ExecutionException(Conflict)", "ExecutionException(OrderMissing)");
  }

  @Test
  @DisplayName("A fallback takes what its parameter says, the closest first; the rest goes on")
  void fallback() {
    assertThat(
            Beaned.escapesOf(
                R4J
                    + """
                    circuitbreaker.*;
                    import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
                    class Service {
                      @CircuitBreaker(name = "x", fallbackMethod = "other")
                      String get(String id) {
                        if (id.isEmpty()) throw new OrderMissing();
                        throw new IllegalStateException();
                      }
                      String other(String id, OrderMissing e) { return "none"; }
                      String other(String id, CallNotPermittedException e) {
                        throw new Conflict(e);
                      }
                    }
                    """))
        .containsExactly("Conflict(CallNotPermittedException)", "IllegalStateException");
  }

  @Test
  @DisplayName("A fallback for everything leaves nothing")
  void fallbackForAll() {
    assertThat(
            Beaned.escapesOf(
                """
                import com.netflix.hystrix.contrib.javanica.annotation.HystrixCommand;
                class Service {
                  @HystrixCommand(fallbackMethod = "other")
                  String get(String id) { throw new OrderMissing(); }
                  String other(String id) { return "none"; }
                }
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("Fallbacks stand in other classes, too")
  void fallbackElsewhere() {
    assertThat(
            Beaned.escapesOf(
                """
                import com.alibaba.csp.sentinel.annotation.SentinelResource;
                class Service {
                  @SentinelResource(value = "x", fallback = "other", fallbackClass = Others.class)
                  String get(String id) { throw new OrderMissing(); }
                }
                class Others {
                  static String other(String id, Throwable t) { throw new Conflict(); }
                }
                """))
        .containsExactly("Conflict");
    assertThat(
            Beaned.escapesOf(
                """
                import org.eclipse.microprofile.faulttolerance.*;
                class Service {
                  @Timeout @Fallback(value = Others.class, skipOn = OrderMissing.class)
                  String get(String id) { throw new OrderMissing(); }
                }
                class Others implements FallbackHandler<String> {
                  public String handle(ExecutionContext context) { throw new Conflict(); }
                }
                """))
        .containsExactly("Conflict", "OrderMissing");
  }

  @Test
  @DisplayName("A retry ends in its recovery; without one in the last exception")
  void recover() {
    String service =
        """
        import org.springframework.retry.annotation.*;
        class Service {
          @Retryable String get(String id) {
            if (id.isEmpty()) throw new OrderMissing();
            throw new IllegalStateException();
          }
          %s
        }
        """;

    assertThat(Beaned.escapesOf(service.formatted("")))
        .containsExactly("IllegalStateException", "OrderMissing");
    assertThat(
            Beaned.escapesOf(
                service.formatted("@Recover String no(OrderMissing e) { return null; }")))
        .containsExactly("ExhaustedRetryException(IllegalStateException)");
  }

  @Test
  @DisplayName("What is thrown past the compiler comes out of a proxy wrapped")
  void sneaky() {
    String service =
        """
        class Service {
          %s @lombok.SneakyThrows String get(String id) { throw new Checked(); }
        }
        """;
    String transactional = "@org.springframework.transaction.annotation.Transactional";

    assertThat(Beaned.escapesOf(service.formatted(""))).containsExactly("Checked");
    assertThat(Beaned.escapesOf(service.formatted(transactional)))
        .containsExactly("UndeclaredThrowableException(Checked)");
    assertThat(
            Beaned.escapesOf(
                "class Service {"
                    + transactional
                    + " String get(String id) throws Checked { throw new Checked(); } }"))
        .containsExactly("Checked");
  }

  @Test
  @DisplayName("Method security refuses before the method runs")
  void security() {
    assertThat(
            Beaned.escapesOf(
                """
                import org.springframework.security.access.prepost.PreAuthorize;
                @PreAuthorize("hasRole('ADMIN')") class Service {
                  String get(String id) { return id; }
                }
                """))
        .containsExactly("AccessDeniedException");
  }

  @Test
  @DisplayName("Method security that nothing turns on refuses nobody")
  void securityTurnedOff() {
    String service =
        """
        import org.springframework.security.access.prepost.PreAuthorize;
        import org.springframework.security.config.annotation.method.configuration.*;
        %s class Setup {}
        @PreAuthorize("hasRole('ADMIN')") class Service {
          String get(String id) { return id; }
        }
        """;

    assertThat(Beaned.escapesOf(service.formatted(""))).isEmpty();
    assertThat(Beaned.escapesOf(service.formatted("@EnableMethodSecurity")))
        .containsExactly("AccessDeniedException");
    assertThat(Beaned.escapesOf(service.formatted("@EnableMethodSecurity(prePostEnabled = false)")))
        .isEmpty();
    assertThat(Beaned.escapesOf(service.formatted("@EnableGlobalMethodSecurity"))).isEmpty();
    assertThat(
            Beaned.escapesOf(
                service.formatted("@EnableGlobalMethodSecurity(prePostEnabled = true)")))
        .containsExactly("AccessDeniedException");
  }

  @Test
  @DisplayName("A validated class refuses arguments that break constraints")
  void validated() {
    String service =
        """
        import jakarta.validation.constraints.*;
        %s class Service { String get(%s String id) { return id; } }
        """;
    String validated = "@org.springframework.validation.annotation.Validated";

    assertThat(Beaned.escapesOf(service.formatted(validated, "@NotBlank")))
        .containsExactly("ConstraintViolationException");
    assertThat(Beaned.escapesOf(service.formatted(validated, ""))).isEmpty();
    assertThat(Beaned.escapesOf(service.formatted("", "@NotBlank"))).isEmpty();
  }

  @Test
  @DisplayName("An interceptor that an annotation binds runs around the method")
  void interceptor() {
    assertThat(
            Beaned.escapesOf(
                """
                import jakarta.interceptor.*;
                @InterceptorBinding @interface Guarded {}
                @Guarded @Interceptor class Guard {
                  @AroundInvoke Object guard(InvocationContext context) throws Exception {
                    try { return context.proceed(); } catch (OrderMissing e) { throw new Conflict(); }
                  }
                }
                class Service {
                  @Guarded String get(String id) { throw new OrderMissing(); }
                }
                """))
        .containsExactly("Conflict");
    assertThat(
            Beaned.escapesOf(
                """
                import io.micronaut.aop.*;
                @Around @interface Guarded {}
                @InterceptorBean(Guarded.class) class Guard implements MethodInterceptor<Object, Object> {
                  public Object intercept(MethodInvocationContext<Object, Object> context) {
                    try { return context.proceed(); } catch (OrderMissing e) { return null; }
                  }
                }
                class Service {
                  @Guarded String get(String id) { throw new OrderMissing(); }
                }
                """))
        .isEmpty();
  }

  @Test
  @DisplayName(
      "What calls a method again that failed waits before, by itself or because it is told")
  void repeats() {
    assertThat(retried(SPRING, "@Retryable(backoff = @Backoff(delay = 0))"))
        .containsExactly("at once");
    assertThat(retried(SPRING, "@Retryable(backoff = @Backoff(0))")).containsExactly("at once");
    assertThat(retried(SPRING, "@Retryable")).isEmpty();
    assertThat(retried(SPRING, "@Retryable(backoff = @Backoff(delay = 50))")).isEmpty();
    assertThat(retried(SPRING, "@Retryable(backoff = @Backoff(delay = 0, multiplier = 2))"))
        .isEmpty();
    assertThat(
            retried(SPRING, "@Retryable(backoff = @Backoff(delayExpression = \"${retry.delay}\"))"))
        .isEmpty();
    assertThat(retried(FRAMEWORK, "@Retryable(delay = 0)")).containsExactly("at once");
    assertThat(retried(FRAMEWORK, "@Retryable")).isEmpty();
    assertThat(retried(MICRONAUT, "@Retryable(delay = \"0s\")")).containsExactly("at once");
    assertThat(retried(MICRONAUT, "@Retryable")).isEmpty();
    assertThat(retried(MICRONAUT, "@Retryable(delay = \"${retry.delay:0s}\")")).isEmpty();
  }

  @Test
  @DisplayName("MicroProfile's has a jitter alone, unless it is told more")
  void repeatsSoon() {
    assertThat(retried(MICROPROFILE, "@Retry")).containsExactly("after 200 ms at most");
    assertThat(retried(MICROPROFILE, "@Retry(jitter = 0)")).containsExactly("at once");
    assertThat(retried(MICROPROFILE, "@Retry(delay = 100)")).isEmpty();
    assertThat(
            retried(
                MICROPROFILE,
                "@Retry @io.smallrye.faulttolerance.api.ExponentialBackoff(factor = 2)"))
        .isEmpty();
  }

  @Test
  @DisplayName("One try is none again, and each exception may be left out")
  void repeatsNot() {
    assertThat(retried(SPRING, "@Retryable(maxAttempts = 1, backoff = @Backoff(delay = 0))"))
        .isEmpty();
    assertThat(retried(MICROPROFILE, "@Retry(maxRetries = 0)")).isEmpty();
    assertThat(
            retried(
                SPRING,
                "@Retryable(retryFor = IllegalStateException.class, backoff = @Backoff(0))"))
        .isEmpty();
    assertThat(
            retried(
                SPRING,
                "@Retryable(noRetryFor = org.springframework.web.client.RestClientException.class,"
                    + " backoff = @Backoff(0))"))
        .isEmpty();
  }

  @Test
  @DisplayName("A client that a library implements is called with what is around it")
  void clients() {
    String client =
        """
        import org.eclipse.microprofile.faulttolerance.*;
        @org.eclipse.microprofile.rest.client.inject.RegisterRestClient interface Service {
          %s @jakarta.ws.rs.GET String get(String id);
          default String other(String id) { throw new Conflict(); }
        }
        """;

    assertThat(Beaned.escapesOf(client.formatted("")))
        .containsExactly("ProcessingException", "WebApplicationException");
    assertThat(Beaned.escapesOf(client.formatted("@Fallback(fallbackMethod = \"other\")")))
        .containsExactly("Conflict");
    assertThat(Beaned.escapesOf(client.formatted("@Timeout")))
        .containsExactly("ProcessingException", "TimeoutException", "WebApplicationException");
    assertThat(Beaned.of(client.formatted("@Retry(maxRetries = 4)")).retries())
        .containsExactly("after 200 ms at most");
    assertThat(Beaned.of(client.formatted("@Retry(delay = 100)")).retries()).isEmpty();
  }

  private static List<String> retried(String library, String annotation) {
    return Beaned.of(
            "import "
                + library
                + """
                .*;
                class Service {
                  org.springframework.web.client.RestTemplate rest;
                """
                + annotation
                + """
                  String get(String id) { return rest.getForObject("https://bank", String.class); }
                }
                """)
        .retries();
  }
}
