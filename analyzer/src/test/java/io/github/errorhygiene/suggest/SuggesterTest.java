package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.rule.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Boundaries for a whole project. */
class SuggesterTest extends SuggestionCase {
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

  /** An advice with a method for a special case, and another with methods like the missing one. */
  private void twoAdvices(String order) throws Exception {
    file("OrderMissing.java", MISSING);
    file(
        "Orders.java",
        SPRING
            + """
            @RestController class Orders {
              @GetMapping("/orders/{id}") String get(@PathVariable String id) {
                if (id.isEmpty()) throw new OrderMissing();
                return "" + UUID.fromString(id);
              }
              @GetMapping("/bills") String bills(@RequestParam String page) {
                return "" + Integer.parseInt(page);
              }
            }
            """);
    file(
        "Answers.java",
        SPRING
            + """
            @RestControllerAdvice class Answers {
              @ExceptionHandler(OrderMissing.class)
              ResponseEntity<String> missing(OrderMissing e) {
                return ResponseEntity.status(HttpStatus.NOT_FOUND).body("no such order");
              }
              @ExceptionHandler(IllegalStateException.class)
              ResponseEntity<String> busy(IllegalStateException e) {
                return ResponseEntity.status(HttpStatus.CONFLICT).body("not now");
              }
            }
            """);
    file(
        "Numbers.java",
        SPRING
            + order
            + """

            @RestControllerAdvice class Numbers {
              @ExceptionHandler(NumberFormatException.class)
              ResponseEntity<String> malformed(NumberFormatException e) {
                return ResponseEntity.status(HttpStatus.BAD_REQUEST).body("a number, please");
              }
            }
            """);
  }

  @Test
  void noMethodTakesWhatALaterAdviceAnswers() throws Exception {
    twoAdvices("");

    assertThat(added(suggestion(), "Answers.java")).doesNotContain("IllegalArgumentException");
    assertThat(added(suggestion(), "ErrorAnswers.java")).doesNotContain("IllegalArgumentException");
  }

  @Test
  void whatAnEarlierAdviceAnswersIsSafe() throws Exception {
    twoAdvices("@org.springframework.core.annotation.Order(1)");

    assertThat(added(suggestion(), "Answers.java"))
        .contains("@ExceptionHandler(IllegalArgumentException.class)");
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
  void allThatOneCallFailsWithIsAnsweredAlike() throws Exception {
    file(
        "Rates.java",
        SPRING
            + """
            import org.springframework.web.client.RestTemplate;
            @RestController
            public class Rates {
              private final RestTemplate client = new RestTemplate();
              @GetMapping("/rates/{id}") public String rate(@PathVariable String id) {
                return client.getForObject("http://rates/{id}", String.class, id);
              }
            }
            """);
    file(
        "Errors.java",
        SPRING
            + """
            @RestControllerAdvice
            public class Errors {
              @ExceptionHandler(RuntimeException.class)
              public ResponseEntity<String> failed(RuntimeException e) {
                return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).header("X-Request-Id", "1").body("failed");
              }
              @ExceptionHandler(IllegalArgumentException.class)
              public ResponseEntity<String> refused(IllegalArgumentException e) {
                return ResponseEntity.status(HttpStatus.BAD_REQUEST).header("X-Request-Id", "1").body("refused");
              }
            }
            """);

    Suggestion suggestion = suggestion();

    assertThat(suggestion.left()).noneMatch(finding -> finding.rule().equals("wrong-status"));
    assertThat(suggestion.patch())
        .contains("HttpServerErrorException", "ResourceAccessException", "RestClientException");
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

  @Test
  void whatFiltersThrowIsAnsweredInAFilterBeforeThem() throws Exception {
    file("OrderMissing.java", MISSING);
    file("Orders.java", SPRING + ORDERS.replace("if (id > 7) throw new OrderMissing();", ""));
    file(
        "OrderFilter.java",
        """
        package com.acme.shop;
        import jakarta.servlet.*;
        import jakarta.servlet.http.*;
        import org.springframework.stereotype.Component;
        import org.springframework.web.filter.OncePerRequestFilter;
        @Component
        public class OrderFilter extends OncePerRequestFilter {
          @Override protected void doFilterInternal(
              HttpServletRequest request, HttpServletResponse response, FilterChain chain)
              throws ServletException, java.io.IOException {
            if (request.getHeader("X-Order") == null) throw new OrderMissing();
            chain.doFilter(request, response);
          }
        }
        """);
    Suggestion suggestion = suggestion();

    assertThat(added(suggestion, "FilterErrorAnswers.java"))
        .contains("@Order(Ordered.HIGHEST_PRECEDENCE + 1)")
        .contains("if (e instanceof OrderMissing) {\n        response.sendError(404);");
    assertThat(suggestion.left()).isEmpty();
  }
}
