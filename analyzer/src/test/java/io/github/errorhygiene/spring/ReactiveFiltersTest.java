package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Filters and Spring Security on Spring WebFlux: Boot 3.5 with Security 6.5. */
class ReactiveFiltersTest {

  private static Service service(String filter, String... more) {
    return Service.of(
            """
            import org.springframework.security.access.prepost.PreAuthorize;
            import reactor.core.publisher.Mono;
            class Jammed extends RuntimeException {}
            @RestController class Doors {
              @GetMapping("/doors") Mono<String> all() { return Mono.error(new Jammed()); }
              @PreAuthorize("hasRole('ADMIN')") @DeleteMapping("/doors") Mono<Void> clear() {
                return Mono.empty();
              }
            }
            """)
        .and(
            """
            import org.springframework.web.server.*;
            import org.springframework.context.annotation.Bean;
            import org.springframework.security.config.web.server.ServerHttpSecurity;
            import org.springframework.security.web.server.SecurityWebFilterChain;
            import reactor.core.publisher.Mono;
            class Gate implements WebFilter {
              public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) { %s }
            }
            """
                    .formatted(filter)
                + String.join("\n", more))
        .reactive();
  }

  @Test
  @DisplayName("What a filter signals is answered by the error page, and no advice sees it")
  void signals() {
    String advice =
        """
        @RestControllerAdvice class Errors {
          @ExceptionHandler(Exception.class) ResponseEntity<String> any(Exception e) {
            return ResponseEntity.status(418).body("any");
          }
        }
        """;
    String broken =
        """
        if (exchange.getRequest().getHeaders().containsKey("X-Broken")) {
          return Mono.error(new IllegalStateException());
        }
        return chain.filter(exchange);
        """;

    assertThat(service(broken, advice).rows("GET /doors"))
        .contains("IllegalStateException 500" + Service.REACTIVE_PAGE)
        .contains("Jammed 418 text/plain [] id=NO");
  }

  @Test
  @DisplayName("What a filter does after the answer changes nothing that the client sees")
  void afterwards() {
    String late =
        """
        return chain.filter(exchange).then(Mono.defer(() -> Mono.error(new IllegalStateException())));
        """;
    String early =
        """
        return Mono.defer(() -> Mono.<String>error(new IllegalStateException()))
            .flatMap(id -> chain.filter(exchange));
        """;

    assertThat(service(late).rows("GET /doors"))
        .containsExactly("Jammed 500" + Service.REACTIVE_PAGE);
    assertThat(service(early).rows("GET /doors"))
        .contains(
            "IllegalStateException 500" + Service.REACTIVE_PAGE,
            "Jammed 500" + Service.REACTIVE_PAGE);
  }

  @Test
  @DisplayName("A filter may be a lambda that a bean method returns")
  void lambda() {
    String lambda =
        """
        @RestControllerAdvice class Errors {
          @ExceptionHandler(Jammed.class) ResponseEntity<String> jammed(Jammed e) {
            return ResponseEntity.status(418).body("jammed");
          }
        }
        class Filters {
          @Bean WebFilter ids() {
            return (exchange, chain) -> {
              exchange.getResponse().getHeaders().set("X-Request-Id", exchange.getRequest().getId());
              return chain.filter(exchange);
            };
          }
        }
        """;

    assertThat(service("return chain.filter(exchange);", lambda).rows("GET /doors"))
        .containsExactly("Jammed 418 text/plain [] id=YES");
  }

  @Test
  @DisplayName("Boot's advice answers problems where it is asked to, without the id of its page")
  void problems() {
    Service doors =
        Service.of(
                """
                import reactor.core.publisher.Mono;
                @RestController class Doors {
                  @GetMapping("/doors") Mono<String> all() {
                    return Mono.error(new ResponseStatusException(HttpStatus.GONE));
                  }
                }
                """)
            .reactive();

    assertThat(doors.rows("GET /doors"))
        .contains("ResponseStatusException 410" + Service.REACTIVE_PAGE);
    assertThat(doors.with("spring.webflux.problemdetails.enabled", "true").rows("GET /doors"))
        .contains(
            "ResponseStatusException 410 application/problem+json"
                + " [instance, status, title, type] id=NO");
  }

  @Test
  @DisplayName("A filter that answers by itself does so for all")
  void refuses() {
    String refusing =
        """
        if (exchange.getRequest().getHeaders().containsKey("X-Used")) {
          exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
          return exchange.getResponse().setComplete();
        }
        return chain.filter(exchange);
        """;

    assertThat(service(refusing).generalRows())
        .contains("Gate#filter answers 429 itself 429 - [] id=NO");
  }

  @Test
  @DisplayName("A filter catches what no advice takes, and answers nothing else by that")
  void catches() {
    String catching =
        """
        return chain.filter(exchange).onErrorResume(Jammed.class, e -> {
          exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
          return exchange.getResponse().setComplete();
        });
        """;

    assertThat(service(catching).rows("GET /doors")).containsExactly("Jammed 503 - [] id=NO");
    assertThat(service(catching).generalRows()).noneMatch(row -> row.contains("503"));
  }

  @Test
  @DisplayName("Spring Security answers without an error page")
  void security() {
    String chain =
        """
        @org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity
        class Web {
          @Bean SecurityWebFilterChain chain(ServerHttpSecurity http) {
            return http.authorizeExchange(e -> e.pathMatchers("/admin").hasRole("ADMIN")
                .anyExchange().authenticated()).build();
          }
        }
        """;

    assertThat(service("return chain.filter(exchange);", chain).generalRows())
        .contains("InsufficientAuthenticationException 401 - [] id=NO")
        .contains("AccessDeniedException 403 text/plain [] id=NO");
    assertThat(service("return chain.filter(exchange);", chain).rows("DELETE /doors"))
        .contains("AccessDeniedException 403 text/plain [] id=NO");
  }
}
