package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Documentation;
import io.github.errorhygiene.contract.Documentation.Response;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of the documentation of endpoints. */
class DocumentedStatusesTest {
  private static final String IMPORTS =
      """
      package web;
      import io.swagger.v3.oas.annotations.Operation;
      import io.swagger.v3.oas.annotations.responses.*;
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;
      """;

  private static final Policy ASKED =
      new Policy(Map.of("undocumented-status", Severity.INFO), Set.of());

  @TempDir Path root;

  @BeforeEach
  void nothingAbove() throws IOException {
    Files.createDirectory(root.resolve(".git"));
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void controller(String text) throws IOException {
    file("src/main/java/web/Shop.java", IMPORTS + text);
  }

  private Documentation documented(Policy policy) throws InputException {
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, policy);
    List<Contract> contracts = Analysis.run(request, Progress.SILENT).application().contracts();
    return contracts.get(0).documentation();
  }

  private Documentation documented() throws InputException {
    return documented(ASKED);
  }

  private List<String> statuses() throws InputException {
    return documented().responses().stream().map(Response::status).toList();
  }

  @Test
  void annotationsOfTheMethodAndOfItsClass() throws Exception {
    controller(
        """
        @RestController
        @ApiResponse(responseCode = "429")
        class Shop {
          static final String GONE = "410";

          @Operation(responses = {@ApiResponse(responseCode = "200"), @ApiResponse(responseCode = "4xx")})
          @ApiResponses({@ApiResponse(responseCode = GONE), @ApiResponse})
          @GetMapping("/a")
          String a() {
            return "";
          }
        }
        """);
    assertThat(statuses()).containsExactly("200", "410", "429", "4XX", "default");
  }

  @Test
  void annotationsOfTheInterface() throws Exception {
    controller(
        """
        interface Api {
          @ApiResponse(responseCode = "404")
          @GetMapping("/a")
          String a();
        }

        @RestController
        class Shop implements Api {
          @Override
          public String a() {
            return "";
          }
        }
        """);
    assertThat(documented().responses())
        .singleElement()
        .satisfies(response -> assertThat(response.place().line()).isEqualTo(8));
  }

  @Test
  void annotationsOfTheProjectThatStandForSeveral() throws Exception {
    controller(
        """
        @ApiResponse(responseCode = "404")
        @ApiResponse(responseCode = "409")
        @interface Usual {}

        @RestController
        class Shop {
          @Usual
          @GetMapping("/a")
          String a() {
            return "";
          }
        }
        """);
    assertThat(statuses()).containsExactly("404", "409");
  }

  @Test
  void swagger2AndMicroProfile() throws Exception {
    file(
        "src/main/java/web/Shop.java",
        """
        package web;
        import io.swagger.annotations.*;
        import jakarta.ws.rs.*;
        import org.eclipse.microprofile.openapi.annotations.responses.*;

        @Path("/a")
        class Shop {
          @GET
          @ApiResponses(@ApiResponse(code = 404, message = "none"))
          @APIResponse(responseCode = "409")
          public String a() {
            return "";
          }
        }
        """);
    assertThat(statuses()).containsExactly("404", "409");
  }

  @Test
  void whatAdvicesDeclareIsDocumentedForAll() throws Exception {
    String service =
        """
        @RestController
        class Shop {
          @ApiResponse(responseCode = "200")
          @GetMapping("/a")
          String a() {
            return "";
          }
        }

        class Taken extends RuntimeException {}

        @RestControllerAdvice
        class Errors {
          @ExceptionHandler
          @ResponseStatus(HttpStatus.CONFLICT)
          String taken(Taken e) {
            return "";
          }

          @ExceptionHandler
          @ApiResponse(responseCode = "418")
          ResponseEntity<String> any(Exception e) {
            return ResponseEntity.status(418).body("");
          }
        }
        """;
    controller(service);
    assertThat(documented().general()).containsExactly("409", "418");
    file(
        "src/main/resources/application.properties",
        "springdoc.override-with-generic-response=false\n");
    assertThat(documented().general()).isEmpty();
  }

  @Test
  void filesByPathAndMethod() throws Exception {
    file(
        "src/main/resources/shop.yaml",
        """
        openapi: 3.0.1
        info: {title: shop, version: "1"}
        servers: [{url: /api}]
        paths:
          /a/{number}:
            get:
              responses:
                200: {description: found}
                '404': {description: none}
                x-note: none
            delete:
              responses:
                '423': {description: locked}
        """);
    controller(
        """
        @RestController
        class Shop {
          @GetMapping("/api/a/{id}")
          String a(@PathVariable String id) {
            return "";
          }
        }
        """);
    assertThat(statuses()).containsExactly("200", "404");
  }

  @Test
  void whatNothingAnswersIsToldIfAllThatRunsIsKnown() throws Exception {
    String service =
        """
        @RestController
        class Shop {
          private com.acme.unseen.Client client;

          @ApiResponse(responseCode = "200")
          @ApiResponse(responseCode = "404")
          @ApiResponse(responseCode = "403")
          @GetMapping("/a")
          String a() {
            return "";
          }
        }
        """;
    controller(service);
    assertThat(documented().idle()).containsExactly(404);
    controller(service.replace("return \"\"", "return client.get()"));
    assertThat(documented().idle()).isEmpty();
  }

  @Test
  void aBoundaryForWhatAnyLibraryMayThrowMayAnswer() throws Exception {
    controller(
        """
        @RestController
        class Shop {
          @ApiResponse(responseCode = "404")
          @GetMapping("/a")
          String a() {
            return "";
          }
        }

        @RestControllerAdvice
        class Errors {
          @ExceptionHandler
          ResponseEntity<String> none(NoSuchElementException e) {
            return ResponseEntity.status(404).body("");
          }
        }
        """);
    assertThat(documented().idle()).isEmpty();
  }

  @Test
  void nobodyAsksUnlessTheRuleIsOn() throws Exception {
    controller(
        """
        @RestController
        class Shop {
          @ApiResponse(responseCode = "404")
          @GetMapping("/a")
          String a() {
            return "";
          }
        }
        """);
    assertThat(documented(Policy.DEFAULT)).isEqualTo(Documentation.NONE);
  }
}
