package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.openapi.Operation;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VertxTest {
  private static final String LAMPS =
      """
      import io.vertx.core.Vertx;
      import io.vertx.ext.web.*;
      import io.vertx.ext.web.openapi.router.RouterBuilder;
      import io.vertx.openapi.contract.OpenAPIContract;
      class Main {
        void start(Vertx vertx, OpenAPIContract contract) {
          RouterBuilder builder = RouterBuilder.create(vertx, contract);
          Router router = Router.router(vertx);
          %s
        }
        void broken(RoutingContext ctx) {
          ctx.fail(500);
        }
        void log(Object what) {}
        void dim(RoutingContext ctx) {
          ctx.end("" + Long.parseLong(ctx.request().getParam("level")));
        }
      }
      """;

  @Test
  void nobodyChecksWhatComesToARoute() {
    assertThat(failures("router.get(\"/dim\").handler(this::dim);"))
        .contains("java.lang.NumberFormatException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth.handle(this::dim, Role.KEEPER)",
        "auth.handle(ctx -> dim(ctx), Role.KEEPER)",
        "org.other.Auth.around(this::dim)"
      })
  void somethingThatNobodyHasReadMayBeAroundAHandler(String handler) {
    assertThat(failures("router.get(\"/dim\").handler(" + handler + ");"))
        .contains("java.lang.NumberFormatException");
  }

  @Test
  void whatAHandlerIsGivenIsThere() {
    String handler = "ctx -> { if (ctx == null) throw new NullPointerException(); dim(ctx); }";
    assertThat(failures("router.get(\"/dim\").handler(" + handler + ");"))
        .contains("java.lang.NumberFormatException")
        .doesNotContain("java.lang.NullPointerException");
  }

  @Test
  void whatComesToAnOperationOfAnOpenApiFileWasChecked() {
    assertThat(failures("builder.getRoute(\"dim\").addHandler(this::dim);"))
        .containsExactly("io.vertx.ext.web.handler.HttpException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RouterBuilder.create(vertx, \"x.yaml\").onSuccess(b -> serve(vertx, b));",
        "RouterBuilder.create(vertx, \"x.yaml\", ar -> serve(vertx, ar.result()));",
        "serve(vertx, RouterBuilder.create(vertx, \"x.yaml\").await());"
      })
  void operationsStandBelowThePathOnWhichTheirRouterIsMounted(String start) {
    Application application = Applications.of("vertx", PUMPS.formatted(start), List.of(pumps()));

    assertThat(application.contracts())
        .extracting(contract -> contract.endpoint().label())
        .containsExactly("GET /v1/pumps/{id}");
  }

  @Test
  void whoAsksForAnOperationThatNobodyWroteIsToldSo() {
    String start = "RouterBuilder.create(vertx, \"x.yaml\").onSuccess(b -> serve(vertx, b));";
    Application application = Applications.of("vertx", PUMPS.formatted(start), List.of(pumps()));

    assertThat(application.failures())
        .extracting(failure -> failure.summary() + " " + failure.answer().status())
        .containsExactlyInAnyOrder(
            "unknown path 404",
            "wrong method 405",
            "not acceptable 406",
            "operation without a handler 501");
  }

  @Test
  void aRouteThatTakesOneMediaTypeRefusesOthers() {
    assertThat(
            Applications.of(
                    "vertx",
                    LAMPS.formatted(
                        "router.post(\"/dim\").consumes(\"text/plain\").handler(this::dim);"))
                .failures())
        .extracting(failure -> failure.summary())
        .containsExactlyInAnyOrder("unknown path", "wrong method", "unsupported media type");
  }

  private static final String PUMPS =
      """
      import io.vertx.core.Vertx;
      import io.vertx.ext.web.*;
      import io.vertx.ext.web.openapi.RouterBuilder;
      class Main {
        void start(Vertx vertx) {
          %s
        }
        void serve(Vertx vertx, RouterBuilder builder) {
          builder.operation("getPump").handler(ctx -> ctx.end("1"));
          Router router = Router.router(vertx);
          router.mountSubRouter("/v1", builder.createRouter());
          vertx.createHttpServer().requestHandler(router).listen(8080);
        }
      }
      """;

  private static OpenApi pumps() {
    return new OpenApi(
        "x.yaml",
        "Pumps",
        "",
        List.of(
            operation("GET", "/pumps/{id}", "getPump"),
            operation("DELETE", "/pumps/{id}", "dropPump"),
            operation("GET", "/pipes", "getPipes")));
  }

  private static Operation operation(String method, String path, String id) {
    List<String> json = List.of("application/json");
    return new Operation(method, path, id, List.of(), List.of(), List.of(), json, List.of("200"));
  }

  @Test
  void codeBeforeHandlersBelowAPathIsForAllOfThem() {
    String setup =
        """
        router.route("/lamps/*").handler(ctx -> {
          ctx.response().putHeader("X-Request-Id", "7");
          ctx.next();
        });
        router.get("/%s").handler(this::dim);
        """;

    assertThat(requestIds(setup.formatted("lamps/:name"))).containsExactly(Certainty.YES);
    assertThat(requestIds(setup.formatted("bulbs/:name"))).containsExactly(Certainty.NO);
  }

  @Test
  void aHelperThatAsksWhetherTheResponseIsOverAnswersWithTheStatusItIsGiven() {
    String setup =
        """
        router.get("/dim").handler(ctx -> {
          try { ctx.end("" + Long.parseLong(ctx.request().getParam("level"))); }
          catch (NumberFormatException e) {
            int code = io.netty.handler.codec.http.HttpResponseStatus.UNPROCESSABLE_ENTITY.code();
            if (!ctx.response().closed() && !ctx.response().ended()) {
              ctx.response().setStatusCode(code);
              ctx.response().end("no");
            }
          }
        });
        """;

    assertThat(Applications.of("vertx", LAMPS.formatted(setup)).contracts().get(0).failures())
        .extracting(failure -> failure.answer().status())
        .containsExactly(422);
  }

  private static List<Certainty> requestIds(String setup) {
    return Applications.of("vertx", LAMPS.formatted(setup)).contracts().get(0).failures().stream()
        .map(failure -> failure.answer().requestId())
        .toList();
  }

  @Test
  void aHelperThatFailsWith500IsJudgedByWhatItsCallerHandled() {
    String setup =
        """
        router.post("/dim").handler(ctx -> {
          try { ctx.end("" + ctx.body().asJsonObject()); }
          catch (io.vertx.core.json.DecodeException e) { broken(ctx); }
        });
        """;

    assertThat(
            Applications.of("vertx", LAMPS.formatted(setup)).contracts().get(0).failures().stream()
                .map(each -> each.summary() + " " + each.answer().status() + " " + each.fits()))
        .contains("DecodeException 500 400");
  }

  @Test
  void whatElseARouteIsToldDoesNotHideItsHandler() {
    assertThat(
            endpoints(
                """
                router.post("/a").consumes("text/plain").produces("text/plain").handler(this::dim);
                router.route().path("/b").method(io.vertx.core.http.HttpMethod.PUT).order(1)
                    .handler(this::dim);
                """))
        .containsExactly("POST /a", "PUT /b");
  }

  @Test
  void aRouterMountedOnItselfStillServesItsRoutes() {
    assertThat(
            endpoints(
                """
                router.get("/a").handler(this::dim);
                router.route("/again/*").subRouter(router);
                """))
        .contains("GET /a");
  }

  @Test
  void whatIsKnownOfAPathIsShown() {
    assertThat(
            endpoints(
                """
                String base = System.getenv("BASE");
                router.get(base + "/a").handler(this::dim);
                router.get("/v1" + base + "/b").handler(this::dim);
                router.get(new StringBuilder(base).append("/c").toString()).handler(this::dim);
                """))
        .containsExactly("GET /v1{?}/b", "GET /{?}/a", "GET /{?}/c");
  }

  private static List<String> endpoints(String setup) {
    return Applications.of("vertx", LAMPS.formatted(setup)).contracts().stream()
        .map(Contract::endpoint)
        .map(endpoint -> endpoint.method() + " " + endpoint.path())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vertx.setTimer(5, id -> ctx.end(\"\" + LEVEL))",
        "vertx.executeBlocking(() -> LEVEL).onSuccess(l -> ctx.end(\"\" + l))",
        "vertx.executeBlocking(() -> LEVEL).onSuccess(l -> ctx.end(\"\")).onFailure(e -> e.printStackTrace())"
      })
  void whoeverWaitsForWhatFailsUnheardWaitsInVain(String call) {
    assertThat(ofHandler(call).failures())
        .extracting(failure -> failure.answer().status())
        .containsExactly(Answer.PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vertx.setTimer(5, id -> log(LEVEL)); ctx.end()",
        "vertx.executeBlocking(() -> LEVEL).onSuccess(l -> log(l)); ctx.end()"
      })
  void whatIsDoneBesidesIsNoMatterOfTheClient(String calls) {
    assertThat(ofHandler(calls).failures()).isEmpty();
  }

  @Test
  void whoAsksForTheFailureAnswers() {
    String call =
        "vertx.executeBlocking(() -> LEVEL).onSuccess(l -> ctx.end()).onFailure(ctx::fail)";

    assertThat(ofHandler(call).failures())
        .extracting(failure -> failure.answer().status())
        .containsExactly(500);
  }

  @Test
  void whatAHandlerOfFailuresThrowsCounts() {
    assertThat(statuses("IllegalStateException()")).containsExactly(500);
    assertThat(statuses("io.vertx.ext.web.handler.HttpException(410)")).containsExactly(410);
  }

  /** A failure that has a status goes to a handler of failures that throws. */
  private static List<Integer> statuses(String thrown) {
    String setup =
        "router.get(\"/x\").handler(ctx -> { throw new"
            + " io.vertx.ext.web.handler.HttpException(409); })"
            + ".failureHandler(ctx -> { throw new "
            + thrown
            + "; });";
    return Applications.of("vertx", LAMPS.formatted(setup)).contracts().get(0).failures().stream()
        .map(failure -> failure.answer().status())
        .toList();
  }

  private static Contract ofHandler(String calls) {
    String level = "Long.parseLong(ctx.request().getParam(\"level\"))";
    String handler = "router.get(\"/x\").handler(ctx -> { " + calls + "; });";
    String source = LAMPS.formatted(handler.replace("LEVEL", level));
    return Applications.of("vertx", source).contracts().get(0);
  }

  private static List<String> failures(String setup) {
    return Applications.of("vertx", LAMPS.formatted(setup)).contracts().get(0).failures().stream()
        .map(failure -> failure.exception())
        .toList();
  }
}
