package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is to blame for what clients, templates and assertions throw. */
class BlameTest {
  @Test
  @DisplayName("The constant of the project's own that an exception is given tells what happened")
  void codes() {
    Service service =
        Service.of(
            """
            enum Code { OK, USER_NOT_FOUND, NO_PERMISSION, NAME_ALREADY_USED, FAILED }
            class Refused extends RuntimeException {
              final Code code;
              Refused(Code code) { this.code = code; }
            }
            @RestController class Users {
              @PostMapping("/users") String add(@RequestParam int id) {
                if (id == 1) throw new Refused(Code.USER_NOT_FOUND);
                if (id == 2) throw new Refused(Code.NO_PERMISSION);
                if (id == 3) throw new Refused(Code.NAME_ALREADY_USED);
                if (id == 4) throw new Refused(Code.FAILED);
                return "";
              }
            }
            """);
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "Refused MISSING 500",
            "Refused FORBIDDEN 500",
            "Refused CONFLICT 500",
            "Refused UNKNOWN 500");
  }

  @Test
  @DisplayName("That a class of the program is not provided for is no matter of the client's")
  void classesOfTheProgram() {
    Service service =
        Service.of(
            """
            @RestController class Reports {
              @GetMapping("/reports") String get(@RequestParam String name) {
                Object report = name.isEmpty() ? name : name.length();
                if (name.length() > 3) {
                  throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
                      "Form not implemented for data of class " + report.getClass().getName());
                }
                if (name.length() > 2) {
                  throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Name is too long");
                }
                return name;
              }
            }
            """);
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "ResponseStatusException UNKNOWN 400", "ResponseStatusException MALFORMED_INPUT 400");
  }

  @Test
  @DisplayName("The address of the request is one, what it names may not be one")
  void ownAddress() {
    Service service =
        Service.of(
            """
            @RestController class Links {
              @GetMapping("/links/own") String own(jakarta.servlet.http.HttpServletRequest request)
                  throws java.net.URISyntaxException {
                return new java.net.URI(request.getRequestURL().toString()).getHost();
              }
              @GetMapping("/links/other") String other(@RequestParam String link)
                  throws java.net.MalformedURLException {
                return new java.net.URL(link).getHost();
              }
            }
            """);
    assertThat(service.blamed()).containsExactly("MalformedURLException MALFORMED_INPUT 500");
  }

  @Test
  @DisplayName("An answer of a peer that the service makes up itself is not the peer's")
  void madeUp() {
    Service service =
        Service.of(
            """
            import org.springframework.web.client.HttpClientErrorException;
            @RestController class Things {
              @GetMapping("/things") void find(@RequestParam String text) {
                if (text.isEmpty()) throw new HttpClientErrorException(HttpStatus.TOO_MANY_REQUESTS, "slow");
              }
            }
            """);
    assertThat(service.blamed()).containsExactly("HttpClientErrorException UNKNOWN 500");
  }

  @Test
  @DisplayName("What is thrown in any case was meant so")
  void always() {
    Service service =
        Service.of(
            """
            @RestController class Things {
              @GetMapping("/things") void find() {
                throw new UnsupportedOperationException("deactivated");
              }
              @ExceptionHandler @ResponseStatus(HttpStatus.FORBIDDEN)
              void never(UnsupportedOperationException e) {}
            }
            """);
    assertThat(service.blamed()).containsExactly("UnsupportedOperationException UNKNOWN 403");
  }

  @Test
  @DisplayName("The first of what the client sent may be missing, and that is its fault")
  void firstSent() {
    Service service =
        Service.of(
            """
            record Order(List<String> lines) {}
            @RestController class Orders {
              @PostMapping("/orders") String add(@RequestBody Order order) {
                return order.lines().getFirst();
              }
            }
            """);
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "NoSuchElementException INVALID_INPUT 500", "NullPointerException INVALID_INPUT 500");
  }

  @Test
  @DisplayName("A map of all constants has each; a class casts what it was made for")
  void harmless() {
    Service service =
        Service.of(
            """
            enum Kind { A, B }
            @RestController class Things {
              private final EnumMap<Kind, String> names = new EnumMap<>(Kind.class);
              @GetMapping("/things") int find(@RequestParam Kind kind, @RequestParam String text) {
                return names.get(kind).length() + String.class.cast(text).length();
              }
            }
            """);
    assertThat(service.blamed()).isEmpty();
  }

  @Test
  @DisplayName("Nobody validates the parameters of an interceptor")
  void interceptor() {
    Service service =
        Service.of(
            """
            import jakarta.servlet.http.*;
            import jakarta.validation.constraints.NotNull;
            import org.springframework.context.annotation.Configuration;
            import org.springframework.web.servlet.*;
            import org.springframework.web.servlet.config.annotation.*;
            class Flags implements HandlerInterceptor {
              @Override public boolean preHandle(
                  @NotNull HttpServletRequest request, @NotNull HttpServletResponse response, @NotNull Object handler) {
                return true;
              }
            }
            @Configuration class Web implements WebMvcConfigurer {
              @Override public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Flags());
              }
            }
            @RestController class Things {
              @DeleteMapping("/things") void clear() {}
            }
            """);
    assertThat(service.rows("DELETE /things")).isEmpty();
  }

  @Test
  @DisplayName("The text of a number or a UUID has its form; that of an int may be part of a date")
  void identifiers() {
    Service service =
        Service.of(
            """
            import java.math.BigDecimal;
            import java.net.URI;
            import java.time.LocalDate;
            import java.util.UUID;
            @RestController class Things {
              @PutMapping("/a/{id}") URI a(@PathVariable Long id) { return URI.create("/a/" + id); }
              @PutMapping("/b/{id}") URI b(@PathVariable UUID id) { return URI.create("/b/" + id + "/c"); }
              @PutMapping("/c") BigDecimal c(@RequestParam BigDecimal sum) {
                return new BigDecimal(sum.toString());
              }
              @PutMapping("/d") BigDecimal d(@RequestParam long sum) {
                return new BigDecimal(String.valueOf(sum));
              }
              @PutMapping("/e") LocalDate e(@RequestParam int day) {
                return LocalDate.parse("2024-02-" + day);
              }
              @PutMapping("/f") URI f(@RequestParam String name) { return URI.create("/f/" + name); }
            }
            """);
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "DateTimeParseException MALFORMED_INPUT 500",
            "IllegalArgumentException MALFORMED_INPUT 500");
  }

  @Test
  @DisplayName("A path as it was asked for is a part of a URI, and no number")
  void pathsOfRequests() {
    Service service =
        Service.of(
            """
            import jakarta.servlet.http.HttpServletRequest;
            import java.net.URI;
            import java.util.UUID;
            @RestController class Things {
              @PutMapping("/a") URI a(HttpServletRequest request, @RequestParam UUID id) {
                return URI.create(String.format("%s/%s", request.getRequestURI(), id));
              }
              @PutMapping("/b") URI b(HttpServletRequest request, @RequestParam long id) {
                return URI.create(request.getRequestURI() + "/" + id);
              }
              @PutMapping("/c") URI c(HttpServletRequest request, @RequestParam String name) {
                return URI.create(String.format("%s/%s", request.getRequestURI(), name));
              }
              @PutMapping("/d") int d(HttpServletRequest request) {
                String path = request.getRequestURI();
                return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
              }
            }
            """);
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "IllegalArgumentException MALFORMED_INPUT 500",
            "NumberFormatException MALFORMED_INPUT 500");
  }

  @Test
  @DisplayName("What binding found wrong is the client's, whatever setting was asked before")
  void bindingResult() {
    Service service =
        Service.of(
            """
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.validation.BindingResult;
            class Refused extends RuntimeException {}
            @ResponseStatus(HttpStatus.NOT_FOUND) class Off extends RuntimeException {}
            record Thing(String name) {}
            @RestController class Things {
              @Value("${things.on:true}") private boolean on;
              @PostMapping("/things") void add(@RequestBody @Valid Thing thing, BindingResult result) {
                if (!on) {
                  throw new Off();
                }
                if (result.hasErrors()) {
                  throw new Refused();
                }
              }
            }
            """);
    assertThat(service.application().contracts().get(0).failures())
        .filteredOn(failure -> failure.exception().endsWith("Refused"))
        .extracting(failure -> failure.dependsOn().name())
        .containsExactly("REQUEST");
  }

  @Test
  @DisplayName("What a validator of the program's own accepts is not suspected of holes")
  void ownValidator() {
    String controller =
        """
        import org.springframework.validation.Validator;
        import org.springframework.web.bind.WebDataBinder;
        record Thing(String name) {}
        @RestController class Things {
          private final Validator thingValidator;
          Things(Validator thingValidator) { this.thingValidator = thingValidator; }
          %s
          @PostMapping("/things") String add(@RequestBody @Validated Thing thing) {
            return thing.name().trim();
          }
        }
        """;
    String binder = "@InitBinder void bind(WebDataBinder b) { b.setValidator(thingValidator); }";
    assertThat(Service.of(controller.formatted("")).blamed())
        .contains("NullPointerException INVALID_INPUT 500");
    assertThat(Service.of(controller.formatted(binder)).blamed())
        .noneMatch(row -> row.startsWith("NullPointerException"));
  }
}
