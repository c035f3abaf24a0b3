package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is to blame for what clients, templates and assertions throw. */
class BlameTest {
  /** {@code Locked CONFLICT 409} for each failure of the service's own code. */
  private static List<String> blamed(Service service) {
    return service.application().contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .filter(failure -> failure.origin() != null)
        .map(
            failure ->
                failure.exception().replaceAll(".*[.$]", "")
                    + " "
                    + failure.mode()
                    + " "
                    + failure.answer().status())
        .distinct()
        .toList();
  }

  @Test
  @DisplayName("A method that is mapped to an exchange calls an upstream, which fails as declared")
  void httpInterface() {
    Service service =
        Service.of(
            """
            import org.springframework.web.service.annotation.*;
            class Refused extends Exception {}
            interface Peer {
              @PostExchange("/things") String post(@RequestBody String thing) throws Refused;
            }
            @RestController class Things {
              private final Peer peer;
              Things(Peer peer) { this.peer = peer; }
              @PostMapping("/things") String add(@RequestBody String thing) throws Refused {
                return peer.post(thing);
              }
            }
            @RestControllerAdvice class Errors {
              @ExceptionHandler @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
              void refused(Refused e) {}
            }
            """);
    assertThat(blamed(service))
        .containsExactlyInAnyOrder(
            "HttpClientErrorException UPSTREAM_ERROR 500",
            "HttpServerErrorException UPSTREAM_ERROR 500",
            "ResourceAccessException UPSTREAM_ERROR 500",
            "Refused UPSTREAM_ERROR 422");
  }

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
    assertThat(blamed(service))
        .containsExactlyInAnyOrder(
            "Refused MISSING 500",
            "Refused FORBIDDEN 500",
            "Refused CONFLICT 500",
            "Refused UNKNOWN 500");
  }

  @Test
  @DisplayName("That what a reader is noted by cannot be stored is no matter of the client's")
  void ownRecords() {
    Service service =
        Service.of(
            """
            import jakarta.persistence.*;
            @Entity class Visit { @Id @GeneratedValue Long id; String by; }
            interface Visits extends org.springframework.data.jpa.repository.JpaRepository<Visit, Long> {}
            @RestController class Pages {
              private final Visits visits;
              Pages(Visits visits) { this.visits = visits; }
              @GetMapping("/pages") String get(@RequestParam String by) {
                Visit visit = new Visit();
                visit.by = by;
                visits.save(visit);
                return "";
              }
              @PostMapping("/pages") String post(@RequestParam String by) {
                Visit visit = new Visit();
                visit.by = by;
                visits.save(visit);
                return "";
              }
            }
            """);
    assertThat(
            service.application().contracts().stream()
                .filter(
                    contract ->
                        contract.failures().stream()
                            .anyMatch(row -> row.mode() == FailureMode.INVALID_INPUT))
                .map(contract -> contract.endpoint().label()))
        .containsExactly("POST /pages");
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
    assertThat(blamed(service))
        .containsExactlyInAnyOrder(
            "ResponseStatusException UNKNOWN 400", "ResponseStatusException MALFORMED_INPUT 400");
  }

  @Test
  @DisplayName("Who only reads makes nothing that is there already")
  void readersMakeNothing() {
    Service service =
        Service.of(
            """
            interface Store { String ask() throws java.sql.SQLException; }
            class AlreadyExists extends RuntimeException {}
            @RestController class Reports {
              private final Store store;
              Reports(Store store) { this.store = store; }
              @GetMapping("/reports") String get(@RequestParam String name) { return ask(name); }
              @PostMapping("/reports") String add(@RequestParam String name) { return ask(name); }
              private String ask(String name) {
                try {
                  return store.ask();
                } catch (java.sql.SQLException e) {
                  if (e.getErrorCode() == 1) throw new AlreadyExists();
                  return "";
                }
              }
            }
            """);
    assertThat(blamed(service)).contains("AlreadyExists UNKNOWN 500", "AlreadyExists CONFLICT 500");
  }

  @Test
  @DisplayName("What something stored names and is not there is wrapped as something unknown")
  void wrappedOfStored() {
    Service service =
        Service.of(
            """
            class NotFoundException extends RuntimeException {}
            class ResolutionFailure extends RuntimeException {
              ResolutionFailure(Throwable cause) { super(cause); }
            }
            interface Plugins extends org.springframework.data.repository.CrudRepository<String, String> {}
            interface Settings extends org.springframework.data.repository.CrudRepository<String, String> {}
            @RestController class Secrets {
              private final Plugins plugins;
              private final Settings settings;
              Secrets(Plugins plugins, Settings settings) { this.plugins = plugins; this.settings = settings; }
              @PostMapping("/secrets") void resolve() {
                for (String id : settings.findAll()) {
                  try {
                    if (!plugins.existsById(id)) throw new NotFoundException();
                  } catch (RuntimeException e) {
                    throw new ResolutionFailure(e);
                  }
                }
              }
            }
            """);
    assertThat(blamed(service)).contains("ResolutionFailure UNKNOWN 500");
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
    assertThat(blamed(service)).containsExactly("MalformedURLException MALFORMED_INPUT 500");
  }

  @Test
  @DisplayName("What is there already in the service's own index is no conflict of the client's")
  void ownIndex() {
    Service service =
        Service.of(
            """
            import org.springframework.dao.DuplicateKeyException;
            @RestController class Things {
              private final Set<String> index = new HashSet<>();
              private final Set<String> owned = Set.of("a");
              @PostMapping("/index") void index(@RequestParam String thing) {
                if (!index.isEmpty()) throw new DuplicateKeyException("index");
              }
              @PostMapping("/owned") void owned(@RequestParam String thing) {
                if (owned.contains(thing)) throw new DuplicateKeyException(thing);
              }
            }
            """);
    assertThat(blamed(service))
        .containsExactlyInAnyOrder(
            "DuplicateKeyException UNKNOWN 500", "DuplicateKeyException CONFLICT 500");
  }

  @Test
  @DisplayName("That an enum does not know what was stored is nobody's fault")
  void storedConstant() {
    Service service =
        Service.of(
            """
            enum Kind {
              BIG;
              static class Unsupported extends RuntimeException {}
              static Kind of(String text) {
                for (Kind kind : values()) { if (kind.name().equals(text)) return kind; }
                throw new Unsupported();
              }
            }
            class Thing { String kind; }
            interface Things extends org.springframework.data.repository.CrudRepository<Thing, Long> {}
            @RestController class Shelf {
              private final Things things;
              Shelf(Things things) { this.things = things; }
              @GetMapping("/kinds") List<Kind> kinds() {
                List<Kind> kinds = new ArrayList<>();
                for (Thing thing : things.findAll()) { kinds.add(Kind.of(thing.kind)); }
                return kinds;
              }
              @GetMapping("/kinds/{kind}") Kind kind(@PathVariable String kind) { return Kind.of(kind); }
            }
            """);
    assertThat(
            service.application().contracts().stream()
                .flatMap(contract -> contract.failures().stream())
                .filter(failure -> failure.exception().endsWith("Unsupported"))
                .map(failure -> failure.dependsOn() + " " + failure.known()))
        .containsExactlyInAnyOrder("STATE false", "REQUEST true");
  }

  @Test
  @DisplayName("What a client of an unknown library throws is what its caller has to declare")
  void unknownLibrary() {
    Service service =
        Service.of(
            """
            import com.acme.search.SearchClient;
            import java.io.IOException;
            class Finder {
              private final SearchClient client;
              Finder(SearchClient client) { this.client = client; }
              String find(String text) throws IOException { return client.search(text).first(); }
              String calm(String text) throws IOException {
                try {
                  return client.search(text).first();
                } catch (IOException e) {
                  return "";
                }
              }
            }
            @RestController class Things {
              private final Finder finder;
              Things(Finder finder) { this.finder = finder; }
              @GetMapping("/things") String find(@RequestParam String text) throws IOException {
                return finder.find(text);
              }
              @GetMapping("/calm") String calm(@RequestParam String text) throws IOException {
                return finder.calm(text);
              }
            }
            """);
    assertThat(blamed(service)).containsExactly("IOException UPSTREAM_ERROR 500");
    assertThat(service.rows("GET /calm")).noneMatch(row -> row.startsWith("IOException"));
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
    assertThat(blamed(service)).containsExactly("HttpClientErrorException UNKNOWN 500");
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
    assertThat(blamed(service)).containsExactly("UnsupportedOperationException UNKNOWN 403");
  }

  @Test
  @DisplayName("A retry with a recovery fails only as the recovery does")
  void recovered() {
    Service service =
        Service.of(
            """
            import org.springframework.retry.*;
            import org.springframework.retry.support.RetryTemplate;
            class Broken extends RuntimeException {}
            class Lost extends RuntimeException {}
            @RestController class Things {
              private final RetryTemplate template = new RetryTemplate();
              @GetMapping("/things") String find(@RequestParam String text) {
                RetryCallback<String, RuntimeException> once = context -> { throw new Broken(); };
                RecoveryCallback<String> then = context -> { throw new Lost(); };
                return template.execute(once, then);
              }
            }
            """);
    assertThat(blamed(service)).containsExactly("Lost UNKNOWN 500");
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
    assertThat(blamed(service))
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
    assertThat(blamed(service)).isEmpty();
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
    assertThat(blamed(service))
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
    assertThat(blamed(service))
        .containsExactlyInAnyOrder(
            "IllegalArgumentException MALFORMED_INPUT 500",
            "NumberFormatException MALFORMED_INPUT 500");
  }

  @Test
  @DisplayName("Who only reads is not to blame for what cannot be stored")
  void storedWhileReading() {
    Service service =
        Service.of(
            """
            import org.springframework.jdbc.core.JdbcTemplate;
            @RestController class Things {
              JdbcTemplate jdbc;
              @GetMapping("/a") void a(@RequestParam String name) {
                jdbc.update("insert into searches (name) values (?)", name);
              }
              @PostMapping("/b") void b(@RequestParam String name) {
                jdbc.update("insert into things (name) values (?)", name);
              }
              @PostMapping("/c") void c(@RequestParam String name) {
                jdbc.update("insert into things (name) values (?) on conflict do nothing", name);
              }
            }
            """);
    assertThat(blamed(service)).containsExactly("DataIntegrityViolationException CONFLICT 500");
  }

  @Test
  @DisplayName("What a peer's answer says is the peer's")
  void answersOfPeers() {
    Service service =
        Service.of(
                """
                import org.springframework.web.reactive.function.client.*;
                import reactor.core.publisher.*;
                @RestController class Things {
                  private final WebClient peer;
                  Things(WebClient peer) { this.peer = peer; }
                  @GetMapping("/things") Mono<Long> count(@RequestParam String kind) {
                    return peer.get().uri("/things/{kind}", kind).exchangeToMono(answer ->
                        Mono.just(Long.valueOf(answer.headers().header("X-Total").get(0))));
                  }
                }
                """)
            .reactive();
    assertThat(blamed(service))
        .contains("NumberFormatException UPSTREAM_ERROR 500")
        .noneMatch(row -> row.contains("MALFORMED_INPUT"));
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
    assertThat(blamed(Service.of(controller.formatted(""))))
        .contains("NullPointerException INVALID_INPUT 500");
    assertThat(blamed(Service.of(controller.formatted(binder))))
        .noneMatch(row -> row.startsWith("NullPointerException"));
  }

  @Test
  @DisplayName("What the house's own library makes of its exceptions nobody knows without it")
  void ownLibrary() {
    Service service =
        new Service()
            .file(
                "Things.java",
                """
                package com.acme.shop;
                import com.acme.commons.CodedException;
                import com.vendor.VendorException;
                class ThingMissing extends CodedException {}
                class PartMissing extends VendorException {}
                @RestController class Things {
                  @GetMapping("/things") void things() { throw new ThingMissing(); }
                  @GetMapping("/codes") void codes() { throw new CodedException("x"); }
                  @GetMapping("/parts") void parts() { throw new PartMissing(); }
                }
                """);
    assertThat(blamed(service))
        .containsExactlyInAnyOrder(
            "ThingMissing MISSING 0", "CodedException UNKNOWN 0", "PartMissing MISSING 500");
  }

  @Test
  @DisplayName(
      "Who throws because a peer did not answer with success, throws for the peer's failure")
  void statusOfAPeer() {
    assertThat(blamed(asking("if (response.statusCode() != 200) throw new Trouble();")))
        .contains("Trouble UPSTREAM_ERROR 500");
    assertThat(blamed(asking("if (response.statusCode() == HTTP_OK) return; throw new Trouble();")))
        .contains("Trouble UPSTREAM_ERROR 500");
    assertThat(blamed(asking("if (response.statusCode() / 100 == 2) return; throw new Trouble();")))
        .contains("Trouble UPSTREAM_ERROR 500");
  }

  @Test
  @DisplayName("Who asks for one status of a peer's by name is to say what it means")
  void oneStatusOfAPeer() {
    assertThat(blamed(asking("if (response.statusCode() == 404) throw new Trouble();")))
        .contains("Trouble UNKNOWN 500");
    assertThat(blamed(asking("if (response.statusCode() != 200) throw new ThingNotFound();")))
        .contains("ThingNotFound MISSING 500");
    assertThat(blamed(asking("if (response.body().isEmpty()) throw new Trouble();")))
        .contains("Trouble UNKNOWN 500");
  }

  private static Service asking(String body) {
    return Service.of(
        """
        import java.net.URI;
        import java.net.http.*;
        class Trouble extends RuntimeException {}
        class ThingNotFound extends RuntimeException {}
        @RestController class Things {
          static final int HTTP_OK = 200;
          private final HttpClient client = HttpClient.newHttpClient();
          @GetMapping("/things") void get() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://peer/")).build();
            HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString());
            %s
          }
        }
        """
            .formatted(body));
  }
}
