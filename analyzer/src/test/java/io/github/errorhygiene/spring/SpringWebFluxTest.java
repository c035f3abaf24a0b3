package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Incident;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who answers what on Spring WebFlux. */
class SpringWebFluxTest {

  private static final String CODE = " application/json [code] id=NO";

  private static final String IMPORTS =
      """
      import org.springframework.context.annotation.*;
      import org.springframework.stereotype.Component;
      import org.springframework.web.reactive.function.server.*;
      import org.springframework.web.server.*;
      import reactor.core.publisher.*;
      import static org.springframework.web.reactive.function.server.RequestPredicates.*;
      class Locked extends RuntimeException {}
      class Missing extends RuntimeException {}
      """;

  private static final String ADVICE =
      """
      @RestControllerAdvice class Errors {
        @ExceptionHandler @ResponseStatus(HttpStatus.NOT_FOUND)
        Map<String, String> missing(Missing e) { return Map.of("code", "missing"); }
      }
      """;

  private static Service with(String source) {
    return Service.of(IMPORTS + source).reactive();
  }

  /** One handler of {@code GET /orders}. */
  private static Service annotated(String body) {
    return with(
        ADVICE
            + """
            @RestController class Orders {
              @GetMapping("/orders") Mono<Void> clear() { %s }
            }
            """
                .formatted(body));
  }

  private static Service routed(String route, String body) {
    return with(
        ADVICE
            + """
            @Configuration class Router {
              @Bean RouterFunction<ServerResponse> routes() {
                return %s;
              }
              Mono<ServerResponse> handle(ServerRequest request) { %s }
            }
            """
                .formatted(route, body));
  }

  private static Service routed(String body) {
    return routed(
        """
        RouterFunctions.route().GET("/orders", this::handle)
            .onError(Locked.class, (e, request) -> ServerResponse.status(423).build()).build()\
        """,
        body);
  }

  @Test
  @DisplayName("Boot's page has the request's id")
  void page() {
    assertThat(annotated("throw new Locked();").rows("GET /orders"))
        .containsExactly("Locked 500" + Service.REACTIVE_PAGE);
  }

  @Test
  @DisplayName("Advices see what a publisher fails with, and its causes")
  void advice() {
    assertThat(annotated("return Mono.error(new Missing());").rows("GET /orders"))
        .containsExactly("Missing 404" + CODE);
    assertThat(
            annotated("return Mono.error(new IllegalStateException(new Missing()));")
                .rows("GET /orders"))
        .containsExactly("IllegalStateException 404" + CODE);
  }

  @Test
  @DisplayName("A status counts only of the exception itself")
  void status() {
    assertThat(
            annotated("return Mono.error(new ResponseStatusException(HttpStatus.GONE));")
                .rows("GET /orders"))
        .containsExactly("ResponseStatusException 410" + Service.REACTIVE_PAGE);
    assertThat(
            annotated(
                    "throw new IllegalStateException(new ResponseStatusException(HttpStatus.GONE));")
                .rows("GET /orders"))
        .containsExactly("IllegalStateException 500" + Service.REACTIVE_PAGE);
  }

  @Test
  @DisplayName("Exceptions of the framework keep their type and status when the service makes them")
  void fixedStatus() {
    assertThat(
            annotated("return Mono.error(new ServerWebInputException(\"which?\"));")
                .rows("GET /orders"))
        .containsExactly("ServerWebInputException 400" + Service.REACTIVE_PAGE);
  }

  @Test
  @DisplayName("Routers answer first what a handler's publisher fails with")
  void onError() {
    assertThat(routed("return Mono.error(new Locked());").rows("GET /orders"))
        .containsExactly("Locked 423 - [] id=NO");
    assertThat(routed("return Mono.error(new Missing());").rows("GET /orders"))
        .containsExactly("Missing 404" + CODE);
  }

  @Test
  @DisplayName("What a handler function throws at once passes routers and advices")
  void thrownAtOnce() {
    assertThat(routed("throw new Locked();").rows("GET /orders"))
        .containsExactly("Locked 500" + Service.REACTIVE_PAGE);
    assertThat(routed("throw new Missing();").rows("GET /orders"))
        .containsExactly("Missing 500" + Service.REACTIVE_PAGE);
    assertThat(
            routed("return Mono.just(1).flatMap(one -> { throw new Missing(); });")
                .rows("GET /orders"))
        .containsExactly("Missing 404" + CODE);
  }

  @Test
  @DisplayName("Routes by conditions, nested and chained")
  void routes() {
    assertThat(
            routed(
                    """
                    RouterFunctions.nest(path("/shop"),
                        RouterFunctions.route(GET("/orders"), this::handle)
                            .andRoute(POST("/orders").and(accept(MediaType.APPLICATION_JSON)),
                                this::handle))\
                    """,
                    "return ServerResponse.accepted().build();")
                .successes())
        .containsExactlyInAnyOrder("GET /shop/orders [202]", "POST /shop/orders [202]");
  }

