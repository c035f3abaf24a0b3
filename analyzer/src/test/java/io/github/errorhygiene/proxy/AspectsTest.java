package io.github.errorhygiene.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What aspects of the application make of the exceptions of the methods that they advise. */
class AspectsTest {
  private static final String SERVICE =
      """
      @org.springframework.stereotype.Service class Service {
        String get(String id) { throw new OrderMissing(); }
      }
      """;

  private static String around(String body) {
    return SERVICE
        + """
        @Aspect @Component class Watch {
          @Around("execution(* Service.*(..))")
          Object around(ProceedingJoinPoint point) throws Throwable {
            %s
          }
        }
        """
            .formatted(body);
  }

  @Test
  @DisplayName("What an advice lets through comes out, by way of the advice")
  void passes() {
    Beaned beaned = Beaned.of(around("return point.proceed();"));

    assertThat(beaned.escapes()).containsExactly("OrderMissing");
    assertThat(beaned.trace())
        .containsExactly(
            "calls Service#get(String)",
            "calls Watch#around(ProceedingJoinPoint)",
            "calls Service#get(String)",
            "throws OrderMissing");
  }

  @Test
  @DisplayName("An advice that catches and returns swallows")
  void swallows() {
    assertThat(
            Beaned.escapesOf(
                around("try { return point.proceed(); } catch (Throwable t) { return null; }")))
        .isEmpty();
  }

  @Test
  @DisplayName("An advice that wraps replaces")
  void replaces() {
    String wraps = "try { return point.proceed(); } catch (Throwable t) { throw new Conflict(t); }";

    assertThat(Beaned.escapesOf(around(wraps))).containsExactly("Conflict(OrderMissing)");
  }

  @Test
  @DisplayName("An advice that never proceeds keeps the method from running")
  void refuses() {
    assertThat(Beaned.escapesOf(around("throw new Conflict();"))).containsExactly("Conflict");
  }

  @Test
  @DisplayName("Helpers and lambdas of the aspect may make the call")
  void proceedsElsewhere() {
    String helper =
        "return call(point); } Object call(ProceedingJoinPoint p) throws Throwable {"
            + " try { return p.proceed(); } catch (OrderMissing e) { throw new Conflict(); }";

    assertThat(Beaned.escapesOf(around(helper))).containsExactly("Conflict");
  }

  @Test
  @DisplayName("Checked exceptions that the method does not declare come out wrapped")
  void undeclared() {
    assertThat(Beaned.escapesOf(around("throw new Checked();")))
        .containsExactly("UndeclaredThrowableException(Checked)");
  }

  @Test
  @DisplayName("Before, after and after throwing may throw as well")
  void otherAdvices() {
    String aspect =
        SERVICE
            + """
            @Aspect @Component class Watch {
              @%s("execution(* get(..))")
              void watch() { throw new Conflict(); }
            }
            """;

    assertThat(Beaned.escapesOf(aspect.formatted("Before"))).containsExactly("Conflict");
    assertThat(Beaned.escapesOf(aspect.formatted("After"))).containsExactly("Conflict");
    assertThat(Beaned.escapesOf(aspect.formatted("AfterThrowing"))).containsExactly("Conflict");
    assertThat(Beaned.escapesOf(aspect.formatted("AfterReturning")))
        .containsExactly("OrderMissing");
  }

  @Test
  @DisplayName("What was thrown is known to the advice")
  void throwing() {
    assertThat(
            Beaned.escapesOf(
                SERVICE
                    + """
                    @Aspect @Component class Watch {
                      @AfterThrowing(pointcut = "execution(* get(..))", throwing = "e")
                      void watch(JoinPoint point, Exception e) { throw new Conflict(e); }
                    }
                    """))
        .containsExactly("Conflict(OrderMissing)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "execution(public * com.acme..*Service.*(..))",
        "execution(* com.acme.order.*.*(..)) && !execution(* *.find*(..))",
        "execution(* com.acme..get(String))",
        "execution(String get(java.lang.String, ..))",
        "execution(@com.acme.Audited * *(..))",
        "within(com.acme..*)",
        "within(@org.springframework.stereotype.Service *)",
        "@within(org.springframework.stereotype.Service) || bean(nothing)",
        "@annotation(com.acme.Audited)",
        "target(com.acme.order.OrderService) && args(String)",
        "bean(order*)",
        "audited()",
        "( audited() )",
      })
  @DisplayName("Pointcuts that select com.acme.order.OrderService#get(String)")
  void selects(String pointcut) {
    assertThat(Pointcuts.selected(pointcut)).isEqualTo(Pointcuts.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "execution(* com.acme.*.*(..))",
        "execution(void *(..))",
        "execution(* get())",
        "execution(private * *(..))",
        "execution(* find*(..))",
        "within(com.acme.payment..*)",
        "@annotation(org.springframework.stereotype.Service)",
        "!audited()",
        "args(Integer)",
      })
  @DisplayName("Pointcuts that do not")
  void doesNotSelect(String pointcut) {
    assertThat(Pointcuts.selected(pointcut)).isEqualTo(Pointcuts.NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cflow(execution(* *(..)))", "execution(", "", "elsewhere()"})
  @DisplayName("Pointcuts that are not understood are told, and do nothing")
  void unreadable(String pointcut) {
    assertThat(Pointcuts.selected(pointcut))
        .isEqualTo("the pointcut of com.acme.Watch#watch() is not understood: " + pointcut);
  }

  @Test
  @DisplayName("Only the container's objects have proxies, and not for calls of their own")
  void onlyBeansFromOutside() {
    String aspect =
        """
        @Aspect @Component class Watch {
          @Before("execution(* *(..))") void watch() { throw new Conflict(); }
        }
        """;

    assertThat(
            Beaned.escapesOf(
                aspect + "class Service { String get(String id) { throw new OrderMissing(); } }"))
        .containsExactly("OrderMissing");
    assertThat(
            Beaned.escapesOf(
                """
                @Aspect @Component class Watch {
                  @Before("execution(* own(..))") void watch() { throw new Conflict(); }
                }
                @org.springframework.stereotype.Service class Service {
                  String get(String id) { return own(); }
                  String own() { throw new OrderMissing(); }
                }
                """))
        .containsExactly("OrderMissing");
  }

  @Test
  @DisplayName("The aspect with the least order is outermost")
  void order() {
    String aspects =
        SERVICE
            + """
            @Aspect @Component @Order(%d) class Wraps {
              @Around("execution(* get(..))") Object a(ProceedingJoinPoint p) throws Throwable {
                try { return p.proceed(); } catch (OrderMissing e) { throw new Conflict(); }
              }
            }
            @Aspect @Component @Order(5) class Hides {
              @Around("execution(* get(..))") Object a(ProceedingJoinPoint p) throws Throwable {
                try { return p.proceed(); } catch (Conflict e) { return null; }
              }
            }
            """;

    assertThat(Beaned.escapesOf(aspects.formatted(1))).containsExactly("Conflict");
    assertThat(Beaned.escapesOf(aspects.formatted(9))).isEmpty();
  }
}
