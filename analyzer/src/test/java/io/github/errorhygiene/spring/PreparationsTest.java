package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What runs before handlers, of the controller and of advices. */
class PreparationsTest {
  private static final String BUSY =
      "@ResponseStatus(HttpStatus.CONFLICT) class Busy extends RuntimeException {}\n";

  private static final String ORDERS =
      """
      @RestController class Orders {
        @GetMapping("/orders/{id}") String get(@PathVariable String id) { return id; }
        @GetMapping("/orders") String list() { return "all"; }
      }
      """;

  private static Service with(String advice) {
    return Service.of(ORDERS).and(BUSY + "@ControllerAdvice class All { " + advice + " }");
  }

  @Test
  @DisplayName("A @ModelAttribute method of an advice runs before all handlers")
  void modelOfAdvice() {
    Service service = with("@ModelAttribute void user() { throw new Busy(); }");

    assertThat(service.rows("GET /orders/{id}")).containsExactly("Busy 409" + Service.PAGE);
    assertThat(service.rows("GET /orders")).containsExactly("Busy 409" + Service.PAGE);
  }

  @Test
  @DisplayName("An @InitBinder method runs where something of the request is bound")
  void binderOfAdvice() {
    Service service =
        with(
            "@InitBinder void bind(org.springframework.web.bind.WebDataBinder binder) { throw new"
                + " Busy(); }");

    assertThat(service.rows("GET /orders/{id}")).containsExactly("Busy 409" + Service.PAGE);
    assertThat(service.rows("GET /orders")).isEmpty();
  }

  @Test
  @DisplayName("An @InitBinder method for some names runs for these")
  void binderOfName() {
    assertThat(with("@InitBinder(\"id\") void b() { throw new Busy(); }").rows("GET /orders/{id}"))
        .containsExactly("Busy 409" + Service.PAGE);
    assertThat(with("@InitBinder(\"no\") void b() { throw new Busy(); }").rows("GET /orders/{id}"))
        .isEmpty();
  }

  @Test
  @DisplayName("That of an advice for other controllers does not run")
  void otherControllers() {
    Service service =
        Service.of(ORDERS)
            .and(
                BUSY
                    + """
                    @RestController class Others {}
                    @ControllerAdvice(assignableTypes = Others.class) class Some {
                      @ModelAttribute void user() { throw new Busy(); }
                    }
                    """);

    assertThat(service.rows("GET /orders")).isEmpty();
  }
}
