package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is to blame for what clients of other services fail with. */
class BlameOfPeersTest {
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
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "HttpClientErrorException UPSTREAM_ERROR 500",
            "HttpServerErrorException UPSTREAM_ERROR 500",
            "ResourceAccessException UPSTREAM_ERROR 500",
            "Refused UPSTREAM_ERROR 422");
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
    assertThat(service.blamed()).containsExactly("IOException UPSTREAM_ERROR 500");
    assertThat(service.rows("GET /calm")).noneMatch(row -> row.startsWith("IOException"));
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
    assertThat(service.blamed()).containsExactly("Lost UNKNOWN 500");
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
    assertThat(service.blamed()).containsExactly("DataIntegrityViolationException CONFLICT 500");
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
    assertThat(service.blamed())
        .contains("NumberFormatException UPSTREAM_ERROR 500")
        .noneMatch(row -> row.contains("MALFORMED_INPUT"));
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
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "ThingMissing MISSING 0", "CodedException UNKNOWN 0", "PartMissing MISSING 500");
  }

  @Test
  @DisplayName(
      "Who throws because a peer did not answer with success, throws for the peer's failure")
  void statusOfAPeer() {
    assertThat(asking("if (response.statusCode() != 200) throw new Trouble();").blamed())
        .contains("Trouble UPSTREAM_ERROR 500");
    assertThat(
            asking("if (response.statusCode() == HTTP_OK) return; throw new Trouble();").blamed())
        .contains("Trouble UPSTREAM_ERROR 500");
    assertThat(
            asking("if (response.statusCode() / 100 == 2) return; throw new Trouble();").blamed())
        .contains("Trouble UPSTREAM_ERROR 500");
  }

  @Test
  @DisplayName("Who asks for one status of a peer's by name is to say what it means")
  void oneStatusOfAPeer() {
    assertThat(asking("if (response.statusCode() == 404) throw new Trouble();").blamed())
        .contains("Trouble UNKNOWN 500");
    assertThat(asking("if (response.statusCode() != 200) throw new ThingNotFound();").blamed())
        .contains("ThingNotFound MISSING 500");
    assertThat(asking("if (response.body().isEmpty()) throw new Trouble();").blamed())
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
