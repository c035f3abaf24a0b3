package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  @Test
  void findsContexts() {
    assertThat(lines("exchange.sendResponseHeaders(204, -1);"))
        .containsExactly("ANY /by-lambda [204]", "ANY /by-method [204]", "ANY /later [204]");
  }

  @Test
  void readsStatusHeadersAndBody() {
    String answer =
        """
        byte[] body = "{\\"code\\": 7}".getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
        """;

    assertThat(lines(answer))
        .contains("the handler answers 400 itself 400 application/json [code] id=NO");
  }

  @Test
  void knowsThatNothingIsAnsweredToAnException() {
    assertThat(lines("throw new IllegalStateException(\"no\");"))
        .contains(
            "java.lang.IllegalStateException no answer: the connection is closed null [] id=NO");
  }

  @Test
  void knowsThatTheClientWaitsForOneWhoForgetsToAnswer() {
    String handler =
        """
        try {
          if (exchange.getRequestURI().getQuery().isEmpty()) {
            throw new java.io.IOException("no");
          }
        } catch (java.io.IOException e) {
          return;
        }
        exchange.sendResponseHeaders(204, -1);
        """;

    assertThat(lines(handler))
        .contains("java.io.IOException no answer: the client waits in vain null [] id=NO");
  }

  @Test
  void knowsThatTheClientWaitsWhereOnlyOtherWaysAnswer() {
    String handler =
        """
        if (exchange.getRequestURI().getPath().endsWith("7")) {
          return;
        }
        exchange.sendResponseHeaders(204, -1);
        """;

    assertThat(lines(handler))
        .contains("the handler answers nothing no answer: the client waits in vain null [] id=NO");
  }

  @Test
  void whatFailsOnceAllWasSentChangesNothing() {
    String handler = "exchange.sendResponseHeaders(%s); throw new IllegalStateException();";

    assertThat(lines(handler.formatted("204, -1")))
        .contains("java.lang.IllegalStateException 204 null [] id=NO");
    assertThat(lines(handler.formatted("200, 7")))
        .contains(
            "java.lang.IllegalStateException no answer: the connection is closed null [] id=NO");
  }

  @Test
  void aClauseChangesTheStatusAsLongAsNoneWasSent() {
    String handler =
        """
        try {
          int page = Integer.parseInt(exchange.getRequestURI().getQuery());
          exchange.sendResponseHeaders(200, 0);
        } catch (RuntimeException e) {
          exchange.sendResponseHeaders(500, -1);
        }
        """;

    assertThat(lines(handler)).contains("java.lang.NumberFormatException 500 null [] id=NO");
  }

  @Test
  void onceTheStatusWasSentNoClauseChangesIt() {
    String handler =
        """
        try {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(Integer.parseInt(exchange.getRequestURI().getQuery()));
        } catch (RuntimeException e) {
          exchange.sendResponseHeaders(500, -1);
        }
        """;

    assertThat(lines(handler)).noneMatch(line -> line.contains("500"));
  }

  @Test
  void whatFailsBeforeAndAfterwardsIsToldApart() {
    String handler =
        """
        try {
          int page = Integer.parseInt(exchange.getRequestURI().getQuery());
          exchange.sendResponseHeaders(200, 0);
          throw new IllegalStateException("at " + page);
        } catch (RuntimeException e) {
          exchange.sendResponseHeaders(500, -1);
        }
        """;

    assertThat(lines(handler))
        .contains("java.lang.NumberFormatException 500 null [] id=NO")
        .noneMatch(line -> line.startsWith("java.lang.IllegalStateException"));
  }

  /** Endpoints, then their rows; all contexts have that handler. */
  private static List<String> lines(String handler) {
    String source =
        """
        import com.sun.net.httpserver.*;
        class Main {
          void start(HttpServer server) {
            server.createContext("/by-method", this::handle);
            server.createContext("/by-lambda", exchange -> handle(exchange));
            server.createContext("/later").setHandler(this::handle);
          }
          void handle(HttpExchange exchange) throws java.io.IOException {
            %s
          }
        }
        """
            .formatted(handler);
    Application application = Applications.of("httpserver", source);
    List<String> endpoints =
        application.contracts().stream()
            .map(c -> c.endpoint().label() + " " + c.endpoint().success())
            .toList();
    List<String> rows =
        application.contracts().stream()
            .flatMap(contract -> contract.failures().stream())
            .map(
                row ->
                    (row.exception().isEmpty() ? row.summary() : row.exception())
                        + " "
                        + Answer.label(row.answer().status())
                        + " "
                        + row.answer().contentType()
                        + " "
                        + row.answer().bodyKeys()
                        + " id="
                        + row.answer().requestId())
            .toList();
    return rows.isEmpty() ? endpoints : rows;
  }
}
