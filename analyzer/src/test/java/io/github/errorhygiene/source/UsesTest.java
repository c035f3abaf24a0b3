package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.Uses.Found;
import io.github.errorhygiene.source.Uses.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsesTest {
  /** The uses at {@code §} in the body of a method {@code m(String a, Book b, int n)}. */
  private static List<Use> uses(String body) {
    String text = text(body.replace("§", ""));
    int at = text(body).indexOf('§');
    int line = (int) text.substring(0, at).lines().count();
    return Uses.at(text, line, at - text.lastIndexOf('\n', at - 1));
  }

  private static String text(String body) {
    return "class A {\n  Object m(String a, Book b, int n) {\n" + body + "\n  }\n}\n";
  }

  private static List<String> expressions(String body) {
    return uses(body).stream().map(Use::expression).toList();
  }

  @Test
  void aMemberIsUsedOfItsTarget() {
    assertThat(uses("    return a.§strip();")).startsWith(new Use("a", 0, true, 3));
    assertThat(uses("    return b.title().§strip();"))
        .startsWith(new Use("b.title()", -1, true, 3));
  }

  @Test
  void whatACallGivesMayBeUsedAsANumber() {
    assertThat(expressions("    return 1 + b.§pages();")).containsExactly("b", "b.pages()");
  }

  @Test
  void aCallMayNeedItsArguments() {
    assertThat(expressions("    return §new TreeSet<>(b.names());")).containsExactly("b.names()");
    assertThat(expressions("    return a.§concat(b.title());")).containsExactly("a", "b.title()");
  }

  @Test
  void aNumberIsNeeded() {
    assertThat(expressions("    if (§count > 7) {\n      return a;\n    }\n    return b;"))
        .containsExactly("count");
  }

  @Test
  void aParameterIsAskedForAtTheBeginning() {
    assertThat(uses("    int x = 1;\n    for (Book c : all) {\n      c.add(a.§strip());\n    }\n"))
        .startsWith(new Use("a", 0, true, 3));
  }

  @Test
  void whatABranchNeedsIsAskedForInTheBranch() {
    assertThat(uses("    if (n > 1) {\n      a.§strip();\n    }\n"))
        .startsWith(new Use("a", 0, false, 4));
  }

  @Test
  void functionsUseWhatIsAroundThem() {
    assertThat(uses("    return all.filter(c -> c.has(a.§strip()));"))
        .startsWith(new Use("a", 0, true, 3));
    assertThat(uses("    return all.filter(c -> c.§has(7));")).isEmpty();
  }

  @Test
  void nothingIsAskedForThatIsPerhapsNotUsed() {
    assertThat(uses("    return n > 1 && a.§isBlank();")).isEmpty();
    assertThat(uses("    return n > 1 ? a.§strip() : b;")).isEmpty();
    assertThat(uses("    if (n > 1) a.§strip();")).isEmpty();
  }

  @Test
  void whatSaysSomethingElseEachTimeIsNotAskedFor() {
    assertThat(uses("    return b.pages(7).§size();")).isEmpty();
    assertThat(uses("    return b.next().§size();")).isEmpty();
  }

  @Test
  void anArgumentIsAskedForWhereItIsHandedOver() {
    String text = text("    return Texts.tidy(n, b.title());");

    assertThat(Uses.argument(text, 3, 18, 1)).contains(new Use("b.title()", -1, true, 3));
    assertThat(Uses.argument(text, 3, 18, 2)).isEmpty();
  }

  @Test
  void aLookUpIsFound() {
    String text = text("    return find(n).get();");

    assertThat(Uses.found(text, 3, 20)).contains(new Found(3, 20, 5));
    assertThat(Uses.found(text, 3, 12)).isEmpty();
  }

  @Test
  void aFileThatDoesNotParseHasNoUses() {
    assertThat(Uses.at("class {", 1, 1)).isEmpty();
    assertThat(Uses.found("class {", 1, 1)).isEmpty();
  }
}
