package io.github.errorhygiene.micronaut;

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
import io.github.errorhygiene.web.ContractBuilder;
import io.github.errorhygiene.web.FrameworkCalls;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MicronautTest {
  private static final ClassPath JDK = ClassPath.of(List.of());
  private static final String IMPORTS =
      """
      import io.micronaut.http.*;
      import io.micronaut.http.annotation.*;
      import io.micronaut.http.annotation.Error;
      import io.micronaut.http.exceptions.HttpStatusException;
      import io.micronaut.http.server.exceptions.ExceptionHandler;
      import jakarta.inject.Singleton;
      import java.util.*;
      """;

  @Test
  void findsRoutesBelowThePathOfTheController() {
    assertThat(
            endpoints(
                """
                @Controller("orders")
                class Orders {
                  @Get List<String> list() { return List.of(); }
                  @Get("/{id}{?max}") String get(int id, int max) { return "x"; }
                  @Post(uris = {"/a", "/b"}) String both() { return "x"; }
                  @Delete(uri = "/{id}") void remove(int id) {}
                  @CustomHttpMethod(method = "lock", value = "/{id}") void lock(int id) {}
                  String helper() { return "x"; }
                }
                """))
        .containsExactlyInAnyOrder(
            "GET /orders",
            "GET /orders/{id}",
            "POST /orders/a",
            "POST /orders/b",
            "DELETE /orders/{id}",
            "LOCK /orders/{id}");
  }

  @Test
  void findsRoutesThatInterfacesAndSuperclassesDeclare() {
    assertThat(
            endpoints(
                """
                interface Api { @Get("/api") String api(); }
                abstract class Base { @Get("/base") String base() { return "x"; } }
                @Controller class Both extends Base implements Api {
                  public String api() { return "x"; }
                }
                """))
        .containsExactlyInAnyOrder("GET /api", "GET /base");
  }

  @Test
  void doesNotTakeDeclarativeClientsForRoutes() {
    assertThat(
            endpoints(
                """
                @io.micronaut.http.client.annotation.Client("/upstream")
                interface Upstream { @Get("/x") String x(); }
                """))
        .isEmpty();
  }

  @Test
  void resolvesPropertiesInPaths() {
    Map<String, String> properties =
        Map.of("api.version", "/v2", "micronaut.server.context-path", "/shop");
    assertThat(
            application(
                    properties,
                    "@Controller(\"${api.version}\") class C { @Get String x() { return \"x\"; } }")
                .contracts())
        .singleElement()
        .matches(contract -> contract.endpoint().label().equals("GET /shop/v2"));
  }

  @Test
  void answers500WithItsOwnPageIfNobodyTakesAnException() {
    assertThat(rows("throw new IllegalStateException();", ""))
        .contains("IllegalStateException 500 [_embedded, _links, message]");
  }

  @Test
  void answers404IfNothingIsReturned() {
    assertThat(rows("return null;", "")).contains(" 404 [_embedded, _links, message]");
  }

  @Test
  void asksTheControllersOwnMethodBeforeAGlobalOne() {
    assertThat(
            rows(
                "throw new IllegalStateException();",
                """
                @Error HttpResponse<?> own(RuntimeException e) { return HttpResponse.notFound(); }
                @Error(global = true) HttpResponse<?> all(IllegalStateException e) {
                  return HttpResponse.serverError();
                }
                """))
        .contains("IllegalStateException 404 []");
  }

  @Test
  void asksAMethodForTheStatusThatAnExceptionCarries() {
    assertThat(
            rows(
                "throw new HttpStatusException(HttpStatus.GONE, \"gone\");",
                """
                @Error(status = HttpStatus.GONE) HttpResponse<?> gone() {
                  return HttpResponse.badRequest(Map.of("code", 1));
                }
                """))
        .contains("HttpStatusException 400 [code]");
  }

  @Test
  void asksTheHandlerWhoseExceptionIsClosest() {
    String handlers =
        """
        @Singleton class All implements ExceptionHandler<Exception, HttpResponse<?>> {
          public HttpResponse<?> handle(HttpRequest r, Exception e) {
            return HttpResponse.serverError(Map.of("sorry", 1));
          }
        }
        """;
    assertThat(rows("throw new IllegalStateException();", "", handlers))
        .contains("IllegalStateException 500 [sorry]");
    assertThat(rows("throw new HttpStatusException(HttpStatus.GONE, \"gone\");", "", handlers))
        .contains("HttpStatusException 410 [_embedded, _links, message]");
  }

  @Test
  void tellsApartWhatIsMissing() {
    assertThat(
            rows(
                "return \"x\";",
                """
                @Post("/y") String y(@QueryValue String q, @Header String h, String other) {
                  return q + h + other;
                }
                @Error(global = true) HttpResponse<?> query(
                    io.micronaut.web.router.exceptions.UnsatisfiedQueryValueRouteException e) {
                  return HttpResponse.unprocessableEntity();
                }
                """))
        .contains(
            "UnsatisfiedQueryValueRouteException 422 []",
            "UnsatisfiedHeaderRouteException 400 [_embedded, _links, message]",
            "UnsatisfiedRouteException 400 [_embedded, _links, message]");
  }

  @Test
  void whatTheClientNeedNotSendIsNotMissingAnywhere() {
    assertThat(
            modes(
                """
                @Controller class C {
                  @Get("/a") String a(java.util.Optional<String> q) { return q.orElseThrow(); }
                  @Get("/b") int b(@Nullable @QueryValue(defaultValue = "1") Integer n) { return n + 1; }
                }
                """))
        .containsExactly("GET /a NoSuchElementException MALFORMED_INPUT");
  }

  private static List<String> modes(String source) {
    return application(Map.of(), source).contracts().stream()
        .flatMap(
            contract ->
                contract.failures().stream()
                    .filter(failure -> failure.raisedBy() == Failure.RaisedBy.APPLICATION)
                    .map(
                        failure ->
                            contract.endpoint().label()
                                + " "
                                + failure.exception().replaceAll(".*\\.", "")
                                + " "
                                + failure.mode()))
        .toList();
  }

  @Test
  void asksAGlobalMethodForTheStatusOfWhatHasNoRoute() {
    List<String> general =
        application(
                Map.of(),
                """
                @Controller class C {
                  @Get("/x") String x() { return "x"; }
                  @Error(global = true, status = HttpStatus.NOT_FOUND) HttpResponse<?> gone() {
                    return HttpResponse.status(HttpStatus.GONE);
                  }
                  @Error(global = true) HttpResponse<?> all(Throwable e) {
                    return HttpResponse.serverError();
                  }
                }
                """)
            .failures()
            .stream()
            .map(MicronautTest::row)
            .toList();
    assertThat(general)
        .containsExactlyInAnyOrder("NotFoundException 410 []", "NotAllowedException 500 []");
  }

  @Test
  void replacesHandlersOfItsOwn() {
    String handlers =
        """
        @Singleton
        @io.micronaut.context.annotation.Replaces(
            io.micronaut.http.server.exceptions.HttpStatusHandler.class)
        class Mine implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
          public HttpResponse<?> handle(HttpRequest r, RuntimeException e) {
            return HttpResponse.badRequest(Map.of("mine", 1));
          }
        }
        """;
    assertThat(rows("throw new HttpStatusException(HttpStatus.GONE, \"gone\");", "", handlers))
        .contains("HttpStatusException 400 [mine]");
  }

  @Test
  void answersAsTheHandlerThatItReplacesAndExtends() {
    String handlers =
        """
        @Singleton
        @io.micronaut.context.annotation.Replaces(
            io.micronaut.validation.exceptions.ConstraintExceptionHandler.class)
        class Mine extends io.micronaut.validation.exceptions.ConstraintExceptionHandler {
          Mine() { super(null); }
          protected String buildMessage(jakarta.validation.ConstraintViolation violation) {
            return "odd";
          }
        }
        """;
    assertThat(
            rows(
                "throw new jakarta.validation.ConstraintViolationException(java.util.Set.of());",
                "",
                handlers))
        .anyMatch(row -> row.startsWith("ConstraintViolationException 400"));
  }

  @Test
  void putsWhatAnExceptionCarriesIntoTheBody() {
    assertThat(
            rows("throw new HttpStatusException(HttpStatus.GONE, Map.of(\"why\", \"old\"));", ""))
        .contains("HttpStatusException 410 [why]");
  }

  @Test
  void looksIntoWhatAFutureFailedWith() {
    assertThat(
            rows(
                """
                try {
                  throw new HttpStatusException(HttpStatus.GONE, "gone");
                } catch (HttpStatusException e) {
                  throw new java.util.concurrent.CompletionException(e);
                }
                """,
                ""))
        .contains("CompletionException 410 [_embedded, _links, message]");
  }

  @Test
  void whatIsCalledAnExceptionIsOneThoughNothingElseIsKnownOfIt() {
    assertThat(
            rows(
                "throw new com.acme.UnknownException();",
                "@Error Map<String, String> e(Throwable e) { return Map.of(\"code\", \"x\"); }"))
        .contains("UnknownException 200 [code]");
  }

  @Test
  void refusesByTheSettingsOfMicronautSecurity() {
    String source =
        """
        import io.micronaut.security.annotation.Secured;
        @Controller("/a") class C {
          @Get("/open/{id}") @Produces("*/*") String open() { return "x"; }
          @Get("/known") @Produces("*/*") String known() { return "x"; }
          @Post("/known") @Produces("*/*") @Consumes("*/*") String some() { return "x"; }
          @Get("/other") @Produces("*/*") String nobody() { return "x"; }
          @Get("/closed") @Produces("*/*") @Secured("CLERK") String annotated() { return "x"; }
        }
        """;
    String map = "micronaut.security.intercept-url-map";
    Map<String, String> settings =
        Map.of(
            map + "[0].pattern", "/a/open/**",
            map + "[0].access", "isAnonymous()",
            map + "[1].pattern", "/*/known",
            map + "[1].http-method", "GET",
            map + "[1].access[0]", "isAuthenticated()",
            map + "[2].pattern", "/a/known",
            map + "[2].access[0]", "CLERK");

    assertThat(refusals(settings, source))
        .containsExactlyInAnyOrder(
            "GET /a/known 401",
            "POST /a/known 401",
            "POST /a/known 403",
            "GET /a/other 401",
            "GET /a/other 403",
            "GET /a/closed 401",
            "GET /a/closed 403",
            "- 401",
            "- 403");
  }

  @Test
  void refusesByAnnotationsWhereMicronautSecurityIsUsed() {
    String secured =
        """
        @Controller("/a") @io.micronaut.security.annotation.Secured("isAuthenticated()") class C {
          @Get @Produces("*/*") String known() { return "x"; }
          @Put @Produces("*/*") @Consumes("*/*")
          @io.micronaut.security.annotation.Secured("CLERK") String some() { return "x"; }
          @Post @Produces("*/*") @Consumes("*/*")
          @jakarta.annotation.security.PermitAll String all() { return "x"; }
        }
        """;
    String imported = "import io.micronaut.security.annotation.Secured;\n";

    assertThat(refusals(Map.of(), secured)).isEmpty();
    assertThat(refusals(Map.of(), imported + secured))
        .containsExactlyInAnyOrder("GET /a 401", "PUT /a 401", "PUT /a 403", "- 401", "- 403");
    assertThat(refusals(Map.of("micronaut.security.enabled", "false"), imported + secured))
        .isEmpty();
    assertThat(refusals(Map.of("micronaut.security.reject-not-found", "false"), imported + secured))
        .containsExactlyInAnyOrder("GET /a 401", "PUT /a 401", "PUT /a 403");
  }

  @Test
  void whatOneOfSeveralApplicationsIsSecuredWithIsNoMatterOfOthers() {
    String shop =
        """
        import io.micronaut.runtime.Micronaut;
        import io.micronaut.security.annotation.Secured;
        @Secured("isAuthenticated()") @Controller("/shop") class Shop { @Get String get() { return ""; } }
        """;
    String stock =
        """
        import io.micronaut.runtime.Micronaut;
        @Controller("/stock") class Stock { @Get String get() { return ""; } }
        """;
    // Its library has the controllers.
    String login =
        """
        import io.micronaut.runtime.Micronaut;
        import io.micronaut.security.authentication.Authentication;
        class Login {}
        """;

    assertThat(
            refusals(
                application(
                    Map.of(),
                    Map.of(
                        "login/src/main/java/Login.java", login,
                        "shop/src/main/java/Shop.java", shop,
                        "stock/src/main/java/Stock.java", stock))))
        .contains("GET /shop 401")
        .doesNotContain("GET /stock 401");
  }

  private static List<String> refusals(Map<String, String> properties, String source) {
    return refusals(application(properties, source));
  }

  private static List<String> refusals(Application application) {
    return Stream.concat(
            application.contracts().stream()
                .flatMap(c -> c.failures().stream().map(f -> refusal(c.endpoint().label(), f))),
            application.failures().stream().map(failure -> refusal("-", failure)))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String refusal(String endpoint, Failure failure) {
    return failure.exception().endsWith(".AuthorizationException")
        ? endpoint + " " + failure.answer().status()
        : "";
  }

  private static List<String> endpoints(String source) {
    return application(Map.of(), source).contracts().stream()
        .map(contract -> contract.endpoint().label())
        .toList();
  }

  private static List<String> rows(String body, String members, String... others) {
    String controller =
        "@Controller class C { @Get(\"/x\") String x() { " + body + " } " + members + "}";
    return application(Map.of(), controller + "\n" + String.join("\n", others)).contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .map(MicronautTest::row)
        .toList();
  }

  private static String row(Failure failure) {
    Answer answer = failure.answer();
    String name = failure.exception().replaceFirst(".*\\.", "");
    return name + " " + answer.status() + " " + answer.bodyKeys();
  }

  static Application application(Map<String, String> properties, String source) {
    return application(properties, Map.of("File.java", source));
  }

  private static Application application(
      Map<String, String> properties, Map<String, String> sources) {
    List<Unit> units =
        sources.entrySet().stream()
            .map(file -> SourceReader.lower(file.getKey(), IMPORTS + file.getValue()))
            .toList();
    Catalogue catalogue = Catalogue.bundled();
    Program program = Program.link(units, ClassSource.of(JDK), catalogue::supertypes);
    MicronautAdapter adapter = new MicronautAdapter();
    Engine engine = new Engine(program, catalogue, new FrameworkCalls(List.of(adapter)));
    Project project =
        new Project(program, engine, catalogue, type -> false, units, properties, List::of);
    return ContractBuilder.build(adapter.in(project), project);
  }
}
