package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one of several applications in a tree has does not count for the others. */
class ApplicationsOfModulesTest {
  private static final String QUARKUS =
      "<build><plugins><plugin><artifactId>quarkus-maven-plugin</artifactId></plugin></plugins></build>";

  private static final String RESOURCE =
      """
      @jakarta.ws.rs.Path("/%s")
      public class Items {
        @jakarta.ws.rs.GET
        public String get(@jakarta.ws.rs.QueryParam("id") int id) {
          if (id > 5) {
            throw new java.util.NoSuchElementException();
          }
          return "item";
        }
      }
      """;

  private static final String MAPPER =
      """
      import jakarta.ws.rs.core.Response;
      @jakarta.ws.rs.ext.Provider
      public class Missing implements jakarta.ws.rs.ext.ExceptionMapper<java.util.NoSuchElementException> {
        public Response toResponse(java.util.NoSuchElementException e) {
          return Response.status(404).build();
        }
      }
      """;

  private static final String CONTROLLER =
      """
      import io.micronaut.http.annotation.*;
      @Controller("/%s")
      public class Items {
        @Get
        public String get(@QueryValue int id) {
          if (id > 5) {
            throw new java.util.NoSuchElementException();
          }
          return "item";
        }
      }
      """;

  private static final String HANDLER =
      """
      import io.micronaut.http.*;
      import io.micronaut.http.server.exceptions.ExceptionHandler;
      import jakarta.inject.Singleton;
      @Singleton
      public class Missing
          implements ExceptionHandler<java.util.NoSuchElementException, HttpResponse<?>> {
        public HttpResponse<?> handle(HttpRequest request, java.util.NoSuchElementException e) {
          return HttpResponse.status(HttpStatus.NOT_FOUND);
        }
      }
      """;

  private static final String MAIN =
      """
      import io.micronaut.runtime.Micronaut;
      public class Main {
        public static void main(String[] args) {
          Micronaut.run(Main.class, args);
        }
      }
      """;

  @TempDir Path root;

  @Test
  void mappersOfAnotherApplicationThatQuarkusBuilds() throws Exception {
    write("a/pom.xml", QUARKUS);
    write("b/pom.xml", QUARKUS);
    source("a/src/main/java/a/Items.java", RESOURCE.formatted("a"));
    source("a/src/main/java/a/Missing.java", MAPPER);
    source("b/src/main/java/b/Items.java", RESOURCE.formatted("b"));

    assertThat(answers()).containsExactly("a GET /a 404", "b GET /b 500");
  }

  @Test
  void mappersOfAModuleThatIsNoApplicationCountForAll() throws Exception {
    write("a/pom.xml", QUARKUS);
    write("b/pom.xml", QUARKUS);
    source("a/src/main/java/a/Items.java", RESOURCE.formatted("a"));
    source("b/src/main/java/b/Items.java", RESOURCE.formatted("b"));
    source("common/src/main/java/common/Missing.java", MAPPER);

    assertThat(answers()).containsExactly("a GET /a 404", "b GET /b 404");
  }

  @Test
  void modulesOfOneApplicationAreNotToldApart() throws Exception {
    write("app/pom.xml", QUARKUS);
    source("app/src/main/java/a/Missing.java", MAPPER);
    source("books/src/main/java/books/Items.java", RESOURCE.formatted("books"));
    source("loans/src/main/java/loans/Items.java", RESOURCE.formatted("loans"));

    assertThat(answers()).containsExactly(" GET /books 404", " GET /loans 404");
  }

  @Test
  void mappersOfAnotherApplicationThatIsAClass() throws Exception {
    for (String module : List.of("a", "b")) {
      source(
          module + "/src/main/java/" + module + "/App.java",
          "public class App extends jakarta.ws.rs.core.Application {}");
      source(module + "/src/main/java/" + module + "/Items.java", RESOURCE.formatted(module));
    }
    source("b/src/main/java/b/Missing.java", MAPPER);

    assertThat(answers()).containsExactly("a GET /a 500", "b GET /b 404");
  }

  @Test
  void handlersAndPropertiesOfAnotherMicronautApplication() throws Exception {
    for (String module : List.of("a", "b")) {
      source(module + "/src/main/java/" + module + "/Main.java", MAIN);
      source(module + "/src/main/java/" + module + "/Items.java", CONTROLLER.formatted(module));
    }
    source("a/src/main/java/a/Missing.java", HANDLER);
    write("b/src/main/resources/application.properties", "micronaut.server.context-path=/shop");

    assertThat(answers()).containsExactly("a GET /a 404", "b GET /shop/b 500");
  }

  private void source(String path, String text) throws IOException {
    String file = path.substring(path.indexOf("/java/") + 6);
    write(path, "package " + file.substring(0, file.lastIndexOf('/')) + ";\n" + text);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> answers() throws InputException {
    AnalysisRequest request =
        new AnalysisRequest("tree", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT).application().contracts().stream()
        .flatMap(ApplicationsOfModulesTest::answers)
        .sorted()
        .toList();
  }

  private static Stream<String> answers(Contract contract) {
    String endpoint = contract.endpoint().server() + " " + contract.endpoint().label() + " ";
    return contract.failures().stream()
        .filter(failure -> failure.exception().endsWith("NoSuchElementException"))
        .map(failure -> endpoint + failure.answer().status());
  }
}
