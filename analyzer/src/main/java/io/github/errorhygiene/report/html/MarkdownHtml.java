package io.github.errorhygiene.report.html;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Renders CommonMark. HTML in it is shown as text, images as their description, Java code blocks in
 * colour.
 */
public final class MarkdownHtml {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private MarkdownHtml() {}

  /**
   * Renders a document.
   *
   * @param headings how many levels the document's headings go down, so that they fit below the
   *     caller's
   * @param links turns a link's destination into one that works in the page; a result that is not a
   *     safe link shows the text alone
   */
  public static void write(
      String markdown, int headings, UnaryOperator<String> links, HtmlWriter html) {
    PARSER.parse(markdown).accept(new Renderer(headings, links, html));
  }

  /** Writes tokens of a line of code as spans. */
  public static void code(List<JavaHighlighter.Token> tokens, HtmlWriter html) {
    for (JavaHighlighter.Token token : tokens) {
      if (token.kind() == JavaHighlighter.Kind.PLAIN) {
        html.text(token.text());
      } else {
        html.element(
            "span", token.text(), "class", "j-" + token.kind().name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static final class Renderer extends AbstractVisitor {
    private final int headings;
    private final UnaryOperator<String> links;
    private final HtmlWriter html;

    Renderer(int headings, UnaryOperator<String> links, HtmlWriter html) {
      this.headings = headings;
      this.links = links;
      this.html = html;
    }

    private void wrap(String tag, Node node) {
      html.open(tag);
      visitChildren(node);
      html.close(tag);
    }

    @Override
    public void visit(Heading heading) {
      wrap("h" + Math.min(6, heading.getLevel() + headings), heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (isInTightList(paragraph)) {
        visitChildren(paragraph);
      } else {
        wrap("p", paragraph);
      }
    }

    private static boolean isInTightList(Paragraph paragraph) {
      Node item = paragraph.getParent();
      return item != null && item.getParent() instanceof ListBlock list && list.isTight();
    }

    @Override
    public void visit(BulletList list) {
      wrap("ul", list);
    }

    @Override
    public void visit(OrderedList list) {
      wrap("ol", list);
    }

    @Override
    public void visit(ListItem item) {
      wrap("li", item);
    }

    @Override
    public void visit(BlockQuote quote) {
      wrap("blockquote", quote);
    }

    @Override
    public void visit(Emphasis emphasis) {
      wrap("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
      wrap("strong", emphasis);
    }

    @Override
    public void visit(Text text) {
      html.text(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      html.element("code", code.getLiteral());
    }

    @Override
    public void visit(HtmlInline markup) {
      html.text(markup.getLiteral());
    }

    @Override
    public void visit(HtmlBlock markup) {
      html.element("p", markup.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      html.text("\n");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      html.open("br");
    }

    @Override
    public void visit(ThematicBreak thematicBreak) {
      html.open("hr");
    }

    @Override
    public void visit(Link link) {
      String destination = links.apply(link.getDestination());
      if (!HtmlWriter.isSafeLink(destination)) {
        visitChildren(link);
        return;
      }
      html.open("a", "href", destination, "rel", destination.startsWith("#") ? null : "noreferrer");
      visitChildren(link);
      html.close("a");
    }

    @Override
    public void visit(FencedCodeBlock block) {
      String info = block.getInfo();
      codeBlock(block.getLiteral(), info != null && info.matches("java( .*)?"));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      codeBlock(block.getLiteral(), false);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock) {
        wrap("table", block);
      } else {
        visitChildren(block);
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableHead) {
        wrap("thead", node);
      } else if (node instanceof TableBody) {
        wrap("tbody", node);
      } else if (node instanceof TableRow) {
        wrap("tr", node);
      } else if (node instanceof TableCell cell) {
        cell(cell);
      } else {
        visitChildren(node);
      }
    }

    private void cell(TableCell cell) {
      String tag = cell.isHeader() ? "th" : "td";
      html.open(tag, "scope", cell.isHeader() ? "col" : null);
      visitChildren(cell);
      html.close(tag);
    }

    private void codeBlock(String text, boolean java) {
      html.open("pre", "tabindex", "0").open("code");
      if (java) {
        for (List<JavaHighlighter.Token> line : JavaHighlighter.highlight(text.lines().toList())) {
          code(line, html);
          html.text("\n");
        }
      } else {
        html.text(text);
      }
      html.close("code").close("pre");
    }
  }
}
