package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Quarkus REST does otherwise, as observed of 3.20. */
class QuarkusTest {
  private static final String ERROR_ID = " 500 application/json [details, stack] id=YES";

  private static Service service(String source) {
    return Service.of(
        """
        import jakarta.annotation.security.*;
        import org.eclipse.microprofile.rest.client.inject.*;
        import org.jboss.resteasy.reactive.*;
        import org.jboss.resteasy.reactive.server.*;
        """
            + source);
  }

  @Test
  @DisplayName("What nobody maps gets 500 with an error id; rejected work 503")
  void unmapped() {
    Service service =
        service(
            """
            @Path("a") class A {
              @GET public void get() { throw new IllegalStateException("x"); }
              @PUT public void put() { throw new RejectedExecutionException("x"); }
            }
            """);

    assertThat(service.rows("GET /a")).containsExactly("IllegalStateException" + ERROR_ID);
    assertThat(service.rows("PUT /a")).containsExactly("RejectedExecutionException 503 - [] id=NO");
  }

  @Test
  @DisplayName("An unknown path gets the server's page, unless somebody maps it")
  void unknownPath() {
    Service unmapped = service("@Path(\"a\") class A { @GET public void get() {} }");
    Service mapped =
        service(
            """
            class All {
              @ServerExceptionMapper public RestResponse<Void> all(Exception e) {
                return RestResponse.status(500);
              }
            }
            @Path("a") class A {
              @GET public void get() { throw new RejectedExecutionException("x"); }
            }
            """);

    assertThat(unmapped.generalRows())
        .containsExactly(
            "NotAllowedException 405 - [] id=NO", "NotFoundException 404 text/html [] id=NO");
    assertThat(mapped.generalRows())
        .containsExactly("NotAllowedException 500 - [] id=NO", "NotFoundException 500 - [] id=NO");
    assertThat(mapped.rows("GET /a")).containsExactly("RejectedExecutionException 500 - [] id=NO");
  }

  @Test
  @DisplayName("The cause of what is marked is asked for where nobody maps a supertype of it")
  void marked() {
    String source =
        """
        @UnwrapException class Wrapped extends RuntimeException {
          Wrapped(Throwable cause) { super(cause); }
        }
        class Mappers {
          @ServerExceptionMapper public RestResponse<Void> lost(IllegalStateException e) {
            return RestResponse.status(410);
          }
          %s
        }
        @Path("a") class A {
          @GET public void get() { throw new Wrapped(new IllegalStateException("x")); }
        }
        """;
    String all =
        "@ServerExceptionMapper public RestResponse<Void> all(Exception e)"
            + " { return RestResponse.status(503); }";

    assertThat(service(source.formatted("")).rows("GET /a"))
        .containsExactly("Wrapped 410 - [] id=NO");
    assertThat(service(source.formatted(all)).rows("GET /a"))
        .containsExactly("Wrapped 503 - [] id=NO");
  }

  @Test
  @DisplayName("Mappers of a resource hear nothing of what fails while it is looked for")
  void looksForAResource() {
    Service service =
        service(
            """
            @Path("a") class A {
              @ServerExceptionMapper public RestResponse<Void> all(Exception e) {
                return RestResponse.status(503);
              }
              @GET @Produces("application/json") public Integer get(@QueryParam("q") int q) { return q; }
              @POST @Consumes("application/json") public void post(Integer body) {}
            }
            """);

    assertThat(service.rows("GET /a"))
        .contains("NotFoundException 503 - [] id=NO", "NotAcceptableException 406 - [] id=NO");
    assertThat(service.rows("POST /a"))
        .contains("WebApplicationException 503 - [] id=NO", "NotSupportedException 415 - [] id=NO");
  }

