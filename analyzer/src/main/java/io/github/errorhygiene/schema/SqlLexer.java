package io.github.errorhygiene.schema;

import io.github.errorhygiene.schema.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into statements, and these into tokens: what the dialects of the common databases
 * have in common, and their quotes and comments. It never fails; a quote that is not closed ends
 * with the script, and is remembered.
 */
final class SqlLexer {
  private final String text;
  private final List<List<Token>> statements = new ArrayList<>();
  private List<Token> statement = new ArrayList<>();
  private int at;
  private int line;
  private int unclosed;

  /**
   * Of a script.
   *
   * @param line the number of its first line
   */
  SqlLexer(String text, int line) {
    this.text = text;
    this.line = line;
  }

  /** The statements, without what ends them. */
  List<List<Token>> statements() {
    while (at < text.length()) {
      next();
    }
    end();
    return statements;
  }

  /** The line of the first quote that is not closed; 0 if all are. */
  int unclosed() {
    return unclosed;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      line++;
      at++;
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at) || (c == '#' && isComment())) {
      at = lineEnd();
    } else if (text.startsWith("/*", at)) {
      skipTo("*/", 2);
    } else if (c == '\'') {
      quoted(Kind.TEXT, '\'');
    } else if (c == '"' || c == '`') {
      quoted(Kind.QUOTED, c);
    } else if (c == '[' && isNameStart(at + 1) && text.indexOf(']', at) > 0) {
      quoted(Kind.QUOTED, ']');
    } else if (c == '$') {
      dollar();
    } else if (c == ';' || (c == '/' && isAlone())) {
      at++;
      end();
    } else if (isNameStart(at)) {
      word();
    } else if (Character.isDigit(c)) {
      number();
    } else {
      add(Kind.SIGN, String.valueOf(c), line);
      at++;
    }
  }

  private void end() {
    if (!statement.isEmpty()) {
      statements.add(List.copyOf(statement));
      statement = new ArrayList<>();
    }
  }

  private void add(Kind kind, String token, int where) {
    statement.add(new Token(kind, token, where));
  }

  /** A quote that is doubled stands for itself; so does one after a backslash, in MySQL. */
  private void quoted(Kind kind, char quote) {
    int first = line;
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote;
      if (doubled || (c == '\\' && kind == Kind.TEXT && isEscape())) {
        at++;
        content.append(text.charAt(at));
      } else if (c == quote) {
        at++;
        add(kind, content.toString(), first);
        return;
      } else {
        line += c == '\n' ? 1 : 0;
        content.append(c);
      }
      at++;
    }
    leftOpen(first);
  }

  /** Elsewhere a backslash is a character, and the quote after it ends the text. */
  private boolean isEscape() {
    boolean quote = at + 2 < text.length() && text.charAt(at + 1) == '\'';
    return quote && ",;) \t\r\n".indexOf(text.charAt(at + 2)) < 0;
  }

  /** {@code $$ … $$} of PostgreSQL, or a placeholder of Flyway. */
  private void dollar() {
    int end = text.indexOf('$', at + 1);
    boolean tagged =
        end > 0 && text.substring(at + 1, end).chars().allMatch(Character::isJavaIdentifierPart);
    if (text.startsWith("${", at) && text.indexOf('}', at) > 0) {
      int close = text.indexOf('}', at);
      int first = at;
      at = close + 1;
      while (at < text.length() && isNamePart(at)) {
        at++;
      }
      add(Kind.WORD, text.substring(first, at), line);
    } else if (tagged) {
      add(Kind.TEXT, "", line);
      String tag = text.substring(at, end + 1);
      skipTo(tag, tag.length());
    } else {
      add(Kind.SIGN, "$", line);
      at++;
    }
  }

  private void skipTo(String close, int from) {
    int first = line;
    int found = text.indexOf(close, at + from);
    int end = found < 0 ? text.length() : found + close.length();
    line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
    at = end;
    if (found < 0) {
      leftOpen(first);
    }
  }

  private void leftOpen(int first) {
    unclosed = unclosed == 0 ? first : unclosed;
  }

  private void word() {
    int first = at;
    while (at < text.length() && isNamePart(at)) {
      at++;
    }
    String word = text.substring(first, at);
    if (word.equalsIgnoreCase("go") && isLineEnd()) {
      end();
    } else {
      add(Kind.WORD, word, line);
    }
  }

  private void number() {
    int first = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    add(Kind.NUMBER, text.substring(first, at), line);
  }

  private boolean isNameStart(int index) {
    return index < text.length()
        && (Character.isLetter(text.charAt(index)) || "_@".indexOf(text.charAt(index)) >= 0);
  }

  private boolean isNamePart(int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) || "_$#@".indexOf(c) >= 0;
  }

  private boolean isLineStart() {
    return text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank();
  }

  /**
   * Whether the number sign at hand begins a comment, as in MySQL, rather than a name of SQL
   * Server's or an operator of PostgreSQL's.
   */
  private boolean isComment() {
    boolean before = isLineStart() || statement.isEmpty();
    boolean after = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return before || after || isAfterElement();
  }

  private boolean isAfterElement() {
    Token last = statement.get(statement.size() - 1);
    return last.isSign(',') || last.isSign('(') || last.isSign(')');
  }

  private boolean isLineEnd() {
    return text.substring(at, lineEnd()).isBlank();
  }

  /** A line with nothing else on it. */
  private boolean isAlone() {
    return isLineStart() && text.substring(at + 1, lineEnd()).isBlank();
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
