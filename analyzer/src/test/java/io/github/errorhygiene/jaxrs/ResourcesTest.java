package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which methods answer requests, and where. */
class ResourcesTest {
  @Test
  @DisplayName("A class with a path has an endpoint for each method with a verb")
  void verbs() {
    Service service =
        Service.of(
            """
            @Path("orders") class Orders {
              @GET public String all() { return ""; }
              @POST @Path("{id: [0-9]+}/lines") public void add() {}
              public String helper() { return ""; }
            }
            class NoResource { @GET public String all() { return ""; } }
            """);

    assertThat(service.successes())
        .containsExactly("GET /orders [200]", "POST /orders/{id}/lines [204]");
  }

  @Test
  @DisplayName("The same before Jakarta")
  void javax() {
    Service service =
        Service.ofJavax("@Path(\"orders\") class Orders { @DELETE public void clear() {} }");

    assertThat(service.successes()).containsExactly("DELETE /orders [204]");
  }

  @Test
  @DisplayName("Own verbs count, an application's path comes first")
  void ownVerbs() {
    Service service =
        Service.of(
            """
            @ApplicationPath("/api/*") class App extends Application {}
            @HttpMethod("LOCK") @interface Lock {}
            @Path("/orders") class Orders { @Lock public void lock() {} }
            """);

    assertThat(service.successes()).containsExactly("LOCK /api/orders [204]");
  }

  @Test
  @DisplayName("A method without annotations has those of what it overrides")
  void inherited() {
    Service service =
        Service.of(
            """
            @Path("orders") interface Orders {
              @GET @Path("{id}") String order(@PathParam("id") int id);
              @PUT String put();
            }
            abstract class Base<T> { @HEAD public abstract void check(T id); }
            class OrderResource extends Base<String> implements Orders {
              public String order(int id) { return ""; }
              @POST public String put() { return ""; }
              public void check(String id) {}
            }
            """);

    assertThat(service.successes())
        .containsExactly("HEAD /orders [204]", "POST /orders [200]", "GET /orders/{id} [200]");
  }

  @Test
  @DisplayName("An interface that nobody implements is a client, and so is one that says so")
  void clients() {
    Service service =
        Service.of(
            """
            @Path("a") interface Api { @GET String all(); }
            @org.eclipse.microprofile.rest.client.inject.RegisterRestClient
            @Path("b") interface Client { @GET String all(); }
            class Stub implements Client { public String all() { return ""; } }
            """);

    assertThat(service.successes()).isEmpty();
  }

  @Test
  @DisplayName("A locator's endpoints are those of what it returns, and fail with it")
  void locators() {
    Service service =
        Service.of(
            """
            class Missing extends RuntimeException {}
            @Path("orders") class Orders {
              @Path("{id}/lines") public Object lines(@PathParam("id") int id) {
                if (id > 9) throw new Missing();
                return new Lines();
              }
              @Path("notes") public Class<Notes> notes() { return Notes.class; }
            }
            class Lines { @GET @Path("{n}") public String line() { return ""; } }
            class Notes { @GET public String all() { return ""; } }
            """);

    assertThat(service.successes())
        .containsExactly("GET /orders/notes [200]", "GET /orders/{id}/lines/{n} [200]");
    assertThat(service.rows("GET /orders/{id}/lines/{n}"))
        .containsExactly("Missing 500 text/html [] id=NO", "PathParamException 404 - [] id=NO");
  }

  @Test
  @DisplayName("A locator that returns its own class ends somewhere")
  void recursiveLocators() {
    Service service =
        Service.of(
            """
            @Path("tree") class Tree {
              @GET public String leaf() { return ""; }
              @Path("left") public Tree left() { return this; }
            }
            """);

    assertThat(service.successes())
        .contains("GET /tree [200]", "GET /tree/left/left [200]")
        .hasSizeLessThan(9);
  }

  @Test
  @DisplayName("Nothing is no content, also where something may be")
  void nothing() {
    Service service =
        Service.of(
            """
            @Path("a") class A {
              @GET public String some(@QueryParam("q") String q) { return q == null ? null : "x"; }
              @POST public Response none() { return null; }
              @PUT public Response given() { return Response.status(Response.Status.ACCEPTED).build(); }
              @GET @Path("b") public Response made() { return Response.ok(List.of()).type("a/b").build(); }
            }
            """);

    assertThat(service.successes())
        .containsExactly("GET /a [200, 204]", "POST /a [204]", "PUT /a [202]", "GET /a/b [200]");
  }

  @Test
  @DisplayName("A suspended request is answered by what it is resumed with")
  void suspended() {
    Service service =
        Service.of(
            """
            @Path("a") class A {
              @GET public void later(@Suspended AsyncResponse r) { r.resume(List.of("x")); }
              @PUT public void gone(@Suspended AsyncResponse r) { r.resume(Response.status(410).build()); }
            }
            """);

    assertThat(service.successes()).containsExactly("GET /a [200]", "PUT /a []");
    assertThat(service.rows("PUT /a"))
        .containsExactly("the handler answers 410 itself 410 - [] id=NO");
  }
}
