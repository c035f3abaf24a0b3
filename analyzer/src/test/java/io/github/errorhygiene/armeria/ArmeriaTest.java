package io.github.errorhygiene.armeria;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.ContractBuilder;
import io.github.errorhygiene.web.FrameworkCalls;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmeriaTest {
  private static final Adapter ADAPTER = new ArmeriaAdapter();

  private static final String IMPORTS =
      """
      import com.linecorp.armeria.common.*;
      import com.linecorp.armeria.server.*;
      import com.linecorp.armeria.server.annotation.*;
      """;

  @Test
  void findsAnnotatedMethodsBelowTheirPrefixes() {
    assertThat(
            endpoints(
                """
                @PathPrefix("/v1")
                class Orders {
                  @Get("/orders/{id}") public String get(@Param String id) { return id; }
                  @Post @Path("/orders") @StatusCode(201) public String add() { return ""; }
                  @Delete("/orders/:id") public void remove(@Param String id) {}
                }
                class Main {
                  void start() {
                    Server.builder().annotatedService("/api", new Orders()).build();
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            "GET /api/v1/orders/{id} [200]",
            "POST /api/v1/orders [201]",
            "DELETE /api/v1/orders/{id} [204]");
  }

  @Test
  void findsWhatSpringBootConfiguresBelowItsPath() {
    assertThat(
            endpoints(
                """
                class Orders {
                  @Get("/orders") public String get() { return ""; }
                }
                class Configuration {
                  @org.springframework.context.annotation.Bean
                  com.linecorp.armeria.spring.ArmeriaServerConfigurator configurator(Orders orders) {
                    return sb -> {
                      sb.annotatedService(orders);
                      sb.annotatedService("/api", orders);
                    };
                  }
                }
                """))
        .containsExactlyInAnyOrder("GET /orders [200]", "GET /api/orders [200]");
  }

  @Test
  void findsServicesThatAreFunctions() {
    assertThat(
            endpoints(
                """
                class Main {
                  void start() {
                    Server.builder()
                        .service("/plain", (ctx, request) -> HttpResponse.of(204))
                        .route().get("/bound").build((ctx, request) -> HttpResponse.of(202))
                        .build();
                  }
                }
                """))
        .containsExactlyInAnyOrder("ANY /plain [204]", "GET /bound [202]");
  }

  @Test
  void findsWhatAConfiguratorRegistersThatAContainerRuns() {
    assertThat(
            endpoints(
                """
                interface Configurator { void configure(ServerBuilder server); }
                class Orders {
                  @Get("/orders") public String all() { return ""; }
                }
                class Beans {
                  Configurator configurator(java.util.Optional<Orders> orders) {
                    return server -> orders.ifPresent(o -> {
                      server.annotatedService(o);
                      server.annotatedService("/ui", orders.get());
                    });
                  }
                }
                """))
        .containsExactlyInAnyOrder("GET /orders [200]", "GET /ui/orders [200]");
  }

  @Test
  void takesWhatIsNoArgumentForOneInAnnotatedServicesOnly() {
    assertThat(
            rows(
                """
                class Main {
                  @Get("/annotated/{n}") public String get(@Param String n) {
                    return "" + Integer.parseInt(n);
                  }
                  void start() {
                    Server.builder()
                        .service("/plain/{n}", (ctx, request) -> {
                          Integer.parseInt(ctx.pathParam("n"));
                          return HttpResponse.of(204);
                        })
                        .build();
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            "java.lang.NumberFormatException 400 text/plain",
            "java.lang.NumberFormatException 500 text/plain");
  }

  @Test
  void asksTheHandlersOfTheMethodThenOfTheClassThenOfTheServer() {
    assertThat(
            rows(
                """
                @ExceptionHandler(OfClass.class)
                class Main {
                  @ExceptionHandler(OfMethod.class)
                  @Get("/x") public String get(@Param @Default("0") String n) {
                    if (n.equals("1")) throw new IllegalStateException();
                    if (n.equals("2")) throw new UnsupportedOperationException();
                    throw new ArithmeticException();
                  }
                  void start() {
                    Server.builder()
                        .errorHandler((ctx, cause) -> HttpResponse.of(503))
                        .annotatedService(new Main())
                        .build();
                  }
                }
                class OfMethod implements ExceptionHandlerFunction {
                  public HttpResponse handleException(ServiceRequestContext c, HttpRequest r, Throwable cause) {
                    if (cause instanceof IllegalStateException) return HttpResponse.of(409);
                    return ExceptionHandlerFunction.fallthrough();
                  }
                }
                class OfClass implements ExceptionHandlerFunction {
                  public HttpResponse handleException(ServiceRequestContext c, HttpRequest r, Throwable cause) {
                    if (cause instanceof UnsupportedOperationException) return HttpResponse.of(501);
                    return ExceptionHandlerFunction.fallthrough();
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            "java.lang.IllegalStateException 409 text/plain",
            "java.lang.UnsupportedOperationException 501 text/plain",
            "java.lang.ArithmeticException 503 text/plain");
  }

  @Test
  void asksTheHandlersThatAServiceIsRegisteredWith() {
    assertThat(
            rows(
                """
                class Main {
                  @Get("/x") public String get(@Param @Default("0") String n) {
                    if (n.equals("1")) throw new IllegalStateException();
                    throw new UnsupportedOperationException();
                  }
                  void start() {
                    Server.builder()
                        .errorHandler((ctx, cause) -> HttpResponse.of(503))
                        .annotatedService("/api", new Main(), new OfService())
                        .build();
                  }
                }
                class OfService implements ExceptionHandlerFunction {
                  public HttpResponse handleException(ServiceRequestContext c, HttpRequest r, Throwable cause) {
                    if (cause instanceof IllegalStateException) return HttpResponse.of(409);
                    return ExceptionHandlerFunction.fallthrough();
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            "java.lang.IllegalStateException 409 text/plain",
            "java.lang.UnsupportedOperationException 503 text/plain");
  }

  @Test
  void asksTheHandlersThatABuilderOfTheProgramsOwnRegistersAServiceWith() {
    String source =
        """
        interface Registered { ExceptionHandlerFunction handler(); }
        interface Rest extends Registered {
          default ExceptionHandlerFunction handler() { return Answers.INSTANCE; }
        }
        class Orders implements Rest {
          @Get("/{id}") public String get(@Param String id) { throw new IllegalStateException(); }
        }
        class Users implements Registered {
          public ExceptionHandlerFunction handler() { return new Others(); }
          @Get("") public String all(@Param String id) { throw new IllegalStateException(); }
        }
        class Answers implements ExceptionHandlerFunction {
          static final Answers INSTANCE = new Answers();
          public HttpResponse handleException(ServiceRequestContext c, HttpRequest r, Throwable cause) {
            return HttpResponse.of(409);
          }
        }
        class Others implements ExceptionHandlerFunction {
          public HttpResponse handleException(ServiceRequestContext c, HttpRequest r, Throwable cause) {
            return HttpResponse.of(410);
          }
        }
        class Builder {
          private final ServerBuilder server;
          private final String base;
          Builder(String base) { this.server = Server.builder(); this.base = base; }
          Builder annotate(String path, Rest service) { register(path, service); return this; }
          Builder annotate(String path, Users service) { register(path, service); return this; }
          private void register(String path, Registered service) {
            ExceptionHandlerFunction handler = service.handler();
            server.annotatedService()
                .pathPrefix(base + path)
                .requestConverters()
                .exceptionHandlers(handler)
                .decorator(delegate -> delegate)
                .build(service);
          }
        }
        class Main {
          public static void main(String[] arguments) {
            Builder builder = new Builder("/api/");
            builder.annotate("orders", new Orders()).annotate("users", new Users());
          }
        }
        """;

    assertThat(endpoints(source))
        .containsExactlyInAnyOrder("GET /api/orders/{id} []", "GET /api/users []");
    assertThat(rows(source))
        .contains(
            "java.lang.IllegalStateException 409 text/plain",
            "java.lang.IllegalStateException 410 text/plain")
        .doesNotContain("java.lang.IllegalStateException 500 text/plain");
  }

  /** As handlers have it that make every failure one of the program's own first. */
  @Test
  void knowsTheStatusThatAHandlerReadsFromWhatItWraps() {
    String throwing =
        IntStream.range(0, 200)
            .mapToObj(i -> "if (n.equals(\"" + i + "\")) throw new IllegalArgumentException();\n")
            .collect(Collectors.joining());
    String source =
        """
        @ExceptionHandler(Answers.class)
        class Main {
          @Get("/x") public String get(@Param @Default("0") String n) {
            %s
            throw new IllegalStateException();
          }
        }
        enum Code {
          WRONG(400), BROKEN(500);
          private final HttpStatus status;
          Code(int status) { this.status = HttpStatus.valueOf(status); }
          HttpStatus status() { return status; }
        }
        class Own extends RuntimeException {
          private final Code code;
          Own(Code code, String message, Throwable cause) {
            super(message, cause);
            this.code = code;
          }
          Code code() { return code; }
        }
        class Answers implements ExceptionHandlerFunction {
          public HttpResponse handleException(ServiceRequestContext c, HttpRequest r, Throwable cause) {
            return answer(own(cause));
          }
          private static Own own(Throwable cause) {
            return cause instanceof IllegalArgumentException
                ? new Own(Code.WRONG, "wrong", cause)
                : new Own(Code.BROKEN, "broken", cause);
          }
          private static HttpResponse answer(Own own) {
            return HttpResponse.of(own.code().status());
          }
        }
        """;

    assertThat(rows(source.formatted(throwing)))
        .containsOnly(
            "java.lang.IllegalArgumentException 400 text/plain",
            "java.lang.IllegalStateException 500 text/plain");
  }

  @Test
  void sendsWhatAnExceptionCarries() {
    assertThat(
            rows(
                """
                class Main {
                  @Get("/x") public String get(@Param @Default("0") String n) {
                    if (n.equals("1")) throw HttpStatusException.of(HttpStatus.CONFLICT);
                    throw HttpResponseException.of(
                        HttpResponse.of(HttpStatus.GONE, MediaType.JSON_UTF_8, "{}"));
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            "com.linecorp.armeria.server.HttpStatusException 409 text/plain",
            "com.linecorp.armeria.server.HttpResponseException 410 application/json");
  }

  @Test
  void knowsWhatDoesNotBind() {
    assertThat(
            rows(
                """
                class Main {
                  @Get("/a/{n}") public String number(@Param int n) { return ""; }
                  @Get("/b/{n}") public String text(@Param String n) { return n; }
                  @Get("/c") public String missing(@Param String n) { return n; }
                  @Get("/d") public String given(@Param @Default("x") String n) { return n; }
                }
                """))
        .containsExactlyInAnyOrder(
            "malformed or missing parameter 400 text/plain",
            "malformed or missing parameter 400 text/plain");
  }

  private static List<String> endpoints(String source) {
    return application(source).contracts().stream()
        .map(c -> c.endpoint().label() + " " + c.endpoint().success())
        .toList();
  }

  private static List<String> rows(String source) {
    return application(source).contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .map(ArmeriaTest::row)
        .toList();
  }

  private static String row(Failure row) {
    Answer answer = row.answer();
    String what = row.summary().isEmpty() ? row.exception() : row.summary();
    return what + " " + answer.status() + " " + answer.contentType();
  }

  private static Application application(String source) {
    List<Unit> units = List.of(SourceReader.lower("Main.java", IMPORTS + source));
    Catalogue catalogue = Catalogue.bundled();
    ClassPath none = ClassPath.of(List.of());
    Program program = Program.link(units, ClassSource.of(none), catalogue::supertypes);
    Engine engine = new Engine(program, catalogue, new FrameworkCalls(List.of(ADAPTER)));
    Project project =
        new Project(program, engine, catalogue, type -> false, units, Map.of(), List::of);
    return ContractBuilder.build(ADAPTER.in(project), project);
  }
}
