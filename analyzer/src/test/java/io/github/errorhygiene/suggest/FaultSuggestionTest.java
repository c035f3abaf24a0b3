package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is mended where it arises, or where it is caught. */
class FaultSuggestionTest extends SuggestionCase {
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
  void whatAClauseAnswersLikeEverythingElseGetsAClauseOfItsOwn() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              @GetMapping("/orders/{id}")
              public ResponseEntity<String> get(@PathVariable int id) {
                try {
                  if (id > 7) {
                    throw new OrderMissing();
                  }
                  return ResponseEntity.ok("" + 7 / id);
                } catch (final Exception e) {
                  return ResponseEntity.status(503).body("later");
                }
              }
            }
            """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "Orders.java"))
        .contains(
            """
                } catch (final OrderMissing e) {
                  return ResponseEntity.status(404).body("later");
                } catch (final Exception e) {
                  return ResponseEntity.status(503).body("later");
            """);
  }

  @Test
  void aClauseWithSeveralStatusesIsLeft() throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        SPRING
            + """
            @RestController
            public class Orders {
              @GetMapping("/orders/{id}")
              public ResponseEntity<String> get(@PathVariable int id) {
                try {
                  if (id > 7) {
                    throw new OrderMissing();
                  }
                  return ResponseEntity.ok("");
                } catch (Exception e) {
                  return ResponseEntity.status(503).body("503 later");
                }
              }
            }
            """);

    assertThat(added(suggestion(), "Orders.java")).doesNotContain("catch (OrderMissing e)");
  }
}
