package io.github.errorhygiene.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.contract.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the rules' documents do what the documents say. */
class DocumentationTest {
  /** Nothing that is shown as good may answer with a status that does not fit. */
  private static final List<String> NEVER_GOOD =
      List.of("stolen-status", "uncaught-exception", "wrong-status");

  @TempDir Path root;

  @TestFactory
  Stream<DynamicNode> documents() {
    return Rules.all().stream().map(rule -> dynamicContainer(rule.id(), examples(rule)));
  }

  private Stream<DynamicTest> examples(Rule rule) {
    List<Example> examples = Example.of(Rules.documentation(rule.id()));
    var complete =
        dynamicTest(
            "has examples of both kinds",
            () -> assertThat(examples).extracting(Example::heading).contains("Bad", "Good"));
    return Stream.concat(
        Stream.of(complete),
        IntStream.range(0, examples.size()).mapToObj(n -> example(rule, n, examples.get(n))));
  }

  private DynamicTest example(Rule rule, int number, Example example) {
    String name = "example " + (number + 1) + " is " + example.heading();
    return dynamicTest(name, () -> check(rule, example));
  }

  private void check(Rule rule, Example example) throws IOException, InputException {
    Application application = example.analysed(Files.createTempDirectory(root, rule.id()));
    assertThat(application.contracts()).as("endpoints").isNotEmpty();
    if (example.heading().equals("Bad")) {
      assertThat(messages(rule, application)).hasSize(example.findings());
    } else {
      Set<String> unwanted = new TreeSet<>(NEVER_GOOD);
      unwanted.add(rule.id());
      assertThat(Rules.all())
          .filteredOn(each -> unwanted.contains(each.id()))
          .flatExtracting(each -> messages(each, application))
          .isEmpty();
    }
  }

  private static List<String> messages(Rule rule, Application application) {
    return rule.judge(application).stream().map(Finding::message).toList();
  }
}
