package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who answers which failure with what, as observed of Spring Boot 2.7 to 4.0. */
class SpringMvcTest {
  @Test
  @DisplayName("What nobody maps gets Boot's error page with 500")
  void unmapped() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
            }
            class Locked extends RuntimeException {}
            """);

    assertThat(service.rows("DELETE /orders")).containsExactly("Locked 500" + Service.PAGE);
  }

  @Test
  @DisplayName("The handler for the closest type answers, with the members of its body")
  void closestHandler() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
            }
            class Broken extends RuntimeException {}
            class Locked extends Broken {}
            record Failed(String code) {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler ResponseEntity<Failed> broken(Broken e) {
                return ResponseEntity.status(503).body(new Failed("broken"));
              }
              @ExceptionHandler ResponseEntity<Map<String, String>> locked(Locked e) {
                return ResponseEntity.status(HttpStatus.LOCKED).body(Map.of("error", "locked"));
              }
            }
            """);

    assertThat(service.rows("DELETE /orders"))
        .containsExactly("Locked 423 application/json [error] id=NO");
  }

  @Test
  @DisplayName(
      "A handler may read the status off the exception, and have another where it says 500")
  void statusThatIsCompared() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Gone(); }
              @DeleteMapping("/lines") void remove() { throw new Broken(); }
            }
            @ResponseStatus(HttpStatus.GONE) class Gone extends RuntimeException {}
            @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR) class Broken extends RuntimeException {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler ResponseEntity<Void> all(Exception e) {
                return ResponseEntity.status(of(e.getClass().getAnnotation(ResponseStatus.class))).build();
              }
              private HttpStatus of(ResponseStatus said) {
                if (said != null && !HttpStatus.INTERNAL_SERVER_ERROR.equals(said.value())) {
                  return said.value();
                }
                return HttpStatus.SERVICE_UNAVAILABLE;
              }
            }
            """);

    assertThat(service.rows("DELETE /orders")).containsExactly("Gone 410 - [] id=NO");
    assertThat(service.rows("DELETE /lines")).containsExactly("Broken 503 - [] id=NO");
  }

  @Test
  @DisplayName("A handler of the database's exception takes what Spring makes of it")
  void causeOfTheDatabase() {
    Service service =
        Service.of(
            """
            import java.sql.SQLException;
            import org.apache.ibatis.annotations.Mapper;
            @RestController class Orders {
              private final OrderMapper orders;
              Orders(OrderMapper orders) { this.orders = orders; }
              @PostMapping("/orders") void add(@RequestParam String name) { orders.insertOne(name); }
            }
            @Mapper interface OrderMapper { int insertOne(String name); }
            @RestControllerAdvice class Errors {
              @ExceptionHandler ResponseEntity<Void> stored(SQLException e) {
                return ResponseEntity.status(409).build();
              }
            }
            """);

    assertThat(service.rows("POST /orders"))
        .contains("DataIntegrityViolationException 409 - [] id=NO");
  }

  @Test
  @DisplayName("A handler that sends an error leaves the body to Boot")
  void sendsError() {
    Service service =
        Service.of(
            """
            import jakarta.servlet.http.HttpServletResponse;
            @RestController class Orders {
              @DeleteMapping("/orders") void clear(HttpServletResponse response) throws Exception {
                if (System.nanoTime() > 0) {
                  response.sendError(HttpServletResponse.SC_CONFLICT);
                  return;
                }
                response.setStatus(202);
              }
            }
            """);

    assertThat(service.rows("DELETE /orders"))
        .contains("the handler answers 409 itself 409" + Service.PAGE);
    assertThat(service.successes()).containsExactly("DELETE /orders [202]");
  }

  @Test
  @DisplayName("What an advice inherits from a library that was not given nobody knows")
  void inheritedHandlers() {
    String source =
        """
        import jakarta.validation.constraints.Max;
        import org.springframework.validation.annotation.Validated;
        @RestController @Validated class Orders {
          @DeleteMapping("/orders") void clear(@RequestParam(defaultValue = "") @Max(3) String name) {}
          @GetMapping("/orders") void all() { throw new UnsupportedOperationException(); }
        }
        @ControllerAdvice class Errors extends %s {}
        """;

    assertThat(Service.of(source.formatted("com.acme.commons.Handlers")).rows("DELETE /orders"))
        .singleElement()
        .asString()
        .startsWith("ConstraintViolationException 0");
    assertThat(Service.of(source.formatted("com.acme.commons.Handlers")).rows("GET /orders"))
        .containsExactly("UnsupportedOperationException 500" + Service.PAGE);
    assertThat(Service.of(source.formatted("Object")).rows("DELETE /orders"))
        .containsExactly("ConstraintViolationException 500" + Service.PAGE);
  }

  @Test
  @DisplayName(
      "ResponseEntityExceptionHandler writes problem details since Spring 6, nothing before")
  void problemDetails() {
    String source =
        """
        @RestController class Orders {
          @DeleteMapping("/orders/{id}") void remove(@PathVariable int id) {}
        }
        @RestControllerAdvice class Errors
            extends org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler {}
        """;
    String problem = " application/problem+json [detail, instance, status, title, type] id=NO";

    assertThat(Service.of(source).at(6, 2).rows("DELETE /orders/{id}"))
        .containsExactly("MethodArgumentTypeMismatchException 400" + problem);
    assertThat(Service.of(source).at(5, 3).rows("DELETE /orders/{id}"))
        .containsExactly("MethodArgumentTypeMismatchException 400 - [] id=NO");
  }

  @Test
  @DisplayName("Boot's configuration adds problem details, and messages to its page")
  void configured() {
    String source =
        """
        @RestController class Orders {
          @DeleteMapping("/orders/{id}") void remove(@PathVariable int id) {}
        }
        """;

    assertThat(
            Service.of(source)
                .with("spring.mvc.problemdetails.enabled", "true")
                .rows("DELETE /orders/{id}"))
        .containsExactly(
            "MethodArgumentTypeMismatchException 400 application/problem+json"
                + " [detail, instance, status, title, type] id=NO");
    assertThat(
            Service.of(source)
                .with("server.error.include-message", "always")
                .rows("DELETE /orders/{id}"))
        .containsExactly(
            "MethodArgumentTypeMismatchException 400 application/json"
                + " [error, message, path, status, timestamp] id=NO");
  }

  @Test
  @DisplayName("An unknown path of one application is none of another's advices' business")
  void severalApplications() {
    Service service =
        Service.of(
                """
                class Nothing {}
                """)
            .file(
                "one/src/main/java/one/One.java",
                """
                package one;
                @org.springframework.boot.autoconfigure.SpringBootApplication class One {}
                @RestController class Orders {
                  @DeleteMapping("/orders") void clear() {}
                }
                """)
            .file(
                "two/src/main/java/two/Two.java",
                """
                package two;
                @org.springframework.boot.autoconfigure.SpringBootApplication class Two {}
                @RestControllerAdvice class Errors {
                  @ExceptionHandler(Exception.class) ResponseEntity<Void> all(Exception e) {
                    return ResponseEntity.internalServerError().build();
                  }
                }
                """);

    assertThat(service.generalRows())
        .containsExactlyInAnyOrder(
            "NoResourceFoundException 404" + Service.PAGE,
            "HttpRequestMethodNotSupportedException 405" + Service.PAGE);
  }

  @Test
  @DisplayName("A page that was tested not to be below zero is a page")
  void pages() {
    Service service =
        Service.of(
            """
            import org.springframework.data.domain.PageRequest;
            @RestController class Lists {
              @GetMapping("/ternary") Object ternary(@RequestParam int page) { return PageRequest.of(page <= 1 ? 0 : page - 1, 9); }
              @GetMapping("/early") Object early(@RequestParam int page) { if (0 > page) page = 0; return PageRequest.of(page, 9); }
              @GetMapping("/above") Object above(@RequestParam int page) { if (page > 100) page = 100; return PageRequest.of(page, 9); }
            }
            """);

    assertThat(service.rows("GET /ternary")).noneMatch(row -> row.startsWith("IllegalArgument"));
    assertThat(service.rows("GET /early")).noneMatch(row -> row.startsWith("IllegalArgument"));
    assertThat(service.rows("GET /above")).anyMatch(row -> row.startsWith("IllegalArgument"));
  }

  @Test
  @DisplayName("A handler that names a status and returns nothing answers without a body")
  void statusAlone() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
            }
            class Locked extends RuntimeException {}
            @ControllerAdvice class Errors {
              @ExceptionHandler @ResponseStatus(HttpStatus.LOCKED) void locked(Locked e) {}
            }
            """);

    assertThat(service.rows("DELETE /orders")).containsExactly("Locked 423 - [] id=NO");
  }

  @Test
  @DisplayName("What the initializer of an anonymous map puts is in the body")
  void doubleBraces() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
            }
            class Locked extends RuntimeException {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler ResponseEntity<Object> locked(Locked e) {
                return ResponseEntity.status(423).body(new HashMap<String, Object>() {{
                  put("message", e.getMessage());
                  put("code", 7);
                }});
              }
            }
            """);

    assertThat(service.rows("DELETE /orders"))
        .containsExactly("Locked 423 application/json [code, message] id=NO");
  }

  @Test
  @DisplayName("Methods that prepare the model are bound to the request, too")
  void boundPreparations() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @ModelAttribute("order") String order(@PathVariable(required = false) Integer id) {
                return "";
              }
              @GetMapping("/orders/{id}") String show() { return ""; }
              @GetMapping("/orders") String all() { return ""; }
            }
            """);

    assertThat(service.rows("GET /orders/{id}"))
        .anyMatch(row -> row.startsWith("MethodArgumentTypeMismatchException 400"));
    assertThat(service.rows("GET /orders"))
        .noneMatch(row -> row.startsWith("MethodArgumentTypeMismatchException"));
  }

  @Test
  @DisplayName("What fails in several ways at one place is one row")
  void oneRow() {
    assertThat(
            Service.of(
                    """
                    @RestController class Orders {
                      @GetMapping("/orders/{id}") int find(@PathVariable String id) {
                        return id.isEmpty() ? parse(id) : parse(id + "0");
                      }
                      private int parse(String id) { return Integer.parseInt(id); }
                    }
                    """)
                .rows("GET /orders/{id}"))
        .filteredOn(row -> row.startsWith("NumberFormatException"))
        .hasSize(1);
  }

  @Test
  @DisplayName("A handler reads the status from an annotation of the exception")
  void annotated() {
    Service service =
        Service.of(
            """
            @interface Status { HttpStatus value(); }
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new Locked(); }
              @PutMapping("/orders") void put() { throw new Odd(); }
              @PostMapping("/orders") void post() { throw new Strange(); }
            }
            @Status(HttpStatus.LOCKED) class Broken extends RuntimeException {}
            class Locked extends Broken {}
            class Odd extends RuntimeException {}
            class Strange extends RuntimeException {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler ResponseEntity<String> any(RuntimeException e) {
                HttpStatus mapped = mapped(e);
                HttpStatus status =
                    Optional.ofNullable(mapped)
                        .orElse(
                            Optional.ofNullable(status(e))
                                .map(Status::value)
                                .orElse(HttpStatus.INTERNAL_SERVER_ERROR));
                return new ResponseEntity<>("failed", status);
              }
              Status status(Throwable e) {
                Status found = e.getClass().getAnnotation(Status.class);
                return found == null && e.getCause() != null ? status(e.getCause()) : found;
              }
              HttpStatus mapped(Throwable e) {
                return e instanceof Odd ? HttpStatus.CONFLICT : null;
              }
            }
            """);

    assertThat(service.rows("DELETE /orders")).singleElement().asString().startsWith("Locked 423 ");
    assertThat(service.rows("PUT /orders")).singleElement().asString().startsWith("Odd 409 ");
    assertThat(service.rows("POST /orders")).singleElement().asString().startsWith("Strange 500 ");
  }

  @Test
  @DisplayName("An answer that is changed here and there keeps what all of its forms have")
  void manyForms() {
    String properties =
        IntStream.range(0, 6)
            .mapToObj(
                i -> "if (e.toString().length() > %d) p.setProperty(\"p%d\", 1); ".formatted(i, i))
            .collect(Collectors.joining());
    Service service =
        Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear() { throw new IllegalStateException(); }
            }
            @RestControllerAdvice class Errors {
              @ExceptionHandler ProblemDetail any(IllegalStateException e) {
                ProblemDetail p = ProblemDetail.forStatus(HttpStatus.CONFLICT);
                %s
                return p;
              }
            }
            """
                .formatted(properties));

    assertThat(service.rows("DELETE /orders"))
        .singleElement()
        .asString()
        .startsWith("IllegalStateException 409 ");
  }

  @Test
  @DisplayName("The text of a throw tells what kind of failure it is, where its type does not")
  void wording() {
    Service service =
        Service.of(
            """
            @RestController class Orders {
              private final Set<String> taken = new HashSet<>();
              @PostMapping("/orders/{id}") void post(@PathVariable String id) {
                if (taken.contains(id)) { throw new RuntimeException("Order " + id + " already exists"); }
              }
              @GetMapping("/orders/{id}") void get(@PathVariable String id) throws Exception {
                if (id.length() > 9) { throw new Exception(String.format("no order found: %s", id)); }
              }
              @GetMapping("/odd/{id}") void odd(@PathVariable String id) {
                if (id.length() > 9) { throw new RuntimeException("something odd"); }
              }
            }
            """);

    assertThat(service.application().contracts())
        .flatExtracting(contract -> contract.failures())
        .filteredOn(failure -> failure.exception().startsWith("java.lang."))
        .extracting(failure -> failure.mode() + " " + failure.verdict())
        .containsExactlyInAnyOrder("UNKNOWN UNKNOWN", "MISSING WRONG", "CONFLICT WRONG");
  }
}
