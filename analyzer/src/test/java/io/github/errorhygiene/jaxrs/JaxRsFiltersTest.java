package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Filters of JAX-RS and of servlet containers around a resource. */
class JaxRsFiltersTest {
  @Test
  @DisplayName(
      "Response filters put a request id on what Jersey answers, not on what the server does")
  void responseFilter() {
    Service service =
        Service.of(
            """
            class Locked extends RuntimeException {}
            @Provider class Ids implements ContainerResponseFilter {
              public void filter(ContainerRequestContext request, ContainerResponseContext response) {
                response.getHeaders().add("X-Request-Id", UUID.randomUUID().toString());
              }
            }
            @Path("a") class A {
              @DELETE public void clear() { throw new Locked(); }
              @GET public String get() { throw new NotFoundException(); }
            }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("Locked" + Service.PAGE);
    assertThat(service.rows("GET /a")).containsExactly("NotFoundException 404 - [] id=YES");
  }

  @Test
  @DisplayName("A request filter answers or throws for what it is bound to")
  void requestFilter() {
    Service service =
        Service.of(
            """
            class Denied extends RuntimeException {}
            record Failed(String code) {}
            @NameBinding @interface Secured {}
            @Provider @Secured class Guard implements ContainerRequestFilter {
              public void filter(ContainerRequestContext request) {
                if (request.getHeaderString("A") == null) {
                  request.abortWith(Response.status(401).entity(new Failed("x")).build());
                } else if (request.getHeaderString("B") == null) {
                  throw new Denied();
                }
              }
            }
            @Path("a") class A {
              @DELETE @Secured public void clear() {}
              @GET public String get() { return ""; }
            }
            """);

    assertThat(service.rows("DELETE /a"))
        .containsExactly(
            "Denied" + Service.PAGE, "Guard#filter answers 401 401 application/json [code] id=NO");
    assertThat(service.rows("GET /a")).isEmpty();
  }

  @Test
  @DisplayName("A filter of the servlet container is around everything")
  void servletFilter() {
    String filter =
        """
        import jakarta.servlet.*;
        import jakarta.servlet.annotation.WebFilter;
        import jakarta.servlet.http.*;
        @WebFilter("%s") class Ids implements Filter {
          public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
              throws ServletException, java.io.IOException {
            ((HttpServletResponse) response).setHeader("X-Request-Id", "1");
            chain.doFilter(request, response);
          }
        }
        """;
    String resource =
        """
        @Path("/orders") public class Orders {
          @GET public String all() { throw new IllegalStateException("odd"); }
        }
        """;
    assertThat(Service.of(resource).and(filter.formatted("/*")).rows("GET /orders"))
        .isNotEmpty()
        .allMatch(row -> row.endsWith("id=YES"));
    assertThat(Service.of(resource).and(filter.formatted("/a/*")).rows("GET /orders"))
        .isNotEmpty()
        .allMatch(row -> row.endsWith("id=UNKNOWN"));
  }
}
