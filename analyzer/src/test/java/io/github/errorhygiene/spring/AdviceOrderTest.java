package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which advice is asked first, as Spring's {@code OrderUtils} says. */
class AdviceOrderTest {
  /** Spring 6 looks for jakarta's annotation alone, Spring 5 for javax's alone. */
  @ParameterizedTest
  @CsvSource({
    "5, javax, 423",
    "6, jakarta, 423",
    "5, jakarta, 500",
    "6, javax, 500",
  })
  void priority(int spring, String annotation, int status) {
    Service service =
        Service.of(
                """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
            }
            class Locked extends RuntimeException {}
            @%1$s.annotation.Priority(20) @RestControllerAdvice class Anything {
              @ExceptionHandler @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR) void any(Throwable e) {}
            }
            @%1$s.annotation.Priority(10) @RestControllerAdvice(assignableTypes = Orders.class) class OfOrders {
              @ExceptionHandler @ResponseStatus(HttpStatus.LOCKED) void locked(Locked e) {}
            }
            """
                    .formatted(annotation))
            .at(spring, 0);

    assertThat(service.rows("DELETE /orders"))
        .singleElement()
        .asString()
        .startsWith("Locked " + status);
  }
}
