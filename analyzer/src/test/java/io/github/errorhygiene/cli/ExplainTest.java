package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code error-hygiene explain}. */
class ExplainTest {
  @TempDir Path directory;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(directory.resolve("shop"));
    Sources.write(project, "Orders.java", Sources.ORDERS);
  }

  private Run explain(String what, Object... more) {
    Object[] args = new Object[more.length + 3];
    args[0] = "explain";
    args[1] = what;
    args[2] = project;
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.of(args);
  }

  @Test
  void tellsTheWayToTheOriginWithTheCode() {
    Run run = explain("GET /orders/{id}", "--exception=OrderMissing");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsSubsequence(
            "GET /orders/{id}",
            "  handled by shop.Orders#order(long)",
            "shop.OrderMissing -> 500",
            "  way",
            "    Orders.java:9 throws OrderMissing",
            "        9 | throw new OrderMissing(\"no order \" + id);");
  }

  @Test
  void tellsWhatTheCauseDependsOnAndWhatWouldFit() {
    assertThat(explain("GET /orders/{id}", "--exception=OrderMissing").out().lines())
        .containsSubsequence("  cause", "  answer", "  verdict", "    wrong; 404 fits");
  }

  @Test
  void tellsThatNothingTakesIt() {
    assertThat(explain("GET /orders/{id}", "--exception=OrderMissing").out())
        .contains("    BasicErrorController takes it: answers what nothing else takes\n");
  }

  @Test
  void tellsWhoTakesItAndWhoIsPassedOver() throws IOException {
    Sources.write(project, "Errors.java", Sources.ERRORS);
    Sources.write(
        project,
        "AFirst.java",
        """
        package shop;

        import org.springframework.web.bind.annotation.*;

        @RestControllerAdvice
        class AFirst {
          @ExceptionHandler(IllegalStateException.class)
          String state() {
            return "state";
          }
        }
        """);

    assertThat(explain("GET /orders/{id}", "--exception=shop.OrderMissing").out().lines())
        .containsSubsequence(
            "    AFirst.java:6 AFirst passed over: handles neither OrderMissing nor what is above"
                + " it",
            "    Errors.java:9 Errors#missing takes it: handles OrderMissing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders/{id}", "get /orders/{number}", " GET  /orders/{id} "})
  void takesThePathAloneAndAnyNamesOfVariables(String what) {
    assertThat(explain(what).out()).startsWith("GET /orders/{id}\n");
  }

  @Test
  void tellsAllFailuresWithoutAnException() {
    assertThat(explain("GET /orders/{id}").out())
        .contains("\nshop.OrderMissing -> 500\n", "\ntype mismatch: ");
  }

  @Test
  void anEndpointThatIsNotThereNamesTheNearest() {
    Run run = explain("GET /order/{id}");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("there is no endpoint 'GET /order/{id}'; did you mean GET /orders/{id}?");
  }

  @Test
  void anExceptionThatIsNotThereNamesTheNearest() {
    Run run = explain("GET /orders/{id}", "--exception=OrderMising");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("has no failure by 'OrderMising'; did you mean OrderMissing, ");
  }

  @Test
  void aDirectoryWithoutEndpointsSaysSo() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertThat(Run.of("explain", "GET /orders", empty).err())
        .contains("there is no endpoint 'GET /orders'; none is known");
  }

  @Test
  void aRuleIsExplainedByItsDocument() {
    Run run = Run.of("explain", "stolen-status");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).isEqualTo(Rules.documentation("stolen-status").strip());
  }

  @Test
  void aRuleThatIsNotThereNamesTheNearest() {
    assertThat(Run.of("explain", "stolen-staus").err()).contains("did you mean stolen-status?");
  }

  @Test
  void helpNamesIt() {
    assertThat(Run.of("--help").out()).contains("explain");
    assertThat(Run.of("explain", "--help").out()).contains("--exception=NAME");
  }
}