  @Test
  @DisplayName("A route's function may answer a failure as a success with nothing in it")
  void nothingSaid() {
    Service service =
        routed(
            """
            RouterFunctions.route().GET("/orders", request ->
                handle(request).onErrorResume(e -> ServerResponse.ok().build())).build()\
            """,
            "return Mono.error(new Missing());");
    assertThat(service.application().contracts())
        .flatExtracting(Contract::incidents)
        .extracting(Incident::kind, Incident::detail)
        .containsExactly(tuple(Incident.Kind.REPLACED, "an empty body"));
  }

  @Test
  @DisplayName("A condition may stand where others have the path")
  void springdoc() {
    assertThat(
            routed(
                    """
                    org.springdoc.webflux.core.fn.SpringdocRouteBuilder.route()
                        .GET(path("/orders").and(accept(MediaType.TEXT_HTML)), this::handle,
                            builder -> builder.operationId("orders"))
                        .build()\
                    """,
                    "return ServerResponse.noContent().build();")
                .successes())
        .containsExactly("GET /orders [204]");
  }

  @Test
  @DisplayName(
      "An exception handler with an early order comes before Boot's page, one without never")
  void webExceptionHandler() {
    String handler =
        """
        @Component %s class Last implements WebExceptionHandler {
          public Mono<Void> handle(ServerWebExchange exchange, Throwable e) {
            if (e instanceof Locked) {
              exchange.getResponse().setStatusCode(HttpStatus.LOCKED);
              return exchange.getResponse().setComplete();
            }
            return Mono.error(e);
          }
        }
        @RestController class Orders {
          @GetMapping("/orders") Mono<Void> clear() { throw new Locked(); }
          @GetMapping("/bills") Mono<Void> bills() { throw new Missing(); }
        }
        """;
    Service early = with(handler.formatted("@org.springframework.core.annotation.Order(-2)"));
    assertThat(early.rows("GET /orders")).containsExactly("Locked 423 - [] id=NO");
    assertThat(early.rows("GET /bills")).containsExactly("Missing 500" + Service.REACTIVE_PAGE);
    assertThat(with(handler.formatted("")).rows("GET /orders"))
        .containsExactly("Locked 500" + Service.REACTIVE_PAGE);
  }

  @Test
  @DisplayName("A subclass of Boot's abstract handler answers with functions of its own")
  void ownErrorFunctions() {
    Service service =
        with(
            """
            import org.springframework.boot.autoconfigure.web.WebProperties;
            import org.springframework.boot.autoconfigure.web.reactive.error.*;
            import org.springframework.boot.web.reactive.error.*;
            abstract class Coded extends RuntimeException { abstract Code code(); }
            enum Code {
              GONE(HttpStatus.GONE), TAKEN(HttpStatus.CONFLICT);
              private final HttpStatus status;
              Code(HttpStatus status) { this.status = status; }
              HttpStatus status() { return status; }
            }
            class Taken extends Coded { Code code() { return Code.TAKEN; } }
            class Gone extends Coded { Code code() { return Code.GONE; } }
            record Body(String message) {}
            @Component class Last extends AbstractErrorWebExceptionHandler {
              Last(ErrorAttributes attributes, ApplicationContext context) {
                super(attributes, new WebProperties.Resources(), context);
              }
              @Override protected RouterFunction<ServerResponse> getRoutingFunction(ErrorAttributes a) {
                return RouterFunctions.route(RequestPredicates.all(), this::render);
              }
              private Mono<ServerResponse> render(ServerRequest request) {
                Throwable error = getError(request);
                if (error instanceof Coded coded) {
                  return ServerResponse.status(coded.code().status()).bodyValue(new Body("coded"));
                }
                if (error instanceof ResponseStatusException stated) {
                  return ServerResponse.status(stated.getStatusCode()).bodyValue(new Body("stated"));
                }
                return ServerResponse.status(500).bodyValue(new Body(error.getMessage()));
              }
            }
            @RestController class Orders {
              @GetMapping("/taken") Mono<Void> taken() { throw new Taken(); }
              @GetMapping("/orders") Mono<Void> orders() { return Mono.error(new Missing()); }
              @GetMapping("/locked") Mono<Void> locked() {
                throw new ResponseStatusException(HttpStatus.LOCKED);
              }
            }
            """);
    assertThat(service.successes()).as("no route for errors").hasSize(3);
    assertThat(service.rows("GET /taken"))
        .containsExactly("Taken 409 application/json [message] id=NO");
    assertThat(service.rows("GET /orders"))
        .containsExactly("Missing 500 application/json [message] id=NO");
    assertThat(service.rows("GET /locked"))
        .containsExactly("ResponseStatusException 423 application/json [message] id=NO");
  }

