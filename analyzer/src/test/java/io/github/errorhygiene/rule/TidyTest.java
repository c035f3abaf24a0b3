package io.github.errorhygiene.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is easily forgotten when a rule is added. */
class TidyTest {
  private static final List<String> HEADINGS =
      List.of("What", "Why", "Bad", "Good", "How to fix", "Policy", "Sources");

  @TempDir private Path root;

  @Test
  void everyRuleIsRegistered() {
    List<String> classes =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.errorhygiene.rule")
                .stream()
                .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                .map(JavaClass::getSimpleName)
                .toList();
    assertThat(rules().map(rule -> rule.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  @Test
  void rulesAreSortedById() {
    assertThat(Rules.all()).isSortedAccordingTo(Comparator.comparing(Rule::id));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theIdIsTheClassNameInKebabCase(Rule rule) {
    String kebab = rule.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
    assertThat(rule.id()).isEqualTo(kebab.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theSummaryIsOneLineWithoutFullStop(Rule rule) {
    assertThat(rule.summary()).matches("[A-Z][^\\n]*[^.\\n]").hasSizeLessThan(100);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theDocumentHasItsTitleAndItsHeadings(Rule rule) {
    String text = Rules.documentation(rule.id());
    assertThat(text).startsWith("# " + rule.id() + "\n\n## What\n");
    assertThat(text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .containsExactlyElementsOf(HEADINGS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theDocumentSaysWhereItComesFrom(Rule rule) {
    assertThat(section(Rules.documentation(rule.id()), "Sources").strip()).startsWith("- ");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void messagesAreOneSentenceAsAColleagueWouldSayIt(Rule rule) throws Exception {
    for (String message : messages(rule)) {
      assertThat(message)
          .doesNotEndWith(".")
          .doesNotContain("\n")
          .doesNotContainIgnoringCase("please");
      assertThat(firstWord(message))
          .as(message)
          .matches("[a-z'@].*|([A-Z][a-z0-9]+)+([#(,].*)?|[A-Z]+");
    }
  }

  private static String firstWord(String message) {
    return message.substring(0, message.indexOf(' '));
  }

  /** What the rule says of the bad examples of its document. */
  private Set<String> messages(Rule rule) throws Exception {
    Set<String> messages = new TreeSet<>();
    for (Example example : Example.of(Rules.documentation(rule.id()))) {
      Path directory = root.resolve("example" + messages.size());
      if (example.heading().equals("Bad")) {
        rule.judge(example.analysed(directory)).forEach(each -> messages.add(each.message()));
      }
    }
    return messages;
  }

  private static String section(String text, String heading) {
    String start = "\n## " + heading + "\n";
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf("\n## ", from);
    return text.substring(from, to < 0 ? text.length() : to);
  }

  private static Stream<Rule> rules() {
    return Rules.all().stream();
  }
}
