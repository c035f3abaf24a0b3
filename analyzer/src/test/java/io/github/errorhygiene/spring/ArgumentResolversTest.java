package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Arguments of handlers that the project resolves itself. */
class ArgumentResolversTest {
  private static Service resolved(String supports) {
    return Service.of(
            """
            @Retention(RetentionPolicy.RUNTIME) @interface Caller {}
            class Customer { String name; }
            @RestController class Orders {
              @GetMapping("/mine") String mine(@Caller Customer customer) { return customer.name; }
              @GetMapping("/plain") String plain(Customer customer) { return "x"; }
              @GetMapping("/all") String all(@Caller String id) { return "x"; }
            }
            class NoCustomer extends RuntimeException {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler @ResponseStatus(HttpStatus.UNAUTHORIZED)
              Map<String, String> no(NoCustomer e) { return Map.of("code", "who"); }
            }
            """)
        .and(
            """
            import org.springframework.core.MethodParameter;
            import org.springframework.web.bind.support.WebDataBinderFactory;
            import org.springframework.web.context.request.NativeWebRequest;
            import org.springframework.web.method.support.*;
            class Callers implements HandlerMethodArgumentResolver {
              @Override public boolean supportsParameter(MethodParameter parameter) {
                return %s;
              }
              @Override public Object resolveArgument(MethodParameter parameter,
                  ModelAndViewContainer model, NativeWebRequest request,
                  WebDataBinderFactory binders) {
                if (request.getHeader("customer") == null) {
                  throw new NoCustomer();
                }
                return new Customer();
              }
            }
            """
                .formatted(supports));
  }

  private static final String FAILS = "NoCustomer 401 application/json [code] id=NO";

  @Test
  @DisplayName("What a resolver throws is resolved like what handlers throw, for its annotation")
  void annotated() {
    Service service = resolved("parameter.hasParameterAnnotation(Caller.class)");

    assertThat(service.rows("GET /mine")).containsExactly(FAILS);
    assertThat(service.rows("GET /plain")).isEmpty();
    assertThat(service.rows("GET /all")).containsExactly(FAILS);
  }

  @Test
  @DisplayName("A resolver may ask for a type, or for both")
  void typed() {
    Service ofType = resolved("parameter.getParameterType().equals(Customer.class)");
    assertThat(ofType.rows("GET /plain")).containsExactly(FAILS);
    assertThat(ofType.rows("GET /all")).isEmpty();

    Service ofBoth =
        resolved(
            """
            parameter.hasParameterAnnotation(Caller.class)
                && Customer.class.isAssignableFrom(parameter.getParameterType())""");
    assertThat(ofBoth.rows("GET /mine")).containsExactly(FAILS);
    assertThat(ofBoth.rows("GET /plain")).isEmpty();
    assertThat(ofBoth.rows("GET /all")).isEmpty();
  }
}