  @Test
  @DisplayName("Its exception stays the same with another stack trace, and its body a text")
  void ownErrorHandlerOfTexts() {
    Service service =
        with(
            """
            import org.springframework.boot.autoconfigure.web.WebProperties;
            import org.springframework.boot.autoconfigure.web.reactive.error.*;
            import org.springframework.boot.web.reactive.error.*;
            import org.springframework.web.reactive.function.BodyInserters;
            @Component class Last extends AbstractErrorWebExceptionHandler {
              Last(ErrorAttributes attributes, ApplicationContext context) {
                super(attributes, new WebProperties.Resources(), context);
              }
              @Override protected RouterFunction<ServerResponse> getRoutingFunction(ErrorAttributes a) {
                return RouterFunctions.route(
                    RequestPredicates.all(), request -> render(request, a));
              }
              private Mono<ServerResponse> render(ServerRequest request, ErrorAttributes attributes) {
                Throwable error = attributes.getError(request).fillInStackTrace();
                String text = error.getMessage();
                HttpStatusCode status = HttpStatus.INTERNAL_SERVER_ERROR;
                if (error instanceof ResponseStatusException stated) {
                  text = stated.getReason();
                  status = stated.getStatusCode();
                }
                return ServerResponse.status(status)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(BodyInserters.fromValue(text));
              }
            }
            @RestController class Orders {
              @GetMapping("/orders") Mono<Void> orders() { return Mono.error(new Missing()); }
              @GetMapping("/locked") Mono<Void> locked() {
                throw new ResponseStatusException(HttpStatus.LOCKED);
              }
            }
            """);
    assertThat(service.rows("GET /orders")).containsExactly("Missing 500 text/plain [] id=NO");
    assertThat(service.rows("GET /locked"))
        .containsExactly("ResponseStatusException 423 text/plain [] id=NO");
  }

  @Test
  @DisplayName("It may write what the service's own attributes come to")
  void ownErrorAttributes() {
    Service service =
        with(
            """
            import org.springframework.boot.autoconfigure.web.WebProperties;
            import org.springframework.boot.autoconfigure.web.reactive.error.*;
            import org.springframework.boot.web.error.ErrorAttributeOptions;
            import org.springframework.web.reactive.function.BodyInserters;
            import org.springframework.boot.web.reactive.error.*;
            @Component class Attributes extends DefaultErrorAttributes {
              @Override public Map<String, Object> getErrorAttributes(
                  ServerRequest request, ErrorAttributeOptions options) {
                Map<String, Object> all = super.getErrorAttributes(request, options);
                if (getError(request) instanceof Missing) {
                  all.put("status", 404);
                }
                return all;
              }
            }
            @Component class Last extends AbstractErrorWebExceptionHandler {
              Last(ErrorAttributes attributes, ApplicationContext context) {
                super(attributes, new WebProperties.Resources(), context);
              }
              @Override protected RouterFunction<ServerResponse> getRoutingFunction(ErrorAttributes a) {
                return RouterFunctions.route(RequestPredicates.all(), this::render);
              }
              private Mono<ServerResponse> render(ServerRequest request) {
                Map<String, Object> all = getErrorAttributes(request, ErrorAttributeOptions.defaults());
                int status = (int) all.get("status");
                return ServerResponse.status(status).body(BodyInserters.fromValue(all));
              }
            }
            @RestController class Orders {
              @GetMapping("/orders") Mono<Void> orders() { return Mono.error(new Missing()); }
              @GetMapping("/locked") Mono<Void> locked() { return Mono.error(new Locked()); }
            }
            """);
    assertThat(service.rows("GET /orders")).containsExactly("Missing 404" + Service.REACTIVE_PAGE);
    assertThat(service.rows("GET /locked")).containsExactly("Locked 500" + Service.REACTIVE_PAGE);
  }

  @Test
  @DisplayName("A filter's header is on every answer")
  void requestId() {
    Service service =
        annotated("return Mono.error(new Missing());")
            .and(
                """
                import org.springframework.stereotype.Component;
                import org.springframework.web.server.*;
                import reactor.core.publisher.*;
                @Component class Ids implements WebFilter {
                  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
                    exchange.getResponse().getHeaders().add("X-Request-Id", "1");
                    return chain.filter(exchange);
                  }
                }
                """);
    assertThat(service.rows("GET /orders"))
        .containsExactly("Missing 404 application/json [code] id=YES");
  }
}
