package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.report.html.HtmlWriter;
import io.github.errorhygiene.report.html.JavaHighlighter;
import io.github.errorhygiene.report.html.JavaHighlighter.Kind;
import io.github.errorhygiene.report.html.JavaHighlighter.Token;
import io.github.errorhygiene.report.html.MarkdownHtml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows code around places. */
final class HtmlCode {
  /** Lines shown before and after the one that matters. */
  private static final int CONTEXT = 3;

  /** Generated code has lines that would swell the page; nobody reads further. */
  private static final int LONGEST_LINE = 300;

  private final SourceText sources;
  private final HtmlWriter html;
  private final Map<String, List<List<Token>>> coloured = new HashMap<>();

  HtmlCode(SourceText sources, HtmlWriter html) {
    this.sources = sources;
    this.html = html;
  }

  /** The line with its neighbours; nothing if there is no such line. */
  void snippet(Place place) {
    List<List<Token>> lines = lines(place.file());
    if (place.line() < 1 || place.line() > lines.size()) {
      return;
    }
    int first = Math.max(1, place.line() - CONTEXT);
    List<List<Token>> shown =
        lines.subList(first - 1, Math.min(lines.size(), place.line() + CONTEXT));
    int indent = shown.stream().mapToInt(HtmlCode::indent).min().orElse(0);
    String name = "Code around line " + place.line();
    html.open("pre", "class", "code", "tabindex", "0", "role", "region", "aria-label", name)
        .open("code");
    for (int i = 0; i < shown.size(); i++) {
      numbered(first + i, cut(shown.get(i), indent), first + i == place.line());
    }
    html.close("code").close("pre");
  }

  private void numbered(int number, List<Token> line, boolean marked) {
    String tag = marked ? "mark" : "span";
    html.open(tag, "class", "line", "data-n", String.valueOf(number));
    MarkdownHtml.code(line, html);
    html.text("\n").close(tag);
  }

  /** The line alone; nothing if there is no such line. */
  void line(Place place) {
    List<List<Token>> lines = lines(place.file());
    if (place.line() < 1 || place.line() > lines.size()) {
      return;
    }
    List<Token> line = lines.get(place.line() - 1);
    html.open("code", "class", "step-code");
    MarkdownHtml.code(cut(line, indent(line)), html);
    html.close("code");
  }

  private List<List<Token>> lines(String file) {
    return coloured.computeIfAbsent(file, this::colour);
  }

  private List<List<Token>> colour(String file) {
    List<String> lines = sources.lines(file);
    if (file.endsWith(".java")) {
      return JavaHighlighter.highlight(lines);
    }
    return lines.stream().map(line -> List.of(new Token(Kind.PLAIN, line))).toList();
  }

  /** How many blanks a line begins with; a blank line is no measure. */
  private static int indent(List<Token> line) {
    int indent = 0;
    for (Token token : line) {
      String text = token.text();
      int blanks = text.length() - text.stripLeading().length();
      indent += blanks;
      if (blanks < text.length()) {
        return indent;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Without the first {@code indent} characters and what is too long. */
  private static List<Token> cut(List<Token> line, int indent) {
    List<Token> kept = new ArrayList<>();
    int at = 0;
    for (Token token : line) {
      int from = Math.min(token.text().length(), Math.max(0, indent - at));
      int room = LONGEST_LINE + indent - at;
      at += token.text().length();
      if (at - indent > LONGEST_LINE) {
        kept.add(
            new Token(token.kind(), token.text().substring(from, Math.max(from, room)) + " …"));
        return kept;
      }
      kept.add(new Token(token.kind(), token.text().substring(from)));
    }
    return kept;
  }
}
