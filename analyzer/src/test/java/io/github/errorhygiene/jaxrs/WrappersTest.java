package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Failure.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Exceptions of JAX-RS that something wraps on their way to a mapper. */
class WrappersTest {
  @Test
  @DisplayName("An exception that says no more than 500 is judged by what it wraps")
  void wrapped() {
    Service service =
        Service.of(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import java.io.IOException;
            @Path("/a") class A {
              ObjectMapper mapper;
              @POST public void read(String body) {
                try {
                  mapper.readTree(body);
                } catch (IOException e) {
                  throw new WebApplicationException(e);
                }
              }
              @PUT public void write() {
                try {
                  java.nio.file.Files.delete(java.nio.file.Path.of("lock"));
                } catch (IOException e) {
                  throw new WebApplicationException(e);
                }
              }
            }
            """);
    assertThat(service.application().contracts())
        .flatExtracting(contract -> contract.failures())
        .filteredOn(failure -> failure.exception().endsWith("WebApplicationException"))
        .filteredOn(failure -> failure.verdict() == Verdict.WRONG)
        .singleElement()
        .satisfies(failure -> assertThat(failure.fits()).isEqualTo(400))
        .satisfies(failure -> assertThat(failure.answer().exposes()).isEmpty());
  }

  @Test
  @DisplayName("What is awaited is unwrapped if nobody maps the wrapper")
  void unwrapped() {
    Service service =
        Service.of(
            """
            class Locked extends RuntimeException {}
            @Provider class LockedMapper implements ExceptionMapper<Locked> {
              public Response toResponse(Locked e) { return Response.status(423).build(); }
            }
            @Path("a") class A {
              @DELETE public void clear() {
                try { throw new Locked(); } catch (Locked e) { throw new CompletionException(e); }
              }
            }
            """);

    assertThat(service.rows("DELETE /a")).containsExactly("CompletionException 423 - [] id=NO");
  }

  @Test
  @DisplayName("What a stage fails with is wrapped: a mapper for everything gets the wrapper")
  void stages() {
    String service =
        """
        class Locked extends RuntimeException {}
        @Provider class LockedMapper implements ExceptionMapper<Locked> {
          public Response toResponse(Locked e) { return Response.status(423).build(); }
        }
        @Path("a") class A {
          @GET public CompletionStage<String> get() {
            return CompletableFuture.supplyAsync(() -> { throw new Locked(); });
          }
        }
        """;
    String everything =
        """
        @Provider class Everything implements ExceptionMapper<Throwable> {
          public Response toResponse(Throwable e) { return Response.status(500).build(); }
        }
        """;
    String chooses =
        """
        @Provider class Everything implements org.glassfish.jersey.spi.ExtendedExceptionMapper<Exception> {
          public boolean isMappable(Exception e) { return !(e instanceof CompletionException); }
          public Response toResponse(Exception e) { return Response.status(500).build(); }
        }
        """;

    assertThat(Service.of(service).rows("GET /a")).containsExactly("Locked 423 - [] id=NO");
    assertThat(Service.of(service + everything).rows("GET /a"))
        .containsExactly("Locked 500 - [] id=NO");
    assertThat(Service.of(service + chooses).rows("GET /a"))
        .containsExactly("Locked 423 - [] id=NO");
  }
}
