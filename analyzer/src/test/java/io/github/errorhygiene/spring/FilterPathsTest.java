package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For which requests filters of servlet containers run. */
class FilterPathsTest {
  private static final String PAGE =
      "NumberFormatException 500 application/json [error, path, status, timestamp] id=NO";

  private static Service with(String head, String registration) {
    return Service.of(
            """
            @RestController class Orders {
              @GetMapping("/orders/{n}") String order(@PathVariable String n) { return "" + Integer.parseInt(n); }
              @GetMapping("/rest/orders/{n}") String rest(@PathVariable String n) { return "" + Integer.parseInt(n); }
              @GetMapping("/{any}/orders") String any(@PathVariable String any) { return "" + Integer.parseInt(any); }
            }
            """)
        .and(
            """
            import jakarta.servlet.*;
            import jakarta.servlet.annotation.WebFilter;
            import jakarta.servlet.http.*;
            import org.springframework.boot.web.servlet.FilterRegistrationBean;
            import org.springframework.context.annotation.*;
            import org.springframework.stereotype.Component;
            %s class RestFilter implements Filter {
              public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
                try { chain.doFilter(request, response); }
                catch (Exception e) { ((HttpServletResponse) response).setStatus(418); }
              }
            }
            @Configuration class Config { %s }
            """
                .formatted(head, registration));
  }

  private static Service registered(String more) {
    return with(
        "",
        """
        @Bean FilterRegistrationBean<Filter> registration() {
          FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(restFilter());
          %s
          return registration;
        }
        @Bean Filter restFilter() { return new RestFilter(); }
        """
            .formatted(more));
  }

  @Test
  @DisplayName("A filter that is registered for some paths sees what fails there")
  void registeredForTheseRequests() {
    Service service = registered("registration.addUrlPatterns(\"/rest/*\");");
    assertThat(service.rows("GET /rest/orders/{n}")).noneMatch(PAGE::equals);
    assertThat(service.rows("GET /{any}/orders")).noneMatch(PAGE::equals);
  }

  @Test
  @DisplayName("A filter that is registered for some paths sees nothing of others")
  void registeredForOthers() {
    assertThat(registered("registration.addUrlPatterns(\"/rest/*\");").rows("GET /orders/{n}"))
        .contains(PAGE);
    assertThat(
            registered("registration.addUrlPatterns(\"/rest/*\", \"/more/*\");")
                .rows("GET /orders/{n}"))
        .contains(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "addUrlPatterns(\"/rest/\" + System.getenv(\"VERSION\") + \"/*\")",
        "addUrlPatterns(\"/rest/*\", System.getenv(\"PATTERN\"))",
        "setUrlPatterns(List.of(\"/rest/*\", System.getenv(\"PATTERN\")))"
      })
  @DisplayName("A filter that is registered for nobody knows what may see everything")
  void registeredForTheUnknown(String call) {
    assertThat(registered("registration." + call + ";").rows("GET /orders/{n}"))
        .noneMatch(PAGE::equals);
  }

  @Test
  @DisplayName("Patterns say where the servlet is, and routes do not")
  void belowAPath() {
    assertThat(
            registered("registration.addUrlPatterns(\"/api/*\");")
                .with("spring.mvc.servlet.path", "/api")
                .rows("GET /orders/{n}"))
        .noneMatch(PAGE::equals);
  }

  @Test
  @DisplayName("Registrations are understood before Jakarta, of which nobody has read a signature")
  void beforeJakarta() {
    Service service =
        Service.of(
                """
                @RestController class Orders {
                  @GetMapping("/orders/{n}") String order(@PathVariable String n) { return "" + Integer.parseInt(n); }
                }
                """)
            .at(5, 3)
            .and(
                """
                import javax.servlet.*;
                import javax.servlet.http.*;
                import org.springframework.boot.web.servlet.FilterRegistrationBean;
                import org.springframework.context.annotation.*;
                class RestFilter implements Filter {
                  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
                    try { chain.doFilter(request, response); }
                    catch (Exception e) { ((HttpServletResponse) response).setStatus(418); }
                  }
                }
                @Configuration class Config {
                  @Bean FilterRegistrationBean<Filter> registration() {
                    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(restFilter());
                    registration.addUrlPatterns("/rest/*");
                    return registration;
                  }
                  @Bean Filter restFilter() { return new RestFilter(); }
                }
                """);
    assertThat(service.rows("GET /orders/{n}")).contains(PAGE);
  }

  @Test
  @DisplayName("A filter that is registered for everything sees all that fails")
  void everything() {
    assertThat(registered("").rows("GET /orders/{n}")).noneMatch(PAGE::equals);
    assertThat(registered("registration.addUrlPatterns(\"/*\");").rows("GET /orders/{n}"))
        .noneMatch(PAGE::equals);
  }

  @Test
  @DisplayName("@WebFilter tells the paths, unless the filter is a component as well")
  void annotated() {
    assertThat(with("@WebFilter(\"/rest/*\")", "").rows("GET /orders/{n}")).contains(PAGE);
    assertThat(with("@WebFilter(\"/rest/*\") @Component", "").rows("GET /orders/{n}"))
        .noneMatch(PAGE::equals);
  }
}
