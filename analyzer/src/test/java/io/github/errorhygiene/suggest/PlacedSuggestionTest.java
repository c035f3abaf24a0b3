package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is put in where a program puts its server together. */
class PlacedSuggestionTest extends SuggestionCase {
  @Test
  void handlersAreRegisteredWhereTheProgramRegistersOthers() throws Exception {
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import io.javalin.Javalin;
        public class Shop {
          public static void main(String[] args) {
            var server = Javalin.create().start();
            server.get("/orders/{id}", ctx -> ctx.result("" + Integer.parseInt(ctx.pathParam("id"))));
          }
        }
        """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "Shop.java"))
        .contains(
            """
                var server = Javalin.create().start();
                server.before(ctx -> ctx.header("X-Request-Id", UUID.randomUUID().toString()));
                server.exception(NumberFormatException.class, (e, ctx) -> {
                  ctx.status(400).json(Map.of("title", "Bad Request"));
                });
                server.get(
            """
                .stripTrailing())
        .contains("import java.util.Map;\nimport java.util.UUID;\n");
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void handlersAreChainedWhereTheServerIsBuilt() throws Exception {
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import io.helidon.webserver.http.HttpRouting;
        public class Shop {
          static void routing(HttpRouting.Builder routing) {
            routing
                .get("/orders/{id}", (req, res) -> res.send("" + Integer.parseInt(req.path().pathParameters().get("id"))));
          }
        }
        """);

    assertThat(added(suggestion(), "Shop.java"))
        .contains(
            """
                routing
                    .addFilter((chain, request, response) -> {
                      response.header(HeaderNames.create("X-Request-Id"), UUID.randomUUID().toString());
                      chain.proceed();
                    })
                    .error(NumberFormatException.class, (request, response, e) -> {
                      response.status(400).send("Bad Request");
                    })
                    .get("/orders/{id}"
            """
                .stripTrailing());
  }

  @Test
  void handlersAreAddedBelowWhatKeepsTheRouter() throws Exception {
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import io.vertx.core.Vertx;
        import io.vertx.ext.web.Router;
        public class Shop {
          public static void main(String[] args) {
            Vertx vertx = Vertx.vertx();
            Router all = Router.router(vertx);
            all.get("/orders/:id").handler(ctx -> ctx.end("" + Integer.parseInt(ctx.pathParam("id"))));
            vertx.createHttpServer().requestHandler(all).listen(8080);
          }
        }
        """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "Shop.java"))
        .contains(
            """
                Router all = Router.router(vertx);
                all.route().order(-1).handler(ctx -> {
                  ctx.response().putHeader("X-Request-Id", UUID.randomUUID().toString());
            """)
        .contains("    all.route().failureHandler(ctx -> {\n");
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void handlersArePutAroundWhatTheServerIsHanded() throws Exception {
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import io.undertow.Handlers;
        import io.undertow.Undertow;
        public class Shop {
          public static void main(String[] args) {
            Undertow.builder()
                .setHandler(
                    Handlers.routing()
                        .get("/orders", e -> e.setStatusCode(Integer.parseInt(e.getQueryString()))))
                .build()
                .start();
          }
        }
        """);

    assertThat(added(suggestion(), "Shop.java"))
        .contains("new RequestIdHandler(Handlers.exceptionHandler(Handlers.routing()")
        .contains(".addExceptionHandler(NumberFormatException.class, exchange -> {");
  }

  @Test
  void eachHandlerOfTheJdksServerIsWrapped() throws Exception {
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import com.sun.net.httpserver.HttpServer;
        import java.net.InetSocketAddress;
        public class Shop {
          private final HttpServer server;
          Shop() throws Exception {
            server = HttpServer.create(new InetSocketAddress(8080), 0);
            this.server.createContext(
                "/orders",
                e -> e.sendResponseHeaders(Integer.parseInt(e.getRequestURI().getQuery()), -1));
            server.createContext("/stock").setHandler(e -> e.sendResponseHeaders(204, -1));
          }
        }
        """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "Shop.java"))
        .contains("\"/orders\",\n        new RequestIdHandler(new ErrorAnswers(e -> e.send")
        .contains(
            ".createContext(\"/stock\").setHandler(new RequestIdHandler(new ErrorAnswers(e ->");
    assertThat(added(suggestion, "ErrorAnswers.java"))
        .contains(
            "if (e instanceof NumberFormatException) {\n        exchange.sendResponseHeaders(400");
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void whatContextsOfJetty12AreHandedIsWrappedThereForThemselvesAnswer() throws Exception {
    file(
        "Orders.java",
        """
        package com.acme.shop;
        import org.eclipse.jetty.server.*;
        import org.eclipse.jetty.util.Callback;
        public class Orders extends Handler.Abstract {
          @Override public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(Integer.parseInt(request.getHttpURI().getQuery()));
            return true;
          }
        }
        """);
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import org.eclipse.jetty.server.Server;
        import org.eclipse.jetty.server.handler.ContextHandler;
        public class Shop {
          public static void main(String[] args) throws Exception {
            Server server = new Server(8080);
            server.setHandler(new ContextHandler(new Orders(), "/orders"));
            server.start();
          }
        }
        """);

    assertThat(added(suggestion(), "Shop.java"))
        .contains(
            "server.setHandler(new RequestIdHandler("
                + "new ContextHandler(new ErrorAnswers(new Orders()), \"/orders\")));");
  }

  @Test
  void whatIsNoExceptionGetsNoHandlerWhereOnlyExceptionsMayHaveOne() throws Exception {
    file("Exhausted.java", "package com.acme.shop;\npublic class Exhausted extends Error {}\n");
    file("OrderMissing.java", MISSING);
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import io.javalin.Javalin;
        public class Shop {
          public static void main(String[] args) {
            var server = Javalin.create().start();
            server.get("/orders", ctx -> { throw new Exhausted(); });
            server.get("/order", ctx -> { throw new OrderMissing(); });
          }
        }
        """);

    assertThat(added(suggestion(), "Shop.java"))
        .contains("server.exception(OrderMissing.class")
        .doesNotContain("Exhausted.class");
  }
}