  /** Quarkus' own mapper is for {@code ValidationException}: one for what is thrown is nearer. */
  @Test
  @DisplayName("A mapper for violations takes what the runtime makes of them")
  void violations() {
    Service service =
        service(
            """
            class Violations {
              @ServerExceptionMapper
              public RestResponse<Void> all(jakarta.validation.ConstraintViolationException e) {
                return RestResponse.status(422);
              }
            }
            @Path("a") class A {
              @GET public void get(@jakarta.validation.constraints.NotBlank @QueryParam("q") String q) {}
            }
            """);

    assertThat(service.rows("GET /a"))
        .containsExactly("ResteasyReactiveViolationException 422 - [] id=NO");
  }

  @Test
  @DisplayName("Methods of any class are filters of answers and of requests")
  void filters() {
    Service service =
        service(
            """
            record Reason(String code) {}
            class Around {
              @ServerResponseFilter public void identify(ContainerResponseContext response) {
                response.getHeaders().putSingle("X-Request-Id", "1");
              }
              @ServerRequestFilter public Optional<RestResponse<Reason>> check(ContainerRequestContext request) {
                if (request.getHeaderString("X-Closed") == null) { return Optional.empty(); }
                return Optional.of(RestResponse.status(RestResponse.Status.CONFLICT, new Reason("closed")));
              }
            }
            @Path("a") class A { @DELETE public void clear() {} }
            """);

    assertThat(service.rows("DELETE /a"))
        .containsExactly("Around#check answers 409 409 application/json [code] id=YES");
  }

  @Test
  @DisplayName("What a mapper returns is a text where the method produces one")
  void texts() {
    Service service =
        service(
            """
            class Locked extends RuntimeException {}
            record Reason(String code) {}
            class All {
              @ServerExceptionMapper public RestResponse<Reason> locked(Locked e) {
                return RestResponse.status(RestResponse.Status.CONFLICT, new Reason("locked"));
              }
            }
            @Path("a") class A {
              @GET public String text() { throw new Locked(); }
              @PUT public Reason object() { throw new Locked(); }
            }
            """);

    assertThat(service.rows("GET /a")).containsExactly("Locked 409 text/plain [] id=NO");
    assertThat(service.rows("PUT /a")).containsExactly("Locked 409 application/json [code] id=NO");
  }

  @Test
  @DisplayName("Who may not call a method gets 401 or 403; what the method says counts first")
  void roles() {
    Service service =
        service(
            """
            @Path("a") @RolesAllowed("x") class A {
              @GET public void get() {}
              @PUT @PermitAll public void put() {}
            }
            @Path("b") class B { @GET @DenyAll public void get() {} }
            """);

    assertThat(service.rows("GET /a"))
        .containsExactlyInAnyOrder(
            "UnauthorizedException 401 - [] id=NO",
            "AuthenticationFailedException 401 - [] id=NO",
            "ForbiddenException 403 - [] id=NO");
    assertThat(service.rows("PUT /a")).isEmpty();
    assertThat(service.rows("GET /b")).hasSize(3);
  }

  @Test
  @DisplayName("Settings say below which path resources are, unless an application does")
  void paths() {
    String resource = "@Path(\"a\") class A { @GET public String get() { return \"\"; } }";
    Map<String, String> settings =
        Map.of("quarkus.http.root-path", "/shop", "quarkus.rest.path", "/api");

    assertThat(service(resource).with(settings).successes())
        .containsExactly("GET /shop/api/a [200]");
    assertThat(
            service(resource + "@ApplicationPath(\"v1\") class App extends Application {}")
                .with(settings)
                .successes())
        .containsExactly("GET /shop/v1/a [200]");
  }

  @Test
  @DisplayName("What the client throws is no answer, whatever the peer said")
  void client() {
    Service service =
        service(
            """
            @RegisterRestClient interface Peer { @GET String get(); }
            @Path("a") class A {
              @RestClient Peer peer;
              @GET public String get() { return peer.get(); }
            }
            """);

    assertThat(service.rows("GET /a"))
        .containsExactlyInAnyOrder(
            "WebApplicationException" + ERROR_ID, "ProcessingException" + ERROR_ID);
  }
}
