package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Dropwizard does otherwise than Jersey, as observed of 4.0 and 5.0. */
class DropwizardTest {
  private static final String APPLICATION = "import io.dropwizard.core.Application;\n";

  private static final String ROLES =
      """
      import jakarta.annotation.security.*;
      @Path("a") class A {
        @GET @RolesAllowed("clerk") public String some() { return ""; }
        @POST @PermitAll public String all() { return ""; }
      }
      """;

  @Test
  @DisplayName("A mapper for Exception is nearer to what has a status than Dropwizard's own")
  void everything() {
    String missing =
        "@Path(\"a\") class A { @GET public void a() { throw new NotFoundException(); } }";
    String mapper =
        """
        @Provider class Everything implements ExceptionMapper<%s> {
          public Response toResponse(%s e) { return Response.serverError().build(); }
        }
        """;

    assertThat(Service.of(APPLICATION + missing).rows("GET /a"))
        .containsExactly("NotFoundException 404 application/json [code, message] id=NO");
    assertThat(Service.of(APPLICATION + missing + mapper.replace("%s", "Exception")).rows("GET /a"))
        .containsExactly("NotFoundException 500 text/html [] id=NO");
  }

  @Test
  @DisplayName("Enums and its own types of parameters are refused with 400, wherever they stand")
  void parameters() {
    Service service =
        Service.of(
            APPLICATION
                + """
                import io.dropwizard.jersey.params.IntParam;
                enum Case { UPPER, LOWER }
                @Path("a") class A {
                  @GET public void a(@QueryParam("case") Case letters) {}
                  @POST public void b(@QueryParam("most") IntParam most) {}
                  @PUT public void c(@QueryParam("most") int most) {}
                }
                """);

    assertThat(service.rows("GET /a"))
        .containsExactly("BadRequestException 400 application/json [code, message] id=NO");
    assertThat(service.rows("POST /a"))
        .containsExactly("WebApplicationException 400 application/json [code, message] id=NO");
    assertThat(service.rows("PUT /a"))
        .containsExactly("QueryParamException 404 application/json [code, message] id=NO");
  }

  @Test
  @DisplayName("Without its own mappers errors have the server's page, for GET and POST alone")
  void pages() {
    Service bare =
        Service.of(
                APPLICATION
                    + """
                    @Path("a") class A {
                      @GET public void a() { throw new NotFoundException(); }
                      @DELETE public void b() { throw new NotFoundException(); }
                    }
                    """)
            .with(Map.of("server.registerDefaultExceptionMappers", "false"));

    assertThat(bare.rows("GET /a")).containsExactly("NotFoundException 404 text/html [] id=NO");
    assertThat(bare.rows("DELETE /a")).containsExactly("NotFoundException 404 - [] id=NO");
    assertThat(bare.generalRows())
        .contains(
            "NotAllowedException 405 text/html [] id=NO", "NotAllowedException 405 - [] id=NO");
  }

  @Test
  @DisplayName("Those of its own mappers answer that the program registers instead of all")
  void someOfItsOwn() {
    Service some =
        Service.of(
                APPLICATION
                    + """
                    import io.dropwizard.jersey.errors.LoggingExceptionMapper;
                    class Main {
                      void run(Configurable<?> jersey) {
                        jersey.register(new LoggingExceptionMapper<Throwable>() {});
                        jersey.register(new A());
                      }
                    }
                    @Path("a") class A {
                      @GET public void a() { throw new IllegalStateException(); }
                      @DELETE public void b() { throw new NotFoundException(); }
                    }
                    """)
            .with(Map.of("server.registerDefaultExceptionMappers", "false"));

    assertThat(some.rows("GET /a"))
        .containsExactly("IllegalStateException 500 application/json [code, message] id=YES");
    assertThat(some.rows("DELETE /a"))
        .containsExactly("NotFoundException 404 application/json [code, message] id=NO");
  }

  @Test
  @DisplayName("Without its own mappers one for violations answers what is not valid")
  void violations() {
    Service service =
        Service.of(
                APPLICATION
                    + """
                    record Order(@jakarta.validation.constraints.NotNull String id) {}
                    @Path("a") class A {
                      @POST public String a(@jakarta.validation.Valid Order order) { return ""; }
                    }
                    @Provider class Invalid
                        implements ExceptionMapper<jakarta.validation.ConstraintViolationException> {
                      public Response toResponse(jakarta.validation.ConstraintViolationException e) {
                        return Response.status(422).entity("invalid").build();
                      }
                    }
                    """)
            .with(Map.of("server.registerDefaultExceptionMappers", "false"));

    assertThat(service.rows("POST /a"))
        .contains("JerseyViolationException 422 text/plain [] id=NO");
  }

  @Test
  @DisplayName(
      "Roles count where the program registers what looks at them; all are all who are known")
  void roles() {
    String features =
        """
        import io.dropwizard.auth.AuthDynamicFeature;
        import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
        """;
    Service without = Service.of(APPLICATION + ROLES);
    Service with = Service.of(APPLICATION + features + ROLES);

    assertThat(without.rows("GET /a")).isEmpty();
    assertThat(with.rows("GET /a"))
        .containsExactly(
            "ForbiddenException 403 application/json [code, message] id=NO",
            "NotAuthorizedException 401 text/plain [] id=NO");
    assertThat(with.rows("POST /a"))
        .containsExactly("NotAuthorizedException 401 text/plain [] id=NO");
  }
}
