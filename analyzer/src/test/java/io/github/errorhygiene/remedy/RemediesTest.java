package io.github.errorhygiene.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.rule.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediesTest {
  private static final String IMPORTS =
      """
      package shop;
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;
      """;

  @TempDir Path root;

  private Finding finding(String rule, String source) throws Exception {
    Files.writeString(root.resolve("Shop.java"), IMPORTS + source);
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT).findings().stream()
        .filter(each -> each.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static final String MISSING =
      """
      @RestController class Orders {
        @PostMapping("/orders/{id}") String pay(@PathVariable int id) {
          if (id > 7) throw new OrderMissing();
          return "ok";
        }
      }
      class OrderMissing extends RuntimeException {}
      """;

  @Test
  void aFindingSaysWhatMendsItAndWhatProvokesIt() throws Exception {
    Finding finding = finding("uncaught-exception", MISSING);

    assertThat(finding.remedy().text())
        .isEqualTo(
            "answer 404 Not Found for OrderMissing, in a method with @ExceptionHandler of a"
                + " @RestControllerAdvice");
    assertThat(finding.remedy().code()).contains("@ExceptionHandler(OrderMissing.class)");
    assertThat(finding.request())
        .isEqualTo(
            "curl -gi -X POST 'http://localhost:8080/orders/{id}' -H 'Content-Type:"
                + " application/json' -d '{…}'");
  }

  @Test
  void aCatchBlockIsChangedItself() throws Exception {
    Finding finding =
        finding(
            "wrong-status",
            """
            @RestController class Orders {
              @GetMapping("/orders/{id}") ResponseEntity<String> get(@PathVariable int id) {
                try {
                  if (id > 7) throw new OrderMissing();
                  return ResponseEntity.ok("ok");
                } catch (OrderMissing e) {
                  return ResponseEntity.status(500).build();
                }
              }
            }
            class OrderMissing extends RuntimeException {}
            """);

    assertThat(finding.remedy().text()).isEqualTo("answer 404 Not Found in the catch block");
    assertThat(finding.remedy().code()).isEmpty();
  }

  @Test
  void aClauseForEverythingGetsAnotherBesideIt() throws Exception {
    Finding finding =
        finding(
            "wrong-status",
            """
            @RestController class Orders {
              @GetMapping("/orders/{id}") ResponseEntity<String> get(@PathVariable int id) {
                try {
                  if (id > 7) throw new OrderMissing();
                  return ResponseEntity.ok("ok");
                } catch (Exception e) {
                  return ResponseEntity.status(500).build();
                }
              }
            }
            class OrderMissing extends RuntimeException {}
            """);

    assertThat(finding.remedy().text())
        .isEqualTo(
            "answer 404 Not Found for OrderMissing in a clause of its own, before the one for"
                + " everything");
  }

  private static final String TWO_KINDS =
      """
      @RestController class Orders {
        @GetMapping("/orders/{id}") String get(@PathVariable String id) {
          return "" + java.util.UUID.fromString(id);
        }
        @GetMapping("/bills/{id}") String bill(@PathVariable int id) {
          if (id > 7) throw new IllegalArgumentException("bill not found");
          return "ok";
        }
      }
      """;

  @Test
  void noHandlerIsProposedForWhatIsThrownForOtherReasonsToo() throws Exception {
    Finding finding = finding("uncaught-exception", TWO_KINDS);

    assertThat(finding.exception()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(finding.remedy().text())
        .startsWith("where IllegalArgumentException arises, turn it into an exception of your own");
    assertThat(finding.remedy().code()).isEmpty();
  }

  @Test
  void oneThatIsThrownForOneReasonGetsAHandler() throws Exception {
    Finding finding =
        finding("uncaught-exception", TWO_KINDS.replaceAll("(?s)@GetMapping\\(\"/bills.*", "}"));

    assertThat(finding.exception()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(finding.remedy().code())
        .contains("@ExceptionHandler(IllegalArgumentException.class)");
  }

  @Test
  void noHandlerIsProposedForWhateverGoesWrong() throws Exception {
    Finding finding =
        finding(
            "uncaught-exception",
            MISSING
                .replace("new OrderMissing()", "new RuntimeException(\"order not found\")")
                .replaceAll("class OrderMissing.*", ""));

    assertThat(finding.fits()).isEqualTo(404);
    assertThat(finding.remedy().text()).startsWith("where RuntimeException arises, turn it into");
    assertThat(finding.remedy().code()).isEmpty();
  }

  @Test
  void aParameterThatCannotTakeWhatIsMissingIsChanged() throws Exception {
    Finding finding =
        finding(
            "uncaught-exception",
            """
            @RestController class Orders {
              @GetMapping("/orders") String get(@RequestParam(required = false) int page) {
                return "page " + page;
              }
            }
            """);

    assertThat(finding.remedy().text()).startsWith("let the parameter be of a type");
    assertThat(finding.remedy().code()).isEmpty();
  }

  @Test
  void noAdviceIsAskedAboutWhatAFilterThrows() throws Exception {
    Finding finding =
        finding(
            "uncaught-exception",
            """
            @RestController class Orders {
              @GetMapping("/orders") String get() { return "ok"; }
            }
            @org.springframework.stereotype.Component
            class Tokens extends org.springframework.web.filter.OncePerRequestFilter {
              @Override protected void doFilterInternal(
                  jakarta.servlet.http.HttpServletRequest request,
                  jakarta.servlet.http.HttpServletResponse response,
                  jakarta.servlet.FilterChain chain) throws java.io.IOException {
                if (request.getHeader("X-Token") == null) throw new TokenInvalid();
                chain.doFilter(request, response);
              }
            }
            @ResponseStatus(HttpStatus.UNAUTHORIZED)
            class TokenInvalid extends RuntimeException {}
            """);

    assertThat(finding.remedy().text())
        .isEqualTo(
            "catch TokenInvalid in the filter, and answer 401 Unauthorized there; no"
                + " @ExceptionHandler sees what filters throw");
    assertThat(finding.remedy().code()).isEmpty();
  }

  @Test
  void noBoundaryAnswersForAFaultOfTheProgram() throws Exception {
    Finding finding =
        finding(
            "uncaught-exception",
            """
            @RestController class Orders {
              @GetMapping("/orders") String get(@RequestParam(required = false) String by) {
                return by.strip();
              }
            }
            """);

    assertThat(finding.exception()).isEqualTo("java.lang.NullPointerException");
    assertThat(finding.remedy().text()).startsWith("ask for null before");
    assertThat(finding.remedy().code()).isEmpty();
  }

  @Test
  void theRequestOfAStolenStatusIsOneThatEveryServiceGets() throws Exception {
    Finding finding =
        finding(
            "stolen-status",
            MISSING
                + """
                @RestControllerAdvice class Errors {
                  @ExceptionHandler(Exception.class) @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                  String any(Exception e) { return "sorry"; }
                }
                """);

    assertThat(finding.request()).isEqualTo("curl -gi 'http://localhost:8080/no-such-path'");
    assertThat(finding.remedy().text()).startsWith("let Errors extend");
  }

  @Test
  void noRequestShowsWhatNeverRuns() throws Exception {
    Finding finding =
        finding(
            "unreachable-boundary",
            MISSING
                + """
                class Closed extends RuntimeException {}
                @RestControllerAdvice class Errors {
                  @ExceptionHandler @ResponseStatus(HttpStatus.NOT_FOUND) String missing(OrderMissing e) {
                    return "no such order";
                  }
                  @ExceptionHandler @ResponseStatus(HttpStatus.GONE) String closed(Closed e) {
                    return "closed";
                  }
                }
                """);

    assertThat(finding.request()).isEmpty();
  }

  @Test
  void ofSeveralFrameworksTheClosestIsMeant() throws Exception {
    Path agent = Files.createDirectories(root.resolve("agent/src"));
    Path server = Files.createDirectories(root.resolve("server/src"));
    Files.writeString(
        agent.resolve("Agent.java"),
        """
        package agent;
        import com.sun.net.httpserver.HttpServer;
        public class Agent {
          public static void main(String[] args) throws Exception {
            HttpServer server = HttpServer.create();
            server.createContext("/status", exchange -> exchange.sendResponseHeaders(500, -1));
            server.start();
          }
        }
        """);
    Files.writeString(
        server.resolve("Maintenance.java"),
        """
        package server;
        import jakarta.servlet.*;
        import jakarta.servlet.http.*;
        import org.springframework.stereotype.Component;
        @Component class Maintenance implements Filter {
          public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
              throws java.io.IOException, ServletException {
            if (System.nanoTime() % 2 == 0) {
              ((HttpServletResponse) response).setStatus(503);
              return;
            }
            chain.doFilter(request, response);
          }
        }
        """);
    Files.writeString(
        server.resolve("Orders.java"),
        """
        package server;
        import org.springframework.web.bind.annotation.*;
        @RestController class Orders {
          @GetMapping("/orders") String all() { return ""; }
        }
        """);
    var request =
        new AnalysisRequest("shop", root, List.of(agent, server), List.of(), 1, Policy.DEFAULT);

    assertThat(Analysis.run(request, Progress.SILENT).findings())
        .filteredOn(each -> each.place().file().endsWith("Maintenance.java"))
        .filteredOn(each -> each.rule().equals("missing-request-id"))
        .singleElement()
        .extracting(each -> each.remedy().text())
        .asString()
        .contains("filter");
  }
}
