package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

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
}
