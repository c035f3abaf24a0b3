package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which mappers answer: those that the runtime finds or is told of. */
class RegisteredTest {
  private static final String LOCKED =
      """
      class Locked extends RuntimeException {}
      @Path("a") class A { @GET public void a() { throw new Locked(); } }
      """;

  private static final String MAPPER =
      """
      class LockedMapper implements ExceptionMapper<Locked> {
        public Response toResponse(Locked e) { return Response.status(423).build(); }
      }
      """;

  private static final String MAPPED = "Locked 423 - [] id=NO";
  private static final String UNMAPPED = "Locked 500 text/html [] id=NO";

  @Test
  @DisplayName("One without an annotation that the program names nowhere is not asked")
  void forgotten() {
    assertThat(Service.of(LOCKED + MAPPER).rows("GET /a")).containsExactly(UNMAPPED);
    assertThat(Service.of(LOCKED + "@Provider " + MAPPER).rows("GET /a")).containsExactly(MAPPED);
  }

  @Test
  @DisplayName("One that the program registers is asked, with an annotation or without")
  void registered() {
    String byClass =
        "class Main { void setUp(Configurable<?> c) { c.register(LockedMapper.class); } }";
    String byObject =
        "class Main { void setUp(Configurable<?> c) { c.register(new LockedMapper()); } }";

    assertThat(Service.of(LOCKED + MAPPER + byClass).rows("GET /a")).containsExactly(MAPPED);
    assertThat(Service.of(LOCKED + MAPPER + byObject).rows("GET /a")).containsExactly(MAPPED);
  }

  @Test
  @DisplayName("Where the application lists its classes, one that is not among them is not asked")
  void listed() {
    String list =
        """
        class Listed extends Application {
          public Set<Class<?>> getClasses() { return Set.of(%s); }
        }
        """;
    String source = LOCKED + "@Provider " + MAPPER;

    assertThat(Service.of(source + list.formatted("A.class")).rows("GET /a"))
        .containsExactly(UNMAPPED);
    assertThat(Service.of(source + list.formatted("A.class, LockedMapper.class")).rows("GET /a"))
        .containsExactly(MAPPED);
    assertThat(Service.of(source + list.formatted("")).rows("GET /a")).containsExactly(MAPPED);
  }
}
