package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void whatComesToAnOperationOfAnOpenApiFileWasChecked() {
    assertThat(failures("builder.getRoute(\"dim\").addHandler(this::dim);"))
        .containsExactly("io.vertx.ext.web.handler.HttpException");
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

  private static List<String> failures(String setup) {
    return Applications.of("vertx", LAMPS.formatted(setup)).contracts().get(0).failures().stream()
        .map(failure -> failure.exception())
        .toList();
  }
}
