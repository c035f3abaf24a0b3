package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mappers of JAX-RS and methods of Micronaut, beside those that there are. */
class MapperSuggestionTest extends SuggestionCase {
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
  void whatTheCallerAndAnUpstreamCauseGetsNoHandlerThatBlamesOneOfThem() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        REST
            + """
            @Path("/orders") public class Orders {
              private final java.net.http.HttpClient stock = java.net.http.HttpClient.newHttpClient();
              @GET @Path("{id}") public String get(@PathParam("id") String id) {
                int number = Integer.parseInt(id);
                if (number > 7) throw new OrderMissing();
                return "";
              }
              @GET @Path("stock") public int stock() throws Exception {
                var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://stock")).build();
                var answer = stock.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
                return Integer.parseInt(answer.body());
              }
            }
            """);
    Suggestion suggestion = suggestion();

    assertThat(suggestion.patch())
        .contains("ExceptionMapper<OrderMissing>")
        .doesNotContain("ExceptionMapper<NumberFormatException>");
    assertThat(suggestion.summary())
        .contains(
            "Mended:\n",
            "OrderMissing leaves GET /orders/{id} uncaught: the client sees 500 where 404 fits\n")
        .contains(
            "Left for you:\n", "catch it where it arises, and throw an exception of your own");
  }
}
