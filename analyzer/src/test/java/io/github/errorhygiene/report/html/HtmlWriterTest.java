package io.github.errorhygiene.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlWriterTest {
  private final StringBuilder out = new StringBuilder();
  private final HtmlWriter html = new HtmlWriter(out);

  @Test
  void nestsElements() {
    html.doctype().open("a", "href", "#x").element("b", "text", "class", "c").close("a").finish();

    assertThat(out).hasToString("<!DOCTYPE html>\n<a href=\"#x\"><b class=\"c\">text</b></a>");
  }

  @Test
  void voidElementsNeedNoEnd() {
    html.open("wbr").finish();

    assertThat(out).hasToString("<wbr>");
  }

  @Test
  void leavesOutAttributesWithoutValue() {
    html.open("details", "open", "", "id", null);

    assertThat(out).hasToString("<details open=\"\">");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<script>, &lt;script&gt;",
        "a & b, a &amp; b",
        "\"x\" 'y', &quot;x&quot; &#39;y&#39;",
        "</style>, &lt;/style&gt;",
        "é😀, é😀"
      })
  void escapesTextAndAttributesAlike(String text, String escaped) {
    html.element("i", text, "title", text);

    assertThat(out).hasToString("<i title=\"" + escaped + "\">" + escaped + "</i>");
  }

  @Test
  void showsCharactersThatAPageCannotHold() {
    html.text("a\0b\ud800c\rd\tn\n\uffff");

    assertThat(out).hasToString("a\ufffdb\ufffdc\ufffdd\tn\n\ufffd");
  }

  @Test
  void showsCharactersThatReorderText() {
    html.text("access\u202e\u2066");

    assertThat(out).hasToString("access[U+202E][U+2066]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"style", "STYLE", "onclick", "src", "srcdoc", "a b", "a=b", ""})
  void refusesAttributesThatActOrAreNoNames(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> html.open("p", name, "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "//host",
        "file:///x",
        "x",
        ""
      })
  void refusesLinksThatActOrLeadOutOfThePage(String href) {
    assertThatIllegalArgumentException().isThrownBy(() -> html.open("a", "href", href));
  }

  @Test
  void refusesNamesFromData() {
    assertThatIllegalArgumentException().isThrownBy(() -> html.open("p><script"));
  }

  @Test
  void refusesBadNesting() {
    html.open("p");

    assertThatIllegalArgumentException().isThrownBy(() -> html.close("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(new HtmlWriter(new StringBuilder()).open("p")::finish);
  }

  @Test
  void writesStyleAndScriptAsTheyAre() {
    html.rawElement("style", "a > b { content: \"&\" }").finish();

    assertThat(out).hasToString("<style>a > b { content: \"&\" }</style>\n");
  }

  @ParameterizedTest
  @CsvSource({"style, x</STYLE>", "script, x</script >", "script, <!-- x", "p, x"})
  void refusesRawContentThatCouldEnd(String tag, String content) {
    assertThatIllegalArgumentException().isThrownBy(() -> html.rawElement(tag, content));
  }

  @Test
  void handsOnTheTroubleOfTheDestination() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> new HtmlWriter(full).text("x"))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk full");
  }
}
