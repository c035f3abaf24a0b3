package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes wrong with a request before a handler of Spring MVC runs, and who answers it. */
class SpringRequestsTest {
  @Test
  @DisplayName("Nothing found is 404 for ResponseEntity.of")
  void optionalBody() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @GetMapping("/names") ResponseEntity<String> get(@RequestParam(required = false) String name) {
                return ResponseEntity.of(Optional.ofNullable(name));
              }
            }
            """);

    assertThat(service.rows("GET /names"))
        .containsExactly("the handler answers 404 itself 404 - [] id=NO");
    assertThat(service.successes()).containsExactly("GET /names [200]");
  }

  @Test
  @DisplayName("A handler of a conversion failure's cause takes the mismatch")
  void causeOfMismatch() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders/{id}") void remove(@PathVariable int id) {}
              @ExceptionHandler(NumberFormatException.class) ResponseEntity<Void> number() {
                return ResponseEntity.unprocessableEntity().build();
              }
            }
            """);

    assertThat(service.rows("DELETE /orders/{id}"))
        .containsExactly("MethodArgumentTypeMismatchException 422 - [] id=NO");
  }

  @Test
  @DisplayName(
      "A number without an annotation may be left out, and cannot be null if it is primitive")
  void bareParameters() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void remove(int count) {}
              @DeleteMapping("/lines") void boxed(Integer count) {}
              @DeleteMapping("/flags") void flag(boolean all) {}
              @DeleteMapping("/texts") void text(@jakarta.validation.constraints.NotNull String text) {}
              @DeleteMapping("/callers") void caller(@Caller int count) {}
            }
            @interface Caller {}
            """);

    assertThat(service.rows("DELETE /orders"))
        .containsExactly(
            "IllegalStateException 500" + Service.PAGE,
            "MethodArgumentTypeMismatchException 400" + Service.PAGE);
    assertThat(service.rows("DELETE /lines"))
        .containsExactly("MethodArgumentTypeMismatchException 400" + Service.PAGE);
    assertThat(service.rows("DELETE /flags"))
        .containsExactly("MethodArgumentTypeMismatchException 400" + Service.PAGE);
    assertThat(service.rows("DELETE /texts"))
        .containsExactly("HandlerMethodValidationException 400" + Service.PAGE);
    assertThat(service.rows("DELETE /callers")).isEmpty();
  }

  @Test
  @DisplayName(
      "A text without an annotation is null if it is left out, unless validation asks for it")
  void bareTexts() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void remove(String name) { name.trim(); }
              @DeleteMapping("/lines") void line(@jakarta.validation.constraints.NotNull String name) { name.trim(); }
            }
            """);

    assertThat(service.rows("DELETE /orders"))
        .containsExactly("NullPointerException 500" + Service.PAGE);
    assertThat(service.rows("DELETE /lines"))
        .containsExactly("HandlerMethodValidationException 400" + Service.PAGE);
  }

  @Test
  @DisplayName(
      "An object made of parameters has nulls for what is left out, unless the model had it before")
  void forms() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void remove(Query query) { query.getName().trim(); }
            }
            @RestController class Lines {
              @ModelAttribute Query query() { return new Query(); }
              @DeleteMapping("/lines") void remove(Query query) { query.getName().trim(); }
            }
            class Query {
              private String name;
              String getName() { return name; }
              void setName(String name) { this.name = name; }
            }
            """);

    assertThat(service.rows("DELETE /orders"))
        .containsExactly("NullPointerException 500" + Service.PAGE);
    assertThat(service.rows("DELETE /lines")).isEmpty();
  }

  @Test
  @DisplayName("To who accepts no JSON, no handler can say so in JSON")
  void notAcceptable() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @GetMapping("/orders") List<Integer> all() { return List.of(); }
            }
            @RestControllerAdvice class Errors {
              @ExceptionHandler(Exception.class) ResponseEntity<Map<String, String>> all(Exception e) {
                return ResponseEntity.internalServerError().body(Map.of("error", "internal"));
              }
            }
            """);

    assertThat(service.rows("GET /orders"))
        .containsExactly("HttpMediaTypeNotAcceptableException 406 - [] id=NO");
  }

  @Test
  @DisplayName("Unknown paths are an exception since Spring 6.1, which a catch-all takes")
  void unknownPath() {
    String source =
        """
        @RestController class Orders {
          @DeleteMapping("/orders") void clear() {}
        }
        @RestControllerAdvice class Errors {
          @ExceptionHandler(Exception.class) ResponseEntity<Map<String, String>> all(Exception e) {
            return ResponseEntity.internalServerError().body(Map.of("error", "internal"));
          }
        }
        """;

    assertThat(Service.of(source).at(6, 1).generalRows())
        .contains("NoResourceFoundException 500 application/json [error] id=NO");
    assertThat(Service.of(source).at(6, 0).generalRows())
        .contains("unknown path 404" + Service.PAGE);
    assertThat(Service.of(source).at(5, 3).generalRows())
        .contains("unknown path 404" + Service.PAGE);
  }

  @Test
  @DisplayName("Constraints on parameters are validated by Spring MVC since 6.1, before by a proxy")
  void constraints() {
    String source =
        """
        import jakarta.validation.constraints.Max;
        @RestController class Orders {
          @DeleteMapping("/orders") void clear(@RequestParam(defaultValue = "") @Max(3) String name) {}
        }
        """;
    String proxied =
        source.replace(
            "@RestController",
            "@RestController @org.springframework.validation.annotation.Validated");

    assertThat(Service.of(source).at(6, 1).rows("DELETE /orders"))
        .containsExactly("HandlerMethodValidationException 400" + Service.PAGE);
    assertThat(Service.of(source).at(6, 0).rows("DELETE /orders")).isEmpty();
    assertThat(Service.of(proxied).at(6, 1).rows("DELETE /orders"))
        .containsExactly("ConstraintViolationException 500" + Service.PAGE);
  }

  @Test
  @DisplayName("What Spring MVC insists on is not null any more when it is validated")
  void requiredParameters() {
    String source =
        """
        import jakarta.validation.constraints.NotNull;
        @RestController class Orders {
          @DeleteMapping("/orders") void clear(@RequestParam %s @NotNull String name) {}
        }
        """;

    assertThat(Service.of(source.formatted("")).rows("DELETE /orders"))
        .containsExactly("MissingServletRequestParameterException 400" + Service.PAGE);
    assertThat(
            Service.of(source.replace("@RequestParam %s", "@RequestParam(required = false)"))
                .rows("DELETE /orders"))
        .containsExactly("HandlerMethodValidationException 400" + Service.PAGE);
  }

  @Test
  @DisplayName("A handler whose parameter cannot take the exception is not called")
  void unfitParameter() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @GetMapping("/orders/{id}") void find(@PathVariable int id) {}
              @DeleteMapping("/orders") void clear() { throw new IllegalStateException(); }
            }
            @RestControllerAdvice class Errors {
              @ExceptionHandler({
                  org.springframework.web.method.annotation.MethodArgumentTypeMismatchException.class,
                  IllegalStateException.class})
              <T extends IllegalStateException> ResponseEntity<Void> all(T e) {
                return ResponseEntity.status(422).build();
              }
            }
            """);

    assertThat(service.rows("DELETE /orders"))
        .containsExactly("IllegalStateException 422 - [] id=NO");
    assertThat(service.rows("GET /orders/{id}"))
        .anyMatch(
            row -> row.startsWith("MethodArgumentTypeMismatchException 400 application/json"));
  }
}
