package io.github.errorhygiene.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTest {
  private static final String UNCAUGHT =
      "Orders.java:8:10: error: OrderMissing leaves GET /orders/{id} uncaught: the client sees 500 where"
          + " 404 fits (arises at Orders.java:9)";

  @TempDir Path root;

  private static String checker(String modules) {
    return "<module name='Checker'>" + modules + "</module>";
  }

  private static String check(String name, String... properties) {
    return "<module name='" + name + "'>" + String.join("", properties) + "</module>";
  }

  private static String property(String name, Object value) {
    return "<property name='" + name + "' value='" + value + "'/>";
  }

  @Test
  void tellsAFindingAtItsPlaceAlthoughItsCauseLiesInAnotherFile() throws Exception {
    Path orders = Service.uncaught(root);

    assertThat(Audit.run(checker(check("UncaughtException")), orders)).containsExactly(UNCAUGHT);
  }

  @Test
  void tellsFindingsOfItsRuleOnly() throws Exception {
    Path orders = Service.uncaught(root);

    assertThat(Audit.run(checker(check("WrongStatus")), orders)).isEmpty();
  }

  @Test
  void theReadyConfigurationHasAllRulesWithTheirSeverities() throws Exception {
    Path orders = Service.uncaught(root);
    assertThat(Audit.runReady(new Properties(), orders))
        .contains(UNCAUGHT + " [uncaught-exception]")
        .anyMatch(line -> line.matches("Orders.*: warning: .* \\[missing-request-id\\]"));

    Path errors = Service.write(root, "shop/Errors.java", Service.CATCH_ALL);
    assertThat(Audit.runReady(new Properties(), orders, errors))
        .anyMatch(line -> line.matches("Errors.*: error: .* \\[stolen-status\\]"))
        .anyMatch(line -> line.matches("Errors.*: error: .* \\[wrong-status\\]"))
        .noneMatch(line -> line.startsWith("Orders"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasACheckAndAPlaceInTheReadyConfiguration(Rule rule) throws Exception {
    String name = rule.getClass().getSimpleName();

    assertThat(Audit.run(checker(check(name)), Service.write(root, "A.java", "class A {}")))
        .isEmpty();
    try (InputStream ready = getClass().getResourceAsStream("/error_hygiene_checks.xml")) {
      assertThat(ready)
          .asString(StandardCharsets.UTF_8)
          .contains("<module name=\"" + name + "\">", property("id", rule.id()).replace('\'', '"'));
    }
  }

  private static List<Rule> rules() {
    return Rules.all();
  }

  @Test
  void brokenSourcesAreNoFailure() throws Exception {
    Path orders = Service.uncaught(root);
    Path broken =
        Service.write(root, "shop/Broken.java", "package shop; class Broken { void m() {");

    assertThat(Audit.run(checker(check("UncaughtException")), broken, orders))
        .containsExactly(UNCAUGHT);
  }

  @Nested
  class Columns {
    private Path orders;

    private List<String> run(int tabWidth) throws Exception {
      orders = Service.uncaught(root);
      Files.writeString(orders, Service.ORDERS.replace("  String order", "\tString order"));
      return Audit.run(
          checker(property("tabWidth", tabWidth) + check("UncaughtException")), orders);
    }

    @Test
    void aTabIsAsWideAsCheckstyleIsTold() throws Exception {
      assertThat(run(4)).singleElement().asString().startsWith("Orders.java:8:12:");
    }

    @Test
    void aTabMayBeOneCharacter() throws Exception {
      assertThat(run(1)).singleElement().asString().startsWith("Orders.java:8:9:");
    }
  }

  @Nested
  class Severities {
    private List<String> run(String modules) throws Exception {
      return Audit.run(checker(modules), Service.uncaught(root));
    }

    @Test
    void areTheRulesOwn() throws Exception {
      assertThat(run(check("MissingRequestId"))).singleElement().asString().contains(": warning: ");
    }

    @Test
    void areTheUsersIfTheCheckSaysSo() throws Exception {
      assertThat(run(check("MissingRequestId", property("severity", "error"))))
          .singleElement()
          .asString()
          .contains(": error: ");
      assertThat(run(check("UncaughtException", property("severity", "info"))))
          .singleElement()
          .asString()
          .contains(": info: ");
    }

    @Test
    void areTheUsersIfTheWholeConfigurationSaysSo() throws Exception {
      assertThat(run(property("severity", "info") + check("UncaughtException")))
          .singleElement()
          .asString()
          .contains(": info: ");
    }
  }

  @Nested
  class Policies {
    @Test
    void liesInTheAnalysedDirectory() throws Exception {
      Path orders = Service.uncaught(root);
      Service.write(root, "error-hygiene.yml", "rules: {uncaught-exception: off}");

      assertThat(Audit.run(checker(check("UncaughtException")), orders)).isEmpty();
    }

    @Test
    void orWhereTheCheckSays() throws Exception {
      Path orders = Service.uncaught(root.resolve("src"));
      Path policy = Service.write(root, "lax.yml", "rules: {uncaught-exception: warning}");
      String check = check("UncaughtException", property("policyFile", policy));

      assertThat(Audit.run(checker(check), orders))
          .containsExactly(UNCAUGHT.replace(": error: ", ": warning: "));
    }

    @Test
    void theSeverityOfTheCheckWins() throws Exception {
      Path orders = Service.uncaught(root.resolve("src"));
      Path policy = Service.write(root, "lax.yml", "rules: {uncaught-exception: warning}");
      String check =
          check("UncaughtException", property("policyFile", policy), property("severity", "info"));

      assertThat(Audit.run(checker(check), orders))
          .containsExactly(UNCAUGHT.replace(": error: ", ": info: "));
    }

    @Test
    void aMistakeInItStopsTheRunWithItsPlace() throws Exception {
      Path orders = Service.uncaught(root);
      Path policy = Service.write(root, "error-hygiene.yml", "rules: {uncaught: off}");

      assertThatThrownBy(() -> Audit.run(checker(check("UncaughtException")), orders).size())
          .rootCause()
          .hasMessage(
              policy + ":1:9: there is no rule 'uncaught'; did you mean uncaught-exception?");
    }
  }

  @Nested
  class Suppressions {
    private static final String FILTER = "<module name='SuppressWarningsFilter'/>";
    private static final String HOLDER =
        "<module name='TreeWalker'><module name='SuppressWarningsHolder'/></module>";

    @Test
    void byAnnotation() throws Exception {
      Path orders = Service.uncaught(root);
      Path other =
          Service.write(
              root,
              "shop/Other.java",
              Service.ORDERS.replace("Orders", "Other").replace("/orders", "/other"));
      Files.writeString(
          orders,
          Service.ORDERS.replace(
              "  @GetMapping", "  @SuppressWarnings(\"uncaught-exception\") @GetMapping"));
      String check = check("UncaughtException", property("id", "uncaught-exception"));

      List<String> lines = Audit.run(checker(HOLDER + FILTER + check), orders, other);

      assertThat(lines).noneMatch(line -> line.startsWith("Orders"));
    }

    @Test
    void byComment() throws Exception {
      Path orders = Service.uncaught(root);
      Files.writeString(
          orders, Service.ORDERS.replace("OrderMissing {", "OrderMissing { // NOCHECK"));
      String filter =
          check("SuppressWithNearbyTextFilter", property("nearbyTextPattern", "NOCHECK"));

      assertThat(Audit.run(checker(filter + check("UncaughtException")), orders)).isEmpty();
    }
  }

  @Nested
  class Trees {
    @Test
    void aFileWithoutAProjectIsReadAlone() throws Exception {
      Path alone = Service.write(root, "csi-1/shop/Orders.java", Service.ORDERS);

      assertThat(Audit.run(checker(check("UncaughtException")), alone))
          .allMatch(line -> line.startsWith("Orders.java:8:10:"));
    }

    @Test
    void aCopyOfAnEditorIsReadInItsProject() throws Exception {
      Path project = root.resolve("project");
      Path sources = project.resolve("src/main/java");
      Path saved = Service.uncaught(sources);
      Path copy =
          Service.write(
              root, "tmp/csi-1/src/main/java/shop/Orders.java", "// unsaved\n" + Service.ORDERS);
      String check = check("UncaughtException", property("projectRoot", project));

      String oneLineBelow = UNCAUGHT.replace("java:9)", "java:10)").replace(":8:", ":9:");
      assertThat(Audit.run(checker(check), copy)).containsExactly(oneLineBelow);
      assertThat(Audit.run(checker(check), saved)).containsExactly(UNCAUGHT);
    }

    @Test
    void theReadyConfigurationTakesTheProjectFromTheIde() throws Exception {
      Path orders = Service.uncaught(root.resolve("api/src/main/java"));
      Service.write(root, "web/src/main/java/shop/Errors.java", Service.CATCH_ALL);
      Properties ide = new Properties();
      ide.setProperty("basedir", root.toString());

      assertThat(Audit.runReady(new Properties(), orders)).isNotEmpty();
      assertThat(Audit.runReady(ide, orders)).isEmpty();
    }
  }

  /** The Maven plugin of Checkstyle always has one. */
  @Nested
  class WithACache {
    @Test
    void aFileWithoutAChangeIsJudgedAnewIfAnotherChanges() throws Exception {
      Path orders = Service.uncaught(root.resolve("src"));
      Path errors = Service.write(root, "src/shop/Errors.java", Service.CATCH_ALL);
      String configuration =
          checker(property("cacheFile", root.resolve("cache")) + check("UncaughtException"));
      assertThat(Audit.run(configuration, orders, errors)).isEmpty();

      Files.writeString(errors, "package shop; class Errors {}");

      assertThat(Audit.run(configuration, orders, errors)).containsExactly(UNCAUGHT);
    }

    @Test
    void aSecondRunTellsTheSame() throws Exception {
      Path orders = Service.uncaught(root.resolve("src"));
      String configuration =
          checker(property("cacheFile", root.resolve("cache")) + check("UncaughtException"));

      assertThat(Audit.run(configuration, orders)).isEqualTo(Audit.run(configuration, orders));
    }
  }
}
