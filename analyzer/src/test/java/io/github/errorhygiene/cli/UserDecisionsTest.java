package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the user decided: the policy, and what is suppressed in the sources. */
class UserDecisionsTest extends OfAShop {
  @Nested
  class Policies {
    @Test
    void liesInTheAnalysedDirectory() throws IOException {
      Sources.write(project, "error-hygiene.yml", "rules: {uncaught-exception: warning}");

      assertThat(console().exitCode()).isZero();
    }

    @Test
    void orWhereTheOptionSays() throws IOException {
      Path policy = Sources.write(directory, "lax.yml", "rules: {uncaught-exception: off}");

      assertThat(console("--config", policy).out()).doesNotContain("uncaught-exception");
    }

    @Test
    void optionsWinOverTheFile() throws IOException {
      Sources.write(project, "error-hygiene.yml", "rules: {uncaught-exception: off}");

      assertThat(console("--severity", "uncaught-exception=error").exitCode()).isEqualTo(1);
    }

    @Test
    void anotherStatusMayFit() throws IOException {
      Path policy =
          Sources.write(directory, "own.yml", "exceptions: {shop.OrderMissing: {mode: conflict}}");

      assertThat(console("--config", policy).out()).contains("500 where 409 fits");
    }

    @Test
    void orTheStatusMayBeRight() throws IOException {
      Path policy = Sources.write(directory, "own.yml", "accepted: {missing: 500}");

      assertThat(console("--config", policy).out()).doesNotContain("404 fits");
    }

    @Test
    void ownNamesOfRequestIds() throws IOException {
      String answer =
          Sources.ERRORS.replace(
              ".body(e.getMessage())", ".header(\"X-Ticket\", \"7\").body(e.getMessage())");
      Sources.write(project, "src/main/java/shop/Errors.java", answer);
      Path policy = Sources.write(directory, "own.yml", "request-ids: {headers: X-Ticket}");

      assertThat(console().out()).contains("Errors#missing answers 404 without");
      assertThat(console("--config", policy).out())
          .doesNotContain("Errors#missing answers 404 without");
    }

    @Test
    void endpointsAndSourcesCanBeLeftOut() throws IOException {
      Path policy = Sources.write(directory, "own.yml", "leave-out: {endpoints: GET /orders/*}");
      assertThat(console("--config", policy).out()).contains("shop: 0 endpoints");

      Files.writeString(policy, "leave-out: {sources: '**/shop/*'}");
      assertThat(console("--config", policy).out())
          .contains("shop: 0 endpoints", "understood: 1 of 1 file")
          .doesNotContain("[ERROR]", "[WARNING]");
    }

    @Test
    void envelopesCanBeAccepted() throws IOException {
      String envelope =
          Sources.ERRORS
              .replace("OrderMissing.class", "Exception.class")
              .replace("OrderMissing e", "Exception e")
              .replace("ResponseEntity<String>", "java.util.Map<String, Object>")
              .replace(
                  "ResponseEntity.status(404).body(e.getMessage())",
                  "java.util.Map.of(\"code\", 404, \"msg\", \"missing\")");
      Sources.write(project, "src/main/java/shop/Errors.java", envelope);
      Path policy = Sources.write(directory, "own.yml", "envelope: accepted");

      assertThat(console().out()).contains("error-as-success");
      assertThat(console("--config", policy).out())
          .doesNotContain("error-as-success")
          .contains("Errors#missing answers 200 with code 404 without a request id");
    }

    @Test
    void allMistakesAreToldWithTheirPlaces() throws IOException {
      Path policy =
          Sources.write(directory, "own.yml", "rules:\n  uncaught: off\ninvalid-imput: 400\n");

      Run run = console("--config", policy);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .contains(policy + ":2:3: there is no rule 'uncaught'; did you mean uncaught-exception?")
          .contains(policy + ":3:1: unknown key 'invalid-imput'; did you mean invalid-input?");
    }
  }

  @Nested
  class Suppressions {
    private void suppress(String line, String by) throws IOException {
      Sources.write(
          project, "src/main/java/shop/Orders.java", Sources.ORDERS.replace(line, by + line));
    }

    @Test
    void byAnnotationOfTheHandler() throws IOException {
      suppress("  @GetMapping", "  @SuppressWarnings(\"error-hygiene:uncaught-exception\")\n");

      Run run = console();

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).doesNotContain("[ERROR]").contains(", 1 suppressed");
    }

    @Test
    void byCommentWhereTheFailureArises() throws IOException {
      suppress("    throw new", "    // error-hygiene:off uncaught-exception – old clients\n");

      assertThat(console().out()).doesNotContain("[ERROR]").contains(", 1 suppressed");
    }

    @Test
    void oneThatSuppressesNothingIsTold() throws IOException {
      suppress("  @GetMapping", "  // error-hygiene:off wrong-status\n");

      assertThat(console().out())
          .contains("Orders.java:[7,3] suppresses nothing of wrong-status; remove it");
    }

    @Test
    void aPolicyMayDemandAReason() throws IOException {
      suppress("    throw new", "    // error-hygiene:off uncaught-exception\n");
      Sources.write(project, "error-hygiene.yml", "suppressions: {reason: required}");

      assertThat(console().out())
          .contains("[ERROR]", "it gives no reason, which the policy demands");
    }

    @Test
    void reportsShowWhatIsSuppressedAndWhy() throws IOException {
      suppress("    throw new", "    // error-hygiene:off uncaught-exception – old clients\n");
      assertThat(Run.of(project, "--format=json,html,sarif", "--output", reports).exitCode())
          .isZero();

      assertThat(reports.resolve("index.html")).content().contains("Suppressed", "old clients");
      assertThat(reports.resolve("error-hygiene.json"))
          .content()
          .contains("\"suppressed\"", "\"reason\": \"old clients\"");
      assertThat(reports.resolve("error-hygiene.sarif"))
          .content()
          .contains("\"inSource\"", "\"justification\": \"old clients\"");
    }
  }
}
