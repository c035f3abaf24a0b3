package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What filters and resolvers of exceptions of the service do to answers. */
class FiltersTest {

  private static Service with(String more) {
    return Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
            }
            class Locked extends RuntimeException {}
            class NoToken extends RuntimeException {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler @ResponseStatus(HttpStatus.UNAUTHORIZED)
              Map<String, String> no(NoToken e) { return Map.of("code", "no token"); }
            }
            """)
        .and(
            """
            import jakarta.servlet.*;
            import jakarta.servlet.http.*;
            import org.springframework.stereotype.Component;
            import org.springframework.web.filter.OncePerRequestFilter;
            import org.springframework.web.servlet.*;
            """
                + more);
  }

  private static Service filtered(String body) {
    return with(
        """
        @Component class Guard extends OncePerRequestFilter {
          protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
              FilterChain chain) throws ServletException, java.io.IOException {
            %s
          }
        }
        """
            .formatted(body));
  }

  @Test
  @DisplayName("Advices do not see what filters throw")
  void throwing() {
    assertThat(
            filtered(
                    "if (request.getHeader(\"t\") == null) throw new NoToken();"
                        + " chain.doFilter(request, response);")
                .rows("DELETE /orders"))
        .containsExactlyInAnyOrder("Locked 500" + Service.PAGE, "NoToken 500" + Service.PAGE);
  }

  @Test
  @DisplayName("A filter that keeps the chain in an object of a library lets exceptions pass")
  void keepingTheChain() {
    assertThat(
            filtered(
                    "var kept = new com.acme.Invocation(request, response, chain);"
                        + " if (request.getMethod().equals(\"OPTIONS\"))"
                        + " { kept.getChain().doFilter(request, response); return; }"
                        + " try { kept.getChain().doFilter(request, response); } finally { kept.end(); }")
                .rows("DELETE /orders"))
        .containsExactly("Locked 500" + Service.PAGE);
  }

  @Test
  @DisplayName("Advices see what handlers throw, also where a filter runs the same code")
  void throwingTheSame() {
    assertThat(
            filtered("Tokens.check(request.getHeader(\"t\")); chain.doFilter(request, response);")
                .and(
                    """
                    @RestController class Sessions {
                      @GetMapping("/session") void get(@RequestHeader(required = false) String t) { Tokens.check(t); }
                    }
                    class Tokens {
                      static void check(String t) { if (t == null) throw new NoToken(); }
                    }
                    """)
                .rows("GET /session"))
        .contains("NoToken 500" + Service.PAGE, "NoToken 401 application/json [code] id=NO");
  }

  @Test
  @DisplayName("What a filter answers by itself belongs to every request")
  void answering() {
    assertThat(
            filtered(
                    "if (request.getHeader(\"t\") == null) { response.sendError(401); return; }"
                        + " chain.doFilter(request, response);")
                .generalRows())
        .contains("Guard#doFilterInternal answers 401 itself 401" + Service.PAGE);
  }

  @Test
  @DisplayName("A filter catches only what nobody resolved")
  void catching() {
    assertThat(
            filtered(
                    "try { chain.doFilter(request, response); }"
                        + " catch (ServletException e) { response.setStatus(503); }")
                .rows("DELETE /orders"))
        .containsExactly("Locked 503 - [] id=NO");
  }

  @Test
  @DisplayName("A resolver of the service answers what is left, unless it passes it on")
  void resolver() {
    String resolver =
        """
        @Component class Resolver implements HandlerExceptionResolver {
          public ModelAndView resolveException(HttpServletRequest request,
              HttpServletResponse response, Object handler, Exception e) {
            if (e instanceof %s) {
              response.setStatus(423);
              return new ModelAndView();
            }
            return null;
          }
        }
        """;

    assertThat(with(resolver.formatted("Locked")).rows("DELETE /orders"))
        .containsExactly("Locked 423 - [] id=NO");
    assertThat(with(resolver.formatted("NoToken")).rows("DELETE /orders"))
        .containsExactly("Locked 500" + Service.PAGE);
  }
}
