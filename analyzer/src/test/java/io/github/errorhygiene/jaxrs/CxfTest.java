package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Apache CXF does otherwise than other runtimes, as observed of 4.1. */
class CxfTest {
  private static final String SERVER = "import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;\n";

  private static final String BODY =
      """
      record Order(@jakarta.validation.constraints.NotNull String id) {}
      @Path("a") class A {
        @POST public String a(@jakarta.validation.Valid Order order) { return ""; }
      }
      """;

  @Test
  @DisplayName("The server answers what nobody maps; what a stage fails with never gets there")
  void unmapped() {
    Service service =
        Service.of(
            SERVER
                + """
                import java.util.concurrent.*;
                @Path("a") class A {
                  @GET public void now() { throw new IllegalStateException("x"); }
                  @PUT public CompletionStage<String> late() {
                    return CompletableFuture.supplyAsync(() -> { throw new IllegalStateException("x"); });
                  }
                }
                """);

    assertThat(service.rows("GET /a"))
        .containsExactly("IllegalStateException 500 text/html [] id=NO");
    assertThat(service.rows("PUT /a")).containsExactly("IllegalStateException 500 - [] id=NO");
  }

  @Test
  @DisplayName("The cause answers for what nobody maps, a mapper is asked before")
  void causes() {
    String wrapped =
        """
        @Path("a") class A {
          @GET public void get() {
            try { find(); } catch (NotFoundException e) { throw new IllegalStateException(e); }
          }
          static void find() { throw new NotFoundException(); }
        }
        """;
    String mapper =
        """
        @Provider class States implements ExceptionMapper<IllegalStateException> {
          public Response toResponse(IllegalStateException e) { return Response.status(409).build(); }
        }
        """;

    assertThat(Service.of(SERVER + wrapped).rows("GET /a"))
        .containsExactly("IllegalStateException 404 - [] id=NO");
    assertThat(Service.of(SERVER + wrapped + mapper).rows("GET /a"))
        .containsExactly("IllegalStateException 409 - [] id=NO");
  }

  @Test
  @DisplayName("A body that cannot be read is no 400, unless a mapper says so")
  void unreadable() {
    String mapper =
        """
        @Provider class Unreadable
            implements ExceptionMapper<com.fasterxml.jackson.core.JsonProcessingException> {
          public Response toResponse(com.fasterxml.jackson.core.JsonProcessingException e) {
            return Response.status(400).build();
          }
        }
        """;

    assertThat(Service.of(SERVER + BODY).rows("POST /a"))
        .contains("JsonParseException 500 - [] id=NO", "JsonMappingException 500 - [] id=NO");
    assertThat(Service.of(SERVER + BODY + mapper).rows("POST /a"))
        .contains("JsonParseException 400 - [] id=NO", "JsonMappingException 400 - [] id=NO");
  }

  @Test
  @DisplayName("Bodies are validated where the program says so, its mapper makes 400 of it")
  void violations() {
    String validation =
        "import org.apache.cxf.jaxrs.validation.JAXRSBeanValidationInInterceptor;\n";
    String mapper = "import org.apache.cxf.jaxrs.validation.ValidationExceptionMapper;\n";

    assertThat(Service.of(SERVER + BODY).rows("POST /a"))
        .noneMatch(row -> row.startsWith("ConstraintViolationException"));
    assertThat(Service.of(SERVER + validation + BODY).rows("POST /a"))
        .anyMatch(row -> row.startsWith("ConstraintViolationException 500"));
    assertThat(Service.of(SERVER + validation + mapper + BODY).rows("POST /a"))
        .contains("ConstraintViolationException 400 - [] id=NO");
  }

  @Test
  @DisplayName("Parts of a body are refused if they are missing, and never null")
  void parts() {
    Service service =
        Service.of(
            SERVER
                + """
                import java.util.List;
                import org.apache.cxf.jaxrs.ext.multipart.Attachment;
                @Path("a") class A {
                  @POST public String all(List<Attachment> parts) { return "" + parts.size(); }
                  @PUT public String one(Attachment part) { return part.getContentId(); }
                  @PATCH public String body(List<String> body) { return "" + body.size(); }
                }
                """);

    assertThat(service.rows("POST /a")).noneMatch(row -> row.startsWith("NullPointer"));
    assertThat(service.rows("PUT /a")).noneMatch(row -> row.startsWith("NullPointer"));
    assertThat(service.rows("PATCH /a")).anyMatch(row -> row.startsWith("NullPointer"));
  }
}
