package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.rule.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggesterTest {
  private static final String SPRING =
      """
      package com.acme.shop;
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;
      """;
  private static final String REST =
      """
      package com.acme.shop;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.ext.*;
      import org.glassfish.jersey.server.*;
      """;
  private static final String ORDERS =
      """
      @RestController
      public class Orders {
        @GetMapping("/orders/{id}") public String get(@PathVariable int id) {
          if (id > 7) throw new OrderMissing();
          return "";
        }
      }
      """;
  private static final String MISSING =
      "package com.acme.shop;\npublic class OrderMissing extends RuntimeException {}\n";

  @TempDir Path root;

  private void file(String name, String text) throws Exception {
    Path file = root.resolve("src/main/java/com/acme/shop/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Suggestion suggestion() throws Exception {
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Suggester.suggest(request, Progress.SILENT);
  }

  private static String path(String name) {
    return "src/main/java/com/acme/shop/" + name;
  }

  private static String added(Suggestion suggestion, String name) {
    return suggestion.texts().getOrDefault(path(name), "");
  }

  @Test
  void nothingIsSuggestedWhereNothingIsWrong() throws Exception {
    file("Empty.java", "package com.acme.shop;\nclass Empty {}\n");

    assertThat(suggestion().texts()).isEmpty();
    assertThat(suggestion().patch()).contains("Nothing is suggested.");
  }

  @Test
  void whatLeavesTheEndpointsIsAnswered() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "ErrorAnswers.java"))
        .startsWith("package com.acme.shop;\n\nimport org.slf4j.Logger;\n")
        .contains("@ExceptionHandler(OrderMissing.class)", "HttpStatus.NOT_FOUND");
    assertThat(added(suggestion, "RequestIdFilter.java")).contains("OncePerRequestFilter");
    assertThat(suggestion.findings()).isNotEmpty();
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void aProjectWithoutHandlersGetsOneForEverythingElseThatStealsNothing() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);

    assertThat(added(suggestion(), "ErrorAnswers.java"))
        .contains("extends ResponseEntityExceptionHandler", "@ExceptionHandler(Exception.class)");
  }

  @Test
  void anAdviceThatExistsGetsAMethodLikeItsOthers() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);
    file(
        "Errors.java",
        SPRING
            + """
            @RestControllerAdvice class Errors {
              @ExceptionHandler(IllegalStateException.class) @ResponseStatus(HttpStatus.CONFLICT)
              String busy(IllegalStateException e) { return "I am busy"; }
            }
            """);

    assertThat(suggestion().texts()).doesNotContainKey(path("ErrorAnswers.java"));
    assertThat(added(suggestion(), "Errors.java"))
        .contains(
            """
              @ExceptionHandler(OrderMissing.class) @ResponseStatus(HttpStatus.NOT_FOUND)
              String orderMissing(OrderMissing e) { return e.getMessage(); }
            }
            """);
  }

  @Test
  void oneThatIsNotForAllGetsNone() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);
    file(
        "Errors.java",
        SPRING
            + """
            @RestControllerAdvice(basePackages = "com.acme.else") class Errors {
              @ExceptionHandler(IllegalStateException.class) @ResponseStatus(HttpStatus.CONFLICT)
              String busy(IllegalStateException e) { return "I am busy"; }
            }
            """);

    assertThat(added(suggestion(), "ErrorAnswers.java"))
        .contains("OrderMissing.class")
        .doesNotContain("(Exception.class)");
  }

  @Test
  void whatACatchAllStealsIsAnsweredBesideIt() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);
    file(
        "Errors.java",
        SPRING
            + """
            @RestControllerAdvice class Errors {
              @ExceptionHandler(Exception.class)
              ResponseEntity<String> handleAny(Exception e) {
                return ResponseEntity.status(500).body("please ask later");
              }
            }
            """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "Errors.java"))
        .contains(
            """
              @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
              ResponseEntity<String> handleHttpRequestMethodNotSupported(HttpRequestMethodNotSupportedException e) {
                return ResponseEntity.status(405).body("Method Not Allowed");
              }
            """);
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void whatNoOtherMethodIsLikeIsAnsweredBefore() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);
    file(
        "Errors.java",
        SPRING
            + """
            @RestControllerAdvice class Errors {
              @ExceptionHandler(Exception.class) @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
              String any(Exception e) {
                if (e.getCause() != null) {
                  return "sorry";
                }
                return "oh";
              }
            }
            """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "EarlyErrorAnswers.java"))
        .contains(
            "@Order(Ordered.HIGHEST_PRECEDENCE)",
            "extends ResponseEntityExceptionHandler",
            "OrderMissing.class");
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void aBoundaryThatNamesItsStatusOnceIsCorrectedItself() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              @GetMapping("/orders/{id}") public ResponseEntity<String> get(@PathVariable int id) {
                try {
                  if (id > 7) throw new OrderMissing();
                  return ResponseEntity.ok("");
                } catch (OrderMissing e) {
                  return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).build();
                }
              }
            }
            """);
    Suggestion suggestion = suggestion();

    assertThat(suggestion.patch())
        .contains(
            "-      return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).build();",
            "+      return ResponseEntity.status(HttpStatus.NOT_FOUND).build();");
    assertThat(suggestion.left()).isEmpty();
  }

  @Test
  void whatNoOtherPackageMayNameIsLeft() throws Exception {
    file(
        "web/Orders.java",
        SPRING.replace("shop;", "shop.web;")
            + ORDERS.replace("OrderMissing", "com.acme.shop.Failures.OrderMissing"));
    file(
        "Failures.java",
        "package com.acme.shop;\npublic class Failures { static class OrderMissing extends RuntimeException { OrderMissing() {} } }\n");
    Suggestion suggestion = suggestion();

    assertThat(suggestion.left())
        .extracting(Finding::exception)
        .containsExactly("com.acme.shop.Failures.OrderMissing");
    assertThat(suggestion.patch()).contains("Left for you:\n  src/main/java/com/acme/shop/web/");
  }

  @Test
  void whoAnswersWithPagesKeepsTheErrorPage() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);
    file(
        "Pages.java",
        "package com.acme.shop;\nimport org.springframework.stereotype.Controller;\n@Controller class Pages {}\n");

    assertThat(added(suggestion(), "ErrorAnswers.java"))
        .contains("OrderMissing.class")
        .doesNotContain("(Exception.class)");
  }

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
  void whatMustBeDoneByHandIsSaidToBe() throws Exception {
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import com.sun.net.httpserver.HttpServer;
        import java.net.InetSocketAddress;
        public class Shop {
          public static void main(String[] args) throws Exception {
            HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
            server.createContext(
                "/orders",
                e -> e.sendResponseHeaders(Integer.parseInt(e.getRequestURI().getQuery()), -1));
            server.start();
          }
        }
        """);

    assertThat(suggestion().patch())
        .contains(
            "Nothing is suggested.", "For JDK HTTP server no code is written: what to do by hand")
        .contains("to mend it: answer 400 Bad Request for NumberFormatException, in a");
  }

  @Test
  void whatOnlySays500IsThrownWithItsStatus() throws Exception {
    file(
        "Orders.java",
        REST
            + """
            @Path("/orders") public class Orders {
              @GET @Path("/{id}") public String get(@PathParam("id") String id) {
                try {
                  return "" + Integer.parseInt(id);
                } catch (NumberFormatException e) {
                  throw new InternalServerErrorException(e);
                }
              }
            }
            """);

    assertThat(suggestion().patch()).contains("+      throw new BadRequestException(e);\n");
  }

  @Test
  void whatMayBeMissingIsAskedForBeforeItIsUsed() throws Exception {
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              @GetMapping("/orders") public String get(@RequestParam(required = false) String by) {
                return by.strip();
              }
            }
            """);

    assertThat(suggestion().patch())
        .contains(
            """
            +    if (by == null) {
            +      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "by is missing");
            +    }
                 return by.strip();
            """)
        .contains("+import org.springframework.web.server.ResponseStatusException;\n");
    assertThat(suggestion().left()).isEmpty();
  }

  @Test
  void itIsAskedForInTheHandlerWhereItIsHandedOn() throws Exception {
    file(
        "Texts.java",
        "package com.acme.shop;\nfinal class Texts {\n  static String tidy(String text) {\n    return text.strip();\n  }\n}\n");
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              @GetMapping("/orders") public String get(@RequestParam(required = false) String by) {
                int width = 7;
                return Texts.tidy(by) + width;
              }
            }
            """);

    assertThat(suggestion().patch())
        .contains("+    if (by == null) {\n")
        .contains("+    }\n     int width = 7;\n")
        .doesNotContain("b/src/main/java/com/acme/shop/Texts.java");
  }

  @Test
  void whatNoStatementCanAskForAsksByItself() throws Exception {
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              public static final class Order { public String title; }
              @PostMapping("/orders") public int add(@RequestBody Order order) {
                return same(order).title.length();
              }
              @PutMapping("/orders") public int put(@RequestParam(required = false) String by, @RequestParam int n) {
                return n == 0 ? 0 : by.length();
              }
              private Order same(Order order) {
                return order;
              }
            }
            """);

    assertThat(suggestion().left()).isEmpty();
    assertThat(suggestion().patch())
        .contains(
            """
            -    return same(order).title.length();
            +    return Optional.ofNullable(same(order).title)
            +        .orElseThrow(
            +            () -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "title is missing"))
            +        .length();
            """)
        .contains("n == 0 ? 0 : Optional.ofNullable(by)\n");
  }

  @Test
  void whatIsNotFoundIsSoAnswered() throws Exception {
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              private final Map<Integer, String> names = new HashMap<>();
              @GetMapping("/orders/{id}") public String get(@PathVariable int id) {
                return find(id).get();
              }
              private Optional<String> find(int id) {
                return Optional.ofNullable(names.get(id));
              }
            }
            """);

    assertThat(suggestion().patch())
        .contains(
            "+    return find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));\n");
  }

  @Test
  void aFaultThatNoQuestionPreventsIsLeft() throws Exception {
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              @GetMapping("/orders") public String get(@RequestParam String by) {
                return by.substring(5);
              }
            }
            """);

    assertThat(suggestion().left()).hasSize(1);
    assertThat(suggestion().patch())
        .contains("ask for the length before")
        .doesNotContain("StringIndexOutOfBoundsException.class");
  }

  @Test
  void whatHasAMapperGetsNoSecondOne() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        REST
            + """
            @Path("/orders") public class Orders {
              @GET @Path("{id}") public String get(@PathParam("id") int id) {
                if (id > 7) throw new OrderMissing();
                if (id < 0) throw new BadRequestException();
                return "";
              }
            }
            """);
    file(
        "Missing.java",
        REST
            + """
            @Provider public class Missing implements ExceptionMapper<OrderMissing> {
              private static final int STATUS = 500;
              public Response toResponse(OrderMissing e) {
                return Response.status(STATUS).entity("no").build();
              }
            }
            """);
    file(
        "Statuses.java",
        REST
            + """
            @Provider public class Statuses implements ExceptionMapper<WebApplicationException> {
              public Response toResponse(WebApplicationException e) {
                return Response.status(e.getResponse().getStatus()).entity("no").build();
              }
            }
            """);

    assertThat(suggestion().patch())
        .contains("UnexpectedMapper")
        .doesNotContain(
            "ExceptionMapper<OrderMissing>", "ExceptionMapper<WebApplicationException>");
  }

  @Test
  void aMethodForErrorsGetsOthersLikeIt() throws Exception {
    file("OrderMissing.java", MISSING);
    file("OrderAlreadyTaken.java", MISSING.replace("OrderMissing", "OrderAlreadyTaken"));
    file(
        "Orders.java",
        """
        package com.acme.shop;
        import io.micronaut.http.*;
        import io.micronaut.http.annotation.*;
        import io.micronaut.http.annotation.Error;
        @Controller("/orders") public class Orders {
          @Get("/{id}") public String get(int id) {
            if (id > 7) throw new OrderMissing();
            if (id < 0) throw new OrderAlreadyTaken();
            return "";
          }
        }
        """);
    file(
        "Errors.java",
        """
        package com.acme.shop;
        import io.micronaut.http.*;
        import io.micronaut.http.annotation.*;
        import io.micronaut.http.annotation.Error;
        @Controller public class Errors {
          @Error(global = true, exception = OrderMissing.class)
          public HttpResponse<String> orderMissing(HttpRequest<?> request, OrderMissing e) {
            return HttpResponse.<String>status(HttpStatus.NOT_FOUND).body("Not Found").header("X-Request-Id", "7");
          }
        }
        """);

    assertThat(added(suggestion(), "Errors.java"))
        .contains("@Error(global = true, exception = OrderAlreadyTaken.class)")
        .contains("orderAlreadyTaken(HttpRequest<?> request, OrderAlreadyTaken e) {")
        .contains("status(HttpStatus.CONFLICT)");
  }

  @Test
  void resourcesThatAreRegisteredOneByOneGetCompany() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        REST
            + """
            @Path("/orders") public class Orders {
              @GET @Path("{id}") public String get(@PathParam("id") int id) {
                if (id > 7) throw new OrderMissing();
                return "";
              }
            }
            """);
    file(
        "Shop.java",
        REST
            + """
            public class Shop extends ResourceConfig {
              public Shop() {
                register(Orders.class);
              }
            }
            """);

    assertThat(suggestion().patch())
        .contains(
            "     register(Orders.class);",
            "+    register(ErrorAnswers.OrderMissingMapper.class);",
            "+    register(ErrorAnswers.UnexpectedMapper.class);",
            "+    register(RequestIdFilter.class);");
  }

  private static String lookup(String body) {
    return SPRING
        + "@RestController\npublic class Orders {\n"
        + "  private final Map<Integer, String> names = new HashMap<>();\n"
        + "  @GetMapping(\"/orders/{id}\") public String get(@PathVariable int id) {\n"
        + body
        + "  }\n}\n";
  }

  @Test
  void whatOnlyItsTextTellsFromOthersIsThrownWithItsStatus() throws Exception {
    file(
        "Orders.java",
        lookup(
            """
                if (id < 0) {
                  throw new RuntimeException("order " + id + " not found");
                }
                return "";
            """));

    assertThat(suggestion().patch())
        .contains(
            "+      throw new ResponseStatusException(HttpStatus.NOT_FOUND, \"order \" + id + \" not found\");\n")
        .doesNotContain("RuntimeException.class");
    assertThat(suggestion().left()).isEmpty();
  }

  @Test
  void itKeepsItsCause() throws Exception {
    file(
        "Orders.java",
        lookup(
                """
                try {
                  return names.get(Integer.parseInt("" + id));
                } catch (NumberFormatException e) {
                  throw new RuntimeException("invalid id");
                }
            """)
            .replace("int id", "String id"));

    assertThat(suggestion().patch())
        .contains(
            "+      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, \"invalid id\", e);\n");
  }

  @Test
  void whateverGoesWrongIsNotBlamedOnTheCaller() throws Exception {
    file(
        "Orders.java",
        lookup(
                """
                    try {
                      return names.get(Integer.parseInt(id));
                    } catch (Exception e) {
                      throw new RuntimeException("invalid id", e);
                    }
                """)
            .replace("int id", "String id"));

    assertThat(suggestion().patch()).doesNotContain("+      throw new ResponseStatusException");
  }

  @Test
  void whatIsMendedAtOneOfTwoEndpointsIsMended() throws Exception {
    file(
        "Orders.java",
        """
        package com.acme.shop;
        import org.springframework.context.annotation.*;
        import org.springframework.http.*;
        import org.springframework.stereotype.*;
        import org.springframework.web.reactive.function.server.*;
        import reactor.core.publisher.*;
        @Component
        public class Orders {
          @Bean RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route().GET("/a", this::signal).GET("/b", this::fail).build();
          }
          Mono<ServerResponse> signal(ServerRequest request) { return Mono.error(new OrderFull()); }
          Mono<ServerResponse> fail(ServerRequest request) { throw new OrderFull(); }
        }
        """);
    file("OrderFull.java", MISSING.replace("OrderMissing", "OrderFull"));

    assertThat(suggestion().patch()).contains("@ExceptionHandler(OrderFull.class)");
  }

  @Test
  void resourcesThatAnInjectorMakesGetCompanyToo() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "web/Orders.java",
        REST.replace("shop;", "shop.web;")
            + """
            import com.acme.shop.OrderMissing;
            @Path("/orders") public class Orders {
              @GET @Path("{id}") public String get(@PathParam("id") int id) {
                if (id > 7) throw new OrderMissing();
                return "";
              }
            }
            """);
    file(
        "Shop.java",
        """
        package com.acme.shop;
        import com.acme.shop.web.Orders;
        import io.dropwizard.core.Application;
        import io.dropwizard.core.Configuration;
        import io.dropwizard.core.setup.Environment;
        public class Shop extends Application<Configuration> {
          public void run(Configuration configuration, Environment environment) {
            environment.jersey().register(injector.getInstance(Orders.class));
          }
        }
        """);

    assertThat(suggestion().patch())
        .contains(
            "     environment.jersey().register(injector.getInstance(Orders.class));",
            "+    environment.jersey().register(RequestIdFilter.class);",
            "+import com.acme.shop.web.RequestIdFilter;\n import io.dropwizard.core.Application;")
        .doesNotContain("Orders.class,");
  }

  @Test
  void modulesThatRunAsOneGetOneClass() throws Exception {
    file(
        "Shop.java",
        "package com.acme.shop;\n@SpringBootApplication\npublic class Shop { void m() { SpringApplication.run(Shop.class); } }\n");
    for (String module : List.of("orders", "stock")) {
      String name = module.substring(0, 1).toUpperCase() + module.substring(1);
      Path directory = root.resolve(module + "/src/main/java/com/acme/" + module);
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve(name + ".java"),
          SPRING.replace("shop;", module + ";")
              + ORDERS
                  .replace("class Orders", "class " + name)
                  .replace("/orders", "/" + module)
                  .replace("OrderMissing", "IllegalArgumentException"));
    }

    assertThat(suggestion().texts())
        .containsOnlyKeys(
            "src/main/java/com/acme/shop/ErrorAnswers.java",
            "src/main/java/com/acme/shop/RequestIdFilter.java");
  }

  @Test
  void theSameProjectGetsTheSamePatch() throws Exception {
    file("Orders.java", SPRING + ORDERS);
    file("OrderMissing.java", MISSING);

    assertThat(suggestion().patch()).isEqualTo(suggestion().patch());
  }
}
