package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UndertowTest {
  private static final String TRAMS =
      """
      import io.undertow.*;
      import io.undertow.server.*;
      import io.undertow.util.HttpString;
      class Main {
        void start() {
          RoutingHandler lines = Handlers.routing();
          lines.get("/{line}", exchange -> { throw new IllegalStateException("no"); });
          Undertow.builder().setHandler(%s).build();
        }
      }
      class Identified implements HttpHandler {
        private static final HttpString ID = new HttpString("X-Request-Id");
        private final HttpHandler next;
        Identified(HttpHandler next) {
          this.next = next;
        }
        public void handleRequest(HttpServerExchange exchange) throws Exception {
          exchange.getResponseHeaders().put(ID, exchange.getRequestId());
          next.handleRequest(exchange);
        }
      }
      """;

  @Test
  void findsRoutesBelowPrefixes() {
    assertThat(lines("Handlers.path().addPrefixPath(\"/lines\", lines)"))
        .containsExactly("GET /lines/{line} id=NO");
  }

  @Test
  void looksIntoHandlersThatAreAroundOthers() {
    assertThat(lines("new Identified(lines)")).containsExactly("GET /{line} id=YES");
    assertThat(lines("Handlers.path().addPrefixPath(\"/lines\", new Identified(lines))"))
        .containsExactly("GET /lines/{line} id=YES");
  }

  private static List<String> lines(String handler) {
    return Applications.of("undertow", TRAMS.formatted(handler)).contracts().stream()
        .flatMap(
            contract ->
                contract.failures().stream()
                    .map(
                        failure ->
                            contract.endpoint().label() + " id=" + failure.answer().requestId()))
        .toList();
  }
}
