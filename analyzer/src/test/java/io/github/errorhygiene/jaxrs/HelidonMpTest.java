package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Helidon MP does otherwise, as observed of 4.3. */
class HelidonMpTest {
  private static final String SERVER = "import io.helidon.microprofile.server.Server;\n";

  private static final String RESOURCE =
      """
      record Note(String text) {}
      @Path("a") class A {
        @POST @Produces("application/json") public void add(Note note) {
          throw new IllegalStateException();
        }
      }
      """;

  @Test
  @DisplayName("What nobody maps gets a text as what the method produces, an unknown path another")
  void unmapped() {
    Service service = Service.of(SERVER + RESOURCE);

    assertThat(service.rows("POST /a"))
        .contains("IllegalStateException 500 application/json [] id=NO");
    assertThat(service.generalRows()).contains("NotFoundException 404 text/plain [] id=NO");
  }

  @Test
  @DisplayName("JSON-B has no status for a body that it cannot read, Jackson has")
  void unreadable() {
    Service bound = Service.of(SERVER + RESOURCE);
    Service mapped = Service.of("import com.fasterxml.jackson.annotation.*;\n" + SERVER + RESOURCE);

    assertThat(bound.rows("POST /a")).contains("ProcessingException 500 application/json [] id=NO");
    assertThat(mapped.rows("POST /a"))
        .contains(
            "JsonParseException 400 text/plain [] id=NO",
            "JsonMappingException 400 text/plain [] id=NO")
        .noneMatch(row -> row.startsWith("ProcessingException"));
  }

  @Test
  @DisplayName("What a peer answered becomes the answer, unless a client of Quarkus throws it")
  void passedOn() {
    String client =
        """
        import jakarta.ws.rs.client.Client;
        @Path("a") class A {
          @GET @Produces("application/json") public String get(@Context Client client) {
            return client.target("http://peer").request().get(String.class);
          }
        }
        """;

    assertThat(Service.of(SERVER + client).rows("GET /a"))
        .contains(
            "WebApplicationException 404 application/json [] id=NO",
            "WebApplicationException 500 application/json [] id=NO");
  }
}
