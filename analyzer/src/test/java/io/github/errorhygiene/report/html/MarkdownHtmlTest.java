package io.github.errorhygiene.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownHtmlTest {
  @Test
  void rendersParagraphsEmphasisAndCode() {
    assertThat(render("A *b* **c** `d<e>`\nnext"))
        .isEqualTo("<p>A <em>b</em> <strong>c</strong> <code>d&lt;e&gt;</code>\nnext</p>\n");
  }

  @Test
  void shiftsHeadings() {
    assertThat(render("# One\n## Two\n###### Six"))
        .isEqualTo("<h3>One</h3>\n<h4>Two</h4>\n<h6>Six</h6>");
  }

  @Test
  void rendersTightAndLooseLists() {
    assertThat(render("- a\n- b")).isEqualTo("<ul><li>a</li>\n<li>b</li>\n</ul>\n");
    assertThat(render("1. a\n\n2. b"))
        .isEqualTo("<ol><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n");
  }

  @Test
  void coloursJava() {
    assertThat(render("```java\nreturn 1;\n```"))
        .isEqualTo(
            "<pre tabindex=\"0\"><code><span class=\"j-keyword\">return</span> <span"
                + " class=\"j-number\">1</span>;\n</code></pre>\n");
  }

  @Test
  void leavesOtherCodeAlone() {
    assertThat(render("```http\nHTTP/1.1 500\n```"))
        .isEqualTo("<pre tabindex=\"0\"><code>HTTP/1.1 500\n</code></pre>\n");
  }

  @Test
  void showsMarkupAsText() {
    assertThat(render("a <b onclick='x'>c</b>"))
        .isEqualTo("<p>a &lt;b onclick=&#39;x&#39;&gt;c&lt;/b&gt;</p>\n");
    assertThat(render("<script>alert(1)</script>"))
        .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
  }

  @Test
  void linksOnlyToSafePlaces() {
    assertThat(render("[a](https://example.org) [b](javascript:x) ![c](d.png)"))
        .isEqualTo("<p><a href=\"https://example.org\" rel=\"noreferrer\">a</a> b c</p>\n");
  }

  @Test
  void rendersTables() {
    assertThat(render("| a | b |\n|---|--:|\n| `1` | 2 |"))
        .isEqualTo(
            "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n"
                + "<tbody><tr><td><code>1</code></td><td>2</td></tr>\n</tbody>\n</table>\n");
  }

  private static String render(String markdown) {
    StringBuilder out = new StringBuilder();
    HtmlWriter html = new HtmlWriter(out);
    MarkdownHtml.write(markdown, 2, destination -> destination, html);
    html.finish();
    return out.toString();
  }
}
