package io.github.errorhygiene.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells keywords, strings, comments, annotations and numbers of Java source apart, for the eye.
 * Never fails: text that is not Java comes out plain.
 */
public final class JavaHighlighter {
  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield");

  /** Possessive, so that no line is too long for it. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//.*+|/\\*)|(?<block>\"\"\")|(?<string>\"(?:[^\"\\\\]++|\\\\.)*+\"?+|'(?:[^'\\\\]++|\\\\.)*+'?+)"
              + "|(?<annotation>@(?!interface\\b)[\\w.]++)|(?<number>\\b\\d[\\w.]*+)|(?<word>@?[\\p{L}_$][\\p{L}\\p{N}_$]*+)");

  /** What a token is; also its class in the page. */
  public enum Kind {
    PLAIN,
    KEYWORD,
    STRING,
    COMMENT,
    ANNOTATION,
    NUMBER
  }

  /** A piece of a line; the pieces of a line joined are the line. */
  public record Token(Kind kind, String text) {}

  private final List<List<Token>> lines = new ArrayList<>();
  private List<Token> line = new ArrayList<>();
  private Kind within = Kind.PLAIN;

  private JavaHighlighter() {}

  /** The tokens of every line; the lines are those of a whole file, without line ends. */
  public static List<List<Token>> highlight(List<String> source) {
    JavaHighlighter highlighter = new JavaHighlighter();
    source.forEach(highlighter::readLine);
    return highlighter.lines;
  }

  private void readLine(String text) {
    line = new ArrayList<>();
    int at = within == Kind.PLAIN ? 0 : readRest(text, 0, 0);
    Matcher matcher = TOKEN.matcher(text);
    while (at < text.length()) {
      if (!matcher.find(at)) {
        add(Kind.PLAIN, text.substring(at));
        break;
      }
      add(Kind.PLAIN, text.substring(at, matcher.start()));
      at = readToken(text, matcher);
    }
    lines.add(List.copyOf(line));
  }

  private int readToken(String text, Matcher matcher) {
    if (matcher.group().equals("/*") || matcher.group("block") != null) {
      within = matcher.group().equals("/*") ? Kind.COMMENT : Kind.STRING;
      return readRest(text, matcher.start(), matcher.end());
    }
    add(kind(matcher), matcher.group());
    return matcher.end();
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("word") != null) {
      String word = matcher.group("word");
      return KEYWORDS.contains(word) || word.equals("@interface") ? Kind.KEYWORD : Kind.PLAIN;
    }
    if (matcher.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (matcher.group("string") != null) {
      return Kind.STRING;
    }
    return matcher.group("number") != null ? Kind.NUMBER : Kind.ANNOTATION;
  }

  /**
   * Reads a comment or text block from {@code start}, looking for its end from {@code from};
   * answers where it ends.
   */
  private int readRest(String text, int start, int from) {
    String terminator = within == Kind.COMMENT ? "*/" : "\"\"\"";
    int end = text.indexOf(terminator, from);
    while (within == Kind.STRING && end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf(terminator, end + 1);
    }
    int stop = end < 0 ? text.length() : end + terminator.length();
    add(within, text.substring(start, stop));
    within = end < 0 ? within : Kind.PLAIN;
    return stop;
  }

  private void add(Kind kind, String text) {
    if (!text.isEmpty()) {
      line.add(new Token(kind, text));
    }
  }
}
