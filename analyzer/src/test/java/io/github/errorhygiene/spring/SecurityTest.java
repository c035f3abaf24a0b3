package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Spring Security's part in errors: Boot 3.5 with Security 6.5. */
class SecurityTest {
  private static final String UNAUTHENTICATED = "InsufficientAuthenticationException ";

  private static Service secured(String chain, String... more) {
    return Service.of(
            """
            import org.springframework.security.access.prepost.PreAuthorize;
            @RestController class Orders {
              @GetMapping("/open") String open() { throw new IllegalStateException(); }
              @PostMapping("/orders") void post() { throw new IllegalStateException(); }
              @PreAuthorize("hasRole('ADMIN')") @DeleteMapping("/orders") void clear() {}
            }
            """)
        .and(
            """
            import org.springframework.context.annotation.*;
            import org.springframework.security.config.Customizer;
            import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;
            import org.springframework.security.web.*;
            import org.springframework.security.web.authentication.*;
            import org.springframework.security.core.*;
            import jakarta.servlet.http.*;
            @EnableMethodSecurity @Configuration class Web {
              @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
                %s
                return http.build();
              }
            }
            """
                    .formatted(chain)
                + String.join("\n", more));
  }

  private static final String RULES =
      "http.authorizeHttpRequests(a -> a.requestMatchers(\"/open\").permitAll()"
          + ".anyRequest().authenticated());";

  @Test
  @DisplayName("Without an entry point whoever is not authenticated gets 403")
  void noEntryPoint() {
    assertThat(secured(RULES).generalRows()).contains(UNAUTHENTICATED + "403 - [] id=NO");
  }

  @Test
  @DisplayName("Basic authentication and bearer tokens answer 401 without a body")
  void entryPoints() {
    assertThat(secured(RULES + "http.httpBasic(Customizer.withDefaults());").generalRows())
        .contains(UNAUTHENTICATED + "401 - [] id=NO");
    assertThat(
            secured(RULES + "http.oauth2ResourceServer(o -> o.jwt(Customizer.withDefaults()));")
                .generalRows())
        .contains(UNAUTHENTICATED + "401 - [] id=NO");
    assertThat(
            secured(
                    RULES
                        + "http.exceptionHandling(e -> e.authenticationEntryPoint("
                        + "new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));")
                .generalRows())
        .contains(UNAUTHENTICATED + "401 - [] id=NO");
  }

  @Test
  @DisplayName("The service's own entry point answers as it is written")
  void ownEntryPoint() {
    String entryPoint =
        """
        class Login implements AuthenticationEntryPoint {
          public void commence(HttpServletRequest q, HttpServletResponse s, AuthenticationException e)
              throws java.io.IOException {
            s.sendError(418);
          }
        }
        """;

    assertThat(
            secured(
                    RULES + "http.exceptionHandling(e -> e.authenticationEntryPoint(new Login()));",
                    entryPoint)
                .generalRows())
        .contains(UNAUTHENTICATED + "418" + Service.PAGE);
  }

  @Test
  @DisplayName("Method security is answered by the handler of denied access")
  void methodSecurity() {
    assertThat(secured(RULES).rows("DELETE /orders"))
        .contains("AccessDeniedException 403" + Service.PAGE);
    assertThat(
            secured(
                    RULES
                        + "http.exceptionHandling(e -> e.accessDeniedHandler("
                        + "(q, s, x) -> s.setStatus(404)));")
                .rows("DELETE /orders"))
        .contains("AccessDeniedException 404 - [] id=NO");
  }

  @Test
  @DisplayName(
      "Whoever may ask without authentication may not see the error page, unless it is open")
  void guardedErrorPage() {
    String open =
        "http.authorizeHttpRequests(a -> a.requestMatchers(\"/open\", \"/error\").permitAll()"
            + ".anyRequest().authenticated());";
    String dispatch =
        "http.authorizeHttpRequests(a -> a"
            + ".dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR).permitAll()"
            + ".requestMatchers(\"/open\").permitAll().anyRequest().authenticated());";

    assertThat(secured(RULES).rows("GET /open"))
        .containsExactly("IllegalStateException 403 - [] id=NO");
    assertThat(secured(open).rows("GET /open"))
        .containsExactly("IllegalStateException 500" + Service.PAGE);
    assertThat(secured(dispatch).rows("GET /open"))
        .containsExactly("IllegalStateException 500" + Service.PAGE);
    assertThat(secured(RULES).at(5, 3).rows("GET /open"))
        .containsExactly("IllegalStateException 500" + Service.PAGE);
    assertThat(secured(RULES).rows("POST /orders"))
        .containsExactly("IllegalStateException 500" + Service.PAGE);
  }

  /** A filter of the service that knows tokens. */
  private static String tokens(String more) {
    return """
        class Tokens extends org.springframework.web.filter.OncePerRequestFilter {
          %s
          protected void doFilterInternal(HttpServletRequest q, HttpServletResponse s,
              jakarta.servlet.FilterChain chain) throws jakarta.servlet.ServletException, java.io.IOException {
            chain.doFilter(q, s);
          }
        }
        """
        .formatted(more);
  }

  private static final String WITH_TOKENS =
      RULES
          + "http.addFilterBefore(new Tokens(), "
          + "org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter.class);";

  @Test
  @DisplayName("An authentication by a filter that does not save it is lost before the error page")
  void forgottenAuthentication() {
    String always = "protected boolean shouldNotFilterErrorDispatch() { return false; }";
    String saved = "org.springframework.security.web.context.SecurityContextRepository saved;";

    Service service = secured(WITH_TOKENS, tokens(""));
    assertThat(service.rows("POST /orders"))
        .containsExactly("IllegalStateException 403 - [] id=NO");
    assertThat(service.generalRows()).contains("NoResourceFoundException 403 - [] id=NO");
    for (String more : List.of(always, saved)) {
      assertThat(secured(WITH_TOKENS, tokens(more)).rows("POST /orders"))
          .containsExactly("IllegalStateException 500" + Service.PAGE);
    }
    assertThat(
            secured(WITH_TOKENS + "http.httpBasic(Customizer.withDefaults());", tokens(""))
                .rows("POST /orders"))
        .containsExactly("IllegalStateException 500" + Service.PAGE);
  }

  @Test
  @DisplayName("Paths that Spring Security is told to leave alone are no second chain")
  void ignoredPaths() {
    String ignoring =
        """
        class Ignored {
          void configure(org.springframework.security.config.annotation.web.builders.WebSecurity web) {
            web.ignoring().requestMatchers("/error");
          }
        }
        """;

    assertThat(secured(RULES, ignoring).generalRows())
        .contains(UNAUTHENTICATED + "403" + Service.PAGE);
    assertThat(secured(RULES, ignoring).rows("GET /open"))
        .containsExactly("IllegalStateException 500" + Service.PAGE);
  }
}
