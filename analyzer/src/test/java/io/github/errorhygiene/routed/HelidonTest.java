package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelidonTest {
  private static final String IMPORTS =
      """
      import io.helidon.http.*;
      import io.helidon.webserver.*;
      import io.helidon.webserver.http.*;
      import io.helidon.webserver.http.Handler;
      import io.helidon.webserver.http.ServerResponse;
      import io.helidon.http.Status;
      import io.helidon.webserver.http.HttpRoute;
      import io.helidon.webserver.http1.Http1Route;
      """;

  @Test
  void findsHandlersMadeOfFunctionsThatTakeTheBody() {
    assertThat(
            endpoints(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .post("/names", Handler.create(String.class, (name, res) -> res.send(name)))
                        .put("/names", Handler.create(String.class, this::keep))
                        .get("/now", Handler.create(() -> "noon")));
                  }
                  void keep(String name, ServerResponse res) { res.status(Status.CREATED_201).send(name); }
                }
                """))
        .containsExactly("POST /names [200]", "PUT /names [201]", "GET /now [200]");
  }

  @Test
  void findsRoutesOfOneVersionOfHttpBelowTheirService() {
    assertThat(
            endpoints(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .route(Http1Route.route(Method.GET, "/old", (req, res) -> res.send("1.1"))));
                  }
                }
                """))
        .containsExactly("GET /old [200]");
  }

  @Test
  void findsRoutesThatAreBuiltAndThoseOfMethodsOfTheProgramsOwn() {
    assertThat(
            endpoints(
                """
                class Main {
                  void start() {
                    Method list = Method.create("LIST");
                    WebServer.builder().routing(routing -> routing
                        .route(list, "/all", (req, res) -> res.send("all"))
                        .route(HttpRoute.builder().path("/built").methods(Method.PUT)
                            .handler((req, res) -> res.send("built")).build())
                        .route(io.helidon.webserver.http2.Http2Route.route(
                            Method.GET, "/new", (req, res) -> res.send("2"))));
                  }
                }
                """))
        .containsExactlyInAnyOrder("LIST /all [200]", "PUT /built [200]", "GET /new [200]");
  }

  @Test
  void whatAHandlerOfExceptionsPassesOnIsTheFrameworks() {
    Application application =
        Applications.of(
            "helidon",
            IMPORTS
                + """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .get("/a", (req, res) -> { throw new BadRequestException("no"); })
                        .error(Throwable.class, (req, res, e) -> {
                          e.printStackTrace();
                          res.next();
                        }));
                  }
                }
                """);

    assertThat(application.contracts().get(0).failures().get(0).answer().status()).isEqualTo(400);
  }

  @Test
  void findsTheRoutesOfFurtherSockets() {
    assertThat(
            endpoints(
                """
                class Main {
                  void start() {
                    WebServer.builder()
                        .port(8080)
                        .routing(routing -> routing.get("/open", (req, res) -> res.send()))
                        .putSocket("admin", socket -> socket.routing(
                            routing -> routing.get("/closed", (req, res) -> res.send())));
                  }
                }
                """))
        .containsExactly("GET /closed [200]", "GET /open [200]");
  }

  @Test
  void asksTheHandlersOfExceptionsOfTheSameServerOnly() {
    assertThat(
            statuses(
                """
                class One {
                  void start(int port) {
                    WebServer.builder().port(port).routing(routing -> routing
                        .get("/one", (req, res) -> { throw new IllegalStateException(); })
                        .error(IllegalStateException.class, (req, res, e) -> res.status(409).send()));
                  }
                }
                class Two {
                  void start(int port) {
                    WebServer.builder().port(port).routing(routing -> routing
                        .get("/two", (req, res) -> { throw new IllegalStateException(); }));
                  }
                }
                """))
        .containsExactly("GET /one 409", "GET /two 500");
  }

  @Test
  void takesHandlersOfAServerThatNobodyKnowsForThoseOfTheOnlyOne() {
    assertThat(
            statuses(
                """
                class Main {
                  void start(HttpRouting.Builder given) {
                    given.error(IllegalStateException.class, (req, res, e) -> res.status(409).send());
                  }
                  void routes() {
                    WebServer.builder().routing(routing -> routing
                        .get("/one", (req, res) -> { throw new IllegalStateException(); }));
                  }
                }
                """))
        .containsExactly("GET /one 409");
  }

  @Test
  void whatPassesOnIsAFilterUnlessNothingComesAfterIt() {
    assertThat(
            endpoints(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .any((req, res) -> { System.out.println(req.path()); res.next(); })
                        .get("/twice", (req, res) -> res.next())
                        .get("/twice", (req, res) -> res.send("answered"))
                        .get("/perhaps", (req, res) -> {
                          if (req.query().isEmpty()) res.send("plain"); else res.next();
                        })
                        .any((req, res) -> res.send("anything else")));
                  }
                }
                """))
        .containsExactly("ANY / [200]", "GET /perhaps [200]", "GET /twice [200]");
  }

  @Test
  void filtersAreForTheirOwnServerOnly() {
    assertThat(
            statuses(
                """
                class One {
                  void start(int port) {
                    WebServer.builder().port(port).routing(routing -> routing
                        .any((req, res) -> {
                          if (req.query().isEmpty()) throw new ForbiddenException("no");
                          res.next();
                        })
                        .get("/one", (req, res) -> res.send("one")));
                  }
                }
                class Two {
                  void start(int port) {
                    WebServer.builder().port(port).routing(routing -> routing
                        .get("/two", (req, res) -> res.send("two")));
                  }
                }
                """))
        .containsExactly("GET /one 403");
  }

  /** {@code ErrorHandlers.handleError}: 500, as nothing was sent. */
  @Test
  void aHandlerOfExceptionsThatPassesOnLeavesThemToTheFramework() {
    assertThat(
            statuses(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .get("/one", (req, res) -> { throw new IllegalStateException(); })
                        .error(Throwable.class, (req, res, e) -> {
                          e.printStackTrace();
                          res.next();
                        }));
                  }
                }
                """))
        .containsExactly("GET /one 500");
  }

  /** {@code RoutingExecutor}: a route must send, reroute or pass on. */
  @Test
  void whoNeverNamesTheAnswerDoesNotAnswer() {
    assertThat(
            statuses(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .get("/one", (req, res) -> System.out.println(req))
                        .get("/two", (req, res) -> { throw new IllegalStateException(); })
                        .get("/three", (req, res) -> helper(res))
                        .error(IllegalStateException.class, (req, res, e) -> e.printStackTrace()));
                  }
                  native void helper(ServerResponse res);
                }
                """))
        .containsExactly("GET /one 500", "GET /two 500");
  }

  /** {@code ErrorHandlers.handleError}. */
  @Test
  void aHandlerOfExceptionsMayThrowAnotherOneWithAStatus() {
    assertThat(
            statuses(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .get("/one", (req, res) -> { throw new IllegalStateException(); })
                        .get("/two", (req, res) -> { throw new UnsupportedOperationException(); })
                        .error(IllegalStateException.class, (req, res, e) -> {
                          throw new HttpException("gone", Status.GONE_410);
                        })
                        .error(UnsupportedOperationException.class, (req, res, e) -> {
                          throw new IllegalArgumentException();
                        }));
                  }
                }
                """))
        .containsExactly("GET /one 410", "GET /two 500");
  }

  /** {@code ErrorHandlers.runWithErrorHandling}. */
  @Test
  void theCauseOfAnInternalServerExceptionIsAskedFirst() {
    assertThat(
            statuses(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .get("/one", (req, res) -> wrapped(() -> { throw new IllegalStateException(); }))
                        .get("/two", (req, res) -> wrapped(() -> { throw new UnsupportedOperationException(); }))
                        .error(IllegalStateException.class, (req, res, e) -> res.status(409).send("no")));
                  }
                  void wrapped(Runnable task) {
                    try {
                      task.run();
                    } catch (RuntimeException e) {
                      throw new InternalServerException("no", e);
                    }
                  }
                }
                """))
        .containsExactly("GET /one 409", "GET /two 500");
  }

  @Test
  void theParametersOfThePathAreThere() {
    assertThat(
            statuses(
                """
                class Main {
                  void start() {
                    WebServer.builder().routing(routing -> routing
                        .get("/rooms/{room}", (req, res) ->
                            res.send(req.path().pathParameters().first("room").get()))
                        .get("/seats/{seat}", (req, res) ->
                            res.send(req.path().pathParameters().first("seat").map(String::trim).orElseThrow()))
                        .get("/beds/{bed}", (req, res) ->
                            res.send("" + req.path().pathParameters().first("bed").asInt().get()))
                        .get("/keys", (req, res) -> res.send(req.query().first("key").get())));
                  }
                }
                """))
        .containsExactly("GET /beds/{bed} 500", "GET /keys 500");
  }

  private static List<String> endpoints(String source) {
    return application(source).contracts().stream()
        .map(Contract::endpoint)
        .map(endpoint -> endpoint.label() + " " + endpoint.success())
        .toList();
  }

  private static List<String> statuses(String source) {
    return application(source).contracts().stream()
        .flatMap(
            contract ->
                contract.failures().stream()
                    .map(row -> contract.endpoint().label() + " " + row.answer().status()))
        .toList();
  }

  private static Application application(String source) {
    return Applications.of("helidon", IMPORTS + source);
  }
}
