package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Failure.Verdict;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who answers which failure with what, as observed of Jersey 3.1. */
class JaxRsTest {
  @Test
  @DisplayName("What nobody maps gets the server's page with 500")
  void unmapped() {
    Service service =
        Service.of(
            """
            class Locked extends RuntimeException {}
            @Path("a") class A { @DELETE public void clear() { throw new Locked(); } }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("Locked" + Service.PAGE);
    assertThat(service.generalRows())
        .containsExactly("NotAllowedException 405 - [] id=NO", "NotFoundException 404 - [] id=NO");
  }

  @Test
  @DisplayName("A list that is the body may be left out; one of query parameters is empty then")
  void listWithoutBody() {
    Service service =
        Service.of(
            """
            @Path("/a") class A {
              @DELETE @Consumes("application/json") public void drop(List<String> ids) {
                for (String id : ids) System.out.println(id);
              }
              @GET public void get(@QueryParam("id") List<String> ids) {
                for (String id : ids) System.out.println(id);
              }
            }
            """);
    assertThat(service.rows("DELETE /a")).anyMatch(row -> row.startsWith("NullPointerException"));
    assertThat(service.rows("GET /a")).noneMatch(row -> row.startsWith("NullPointerException"));
  }

  @Test
  @DisplayName("What writes a streamed body fails after the handler: no clause there catches it")
  void streamedBody() {
    Service service =
        Service.of(
            """
            @Path("/a") class A {
              @GET public Response get() {
                try {
                  return Response.ok(stream()).build();
                } catch (WebApplicationException e) {
                  return e.getResponse();
                }
              }
              static StreamingOutput stream() {
                return out -> { throw new WebApplicationException("gone", 410); };
              }
            }
            """);
    assertThat(service.rows("GET /a")).noneMatch(row -> row.contains("catch"));
  }

  @Test
  @DisplayName("A clause that asks a table of handlers first may answer otherwise")
  void tableOfHandlers() {
    Service service =
        Service.of(
            """
            interface Answering { Response answer(Exception e); }
            class Missing extends RuntimeException {}
            @Path("/a") class A {
              private static final Map<Class<?>, Answering> TABLE = new HashMap<>();
              @GET public Response get(@QueryParam("id") String id) {
                try {
                  Integer.parseInt(id);
                  return Response.ok().build();
                } catch (Exception e) {
                  return answered(e);
                }
              }
              private static Response answered(Exception e) {
                Answering found = TABLE.get(e.getClass());
                return found == null ? Response.serverError().build() : found.answer(e);
              }
            }
            """);
    assertThat(service.application().contracts().get(0).failures())
        .filteredOn(failure -> failure.exception().endsWith("NumberFormatException"))
        .isNotEmpty()
        .allMatch(failure -> failure.verdict() != Verdict.WRONG);
  }

  @Test
  @DisplayName("The mapper for the closest type answers, also if its base class says for which")
  void closestMapper() {
    Service service =
        Service.of(
            """
            class Broken extends RuntimeException {}
            class Locked extends Broken {}
            record Failed(String code) {}
            abstract class Base<E extends Exception> implements ExceptionMapper<E> {
              private final Response.Status status;
              Base(Response.Status status) { this.status = status; }
              public Response toResponse(E e) {
                return Response.status(status).entity(new Failed("x")).type("application/json").build();
              }
            }
            @Provider class LockedMapper extends Base<Locked> {
              LockedMapper() { super(Response.Status.CONFLICT); }
            }
            @Provider class AllMapper extends Base<RuntimeException> {
              AllMapper() { super(Response.Status.SERVICE_UNAVAILABLE); }
            }
            @Path("a") class A {
              @DELETE public void clear() { throw new Locked(); }
              @GET public String get() { throw new Broken(); }
            }
            """);

    assertThat(service.rows("DELETE /a"))
        .containsExactly("Locked 409 application/json [code] id=NO");
    assertThat(service.rows("GET /a")).containsExactly("Broken 503 application/json [code] id=NO");
  }

  @Test
  @DisplayName("What a runtime throws is the API's in applications before Jakarta as well")
  void conversionBeforeJakarta() {
    Service service =
        Service.ofJavax(
            """
            import io.dropwizard.core.Application;
            @Path("a") class A { @GET public void get(@QueryParam("depth") int depth) {} }
            """);

    assertThat(service.rows("GET /a"))
        .containsExactly("QueryParamException 404 application/json [code, message] id=NO");
  }

  @Test
  @DisplayName("Of two mappers for one type the one with the lower priority number answers")
  void priority() {
    Service service =
        Service.of(
            """
            class Locked extends RuntimeException {}
            @Provider class AMapper implements ExceptionMapper<Locked> {
              public Response toResponse(Locked e) { return Response.status(410).build(); }
            }
            @Provider @jakarta.annotation.Priority(1) class BMapper implements ExceptionMapper<Locked> {
              public Response toResponse(Locked e) { return Response.status(423).build(); }
            }
            @Path("a") class A { @DELETE public void clear() { throw new Locked(); } }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("Locked 423 - [] id=NO");
  }

  @Test
  @DisplayName("A mapper that fails answers 500, one that gives nothing 204")
  void failingMapper() {
    Service service =
        Service.of(
            """
            class Broken extends RuntimeException {}
            class Locked extends RuntimeException {}
            @Provider class BrokenMapper implements ExceptionMapper<Broken> {
              public Response toResponse(Broken e) { throw new IllegalStateException(); }
            }
            @Provider class LockedMapper implements ExceptionMapper<Locked> {
              public Response toResponse(Locked e) { return null; }
            }
            @Path("a") class A {
              @DELETE public void clear() { throw new Broken(); }
              @GET public String get() { throw new Locked(); }
            }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("Broken 500 - [] id=NO");
    assertThat(service.rows("GET /a")).containsExactly("Locked 204 - [] id=NO");
  }

  @Test
  @DisplayName("An exception that is an answer answers, with or without a body")
  void webApplicationException() {
    Service service =
        Service.of(
            """
            record Failed(String code) {}
            class Own extends ClientErrorException {
              Own() { super("own", Response.Status.GONE); }
            }
            @Path("a") class A {
              @GET public String get() { throw new NotFoundException("no"); }
              @PUT public String put() { throw new Own(); }
              @POST public String post() {
                throw new BadRequestException(
                    Response.status(400).entity(new Failed("x")).type("application/json").build());
              }
              @DELETE public String clear() { throw new WebApplicationException("no", 418); }
            }
            """);

    assertThat(service.rows("GET /a")).containsExactly("NotFoundException 404 - [] id=NO");
    assertThat(service.rows("PUT /a")).containsExactly("Own 410 - [] id=NO");
    assertThat(service.rows("POST /a"))
        .containsExactly("BadRequestException 400 application/json [code] id=NO");
    assertThat(service.rows("DELETE /a")).containsExactly("WebApplicationException 418 - [] id=NO");
  }

  @Test
  @DisplayName("A mapper takes such an exception only if it has no body; it may use its answer")
  void mappedAnswer() {
    Service service =
        Service.of(
            """
            record Failed(String code) {}
            @Provider class Mapper implements ExceptionMapper<WebApplicationException> {
              public Response toResponse(WebApplicationException e) {
                return Response.fromResponse(e.getResponse()).entity(new Failed("x"))
                    .type(MediaType.APPLICATION_JSON_TYPE).build();
              }
            }
            @Path("a") class A {
              @GET public String get() { throw new NotFoundException("no"); }
              @POST public String post() {
                throw new BadRequestException(Response.status(400).entity("bad").build());
              }
            }
            """);

    assertThat(service.rows("GET /a"))
        .containsExactly("NotFoundException 404 application/json [code] id=NO");
    assertThat(service.rows("POST /a"))
        .containsExactly("BadRequestException 400 text/plain [] id=NO");
    assertThat(service.generalRows())
        .containsExactly(
            "NotAllowedException 405 application/json [code] id=NO",
            "NotFoundException 404 application/json [code] id=NO");
  }

  @Test
  @DisplayName("What cannot be converted is not found in paths and queries, and bad elsewhere")
  void conversion() {
    Service service =
        Service.of(
            """
            class Page { @QueryParam("from") int from; }
            @Path("a/{id}") class A {
              @GET public String get(@PathParam("id") UUID id, @BeanParam Page page) { return ""; }
              @PUT public String put(@HeaderParam("n") Integer n, @QueryParam("q") String q) { return ""; }
            }
            """);

    assertThat(service.rows("GET /a/{id}"))
        .containsExactly("PathParamException 404 - [] id=NO", "QueryParamException 404 - [] id=NO");
    assertThat(service.rows("PUT /a/{id}")).containsExactly("HeaderParamException 400 - [] id=NO");
  }

  @Test
  @DisplayName("What the request may leave out may be nothing: to use it is the caller's fault")
  void missingInput() {
    Service service =
        Service.of(
            """
            record Order(String id) {}
            @Path("a") class A {
              @GET public String get(@QueryParam("q") String q) { return q.strip(); }
              @PUT public String put(@QueryParam("q") @DefaultValue("") String q) { return q.strip(); }
              @POST @Consumes("text/plain") public String post(String body) { return body.strip(); }
            }
            """);

    assertThat(service.rows("GET /a")).containsExactly("NullPointerException" + Service.PAGE);
    assertThat(service.rows("PUT /a")).isEmpty();
    assertThat(service.rows("POST /a")).containsExactly("NotSupportedException 415 - [] id=NO");
  }

  @Test
  @DisplayName("Quarkus REST asks the mapping methods of the resource before those of others")
  void serverExceptionMapper() {
    Service service =
        Service.of(
            """
            import org.jboss.resteasy.reactive.RestResponse;
            import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
            class Locked extends RuntimeException {}
            class Broken extends RuntimeException {}
            record Failed(String code) {}
            class Errors {
              @ServerExceptionMapper RestResponse<Failed> broken(Broken e, UriInfo uri) {
                return RestResponse.status(Response.Status.BAD_GATEWAY, new Failed("x"));
              }
              @ServerExceptionMapper(Locked.class) Response locked(Locked e) {
                return Response.status(410).build();
              }
            }
            @Path("a") class A {
              @DELETE public void clear() { throw new Locked(); }
              @PUT public void put() { throw new Broken(); }
              @ServerExceptionMapper Response locked(Locked e) { return Response.status(423).build(); }
            }
            @Path("b") class B {
              @DELETE public void clear() { throw new Locked(); }
              @PUT public void put() { throw new IllegalStateException(); }
            }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("Locked 423 - [] id=NO");
    assertThat(service.rows("DELETE /b")).containsExactly("Locked 410 - [] id=NO");
    assertThat(service.rows("PUT /a")).containsExactly("Broken 502 application/json [code] id=NO");
    assertThat(service.rows("PUT /b"))
        .containsExactly("IllegalStateException 500 application/json [details, stack] id=YES");
  }

  @Test
  @DisplayName("Of a mapper that nobody can follow nothing is claimed")
  void unknownMapper() {
    Service service =
        Service.of(
            """
            class Locked extends RuntimeException {}
            @Provider class Mapper implements ExceptionMapper<Locked> {
              private Response forever(int n) { return forever(n + 1); }
              public Response toResponse(Locked e) { return forever(0); }
            }
            @Path("a") class A { @DELETE public void clear() { throw new Locked(); } }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("Locked 0 - [] id=UNKNOWN");
  }

  @Test
  @DisplayName("Dropwizard gives every exception a body, and an id that its log has")
  void dropwizard() {
    Service service =
        Service.of(
            """
            import io.dropwizard.core.Application;
            class Locked extends RuntimeException {}
            record Order(@jakarta.validation.constraints.NotNull String id) {}
            @Path("a") class A {
              @DELETE public void clear() { throw new Locked(); }
              @GET public String get() { throw new NotFoundException("no"); }
              @POST public String post(@jakarta.validation.Valid Order order) { return ""; }
              @PUT public Response put() { return Response.status(409).build(); }
            }
            """);

    assertThat(service.rows("DELETE /a"))
        .containsExactly("Locked 500 application/json [code, message] id=YES");
    assertThat(service.rows("GET /a"))
        .containsExactly("NotFoundException 404 application/json [code, message] id=NO");
    assertThat(service.rows("POST /a"))
        .contains("JerseyViolationException 422 application/json [errors] id=NO");
    assertThat(service.rows("PUT /a"))
        .containsExactly("the handler answers 409 itself 409 - [] id=NO");
  }

  @Test
  @DisplayName("Dropwizard maps nothing by itself where its mappers are turned off")
  void dropwizardWithoutMappers() {
    Service service =
        Service.of(
                """
                import io.dropwizard.core.Application;
                class Locked extends RuntimeException {}
                record Order(@jakarta.validation.constraints.NotNull String id) {}
                @Path("a") class A {
                  @DELETE public void clear() { throw new Locked(); }
                  @GET public String get() { throw new NotFoundException("no"); }
                  @POST public String post(@jakarta.validation.Valid Order order) { return ""; }
                }
                """)
            .with(Map.of("server.registerDefaultExceptionMappers", "false"));

    assertThat(service.rows("DELETE /a")).containsExactly("Locked 500 - [] id=NO");
    assertThat(service.rows("GET /a")).containsExactly("NotFoundException 404 text/html [] id=NO");
    assertThat(service.rows("POST /a")).contains("JerseyViolationException 400 text/html [] id=NO");
  }
}
