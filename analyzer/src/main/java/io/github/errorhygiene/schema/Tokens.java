package io.github.errorhygiene.schema;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.schema.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the tokens of a statement from the left. Past the end there are empty signs. */
final class Tokens {
  private static final Token END = new Token(Kind.TEXT, "", 0);

  private final List<Token> tokens;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }

  @CanIgnoreReturnValue
  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /** Skips these keywords, if they follow. */
  @CanIgnoreReturnValue
  boolean skip(String... keywords) {
    for (int i = 0; i < keywords.length; i++) {
      if (!peek(i).is(keywords[i])) {
        return false;
      }
    }
    at += keywords.length;
    return true;
  }

  /** Skips one of these keywords, if it follows. */
  @CanIgnoreReturnValue
  boolean skipOne(String... keywords) {
    for (String keyword : keywords) {
      if (skip(keyword)) {
        return true;
      }
    }
    return false;
  }

  boolean isSign(char sign) {
    return peek().isSign(sign);
  }

  /** A name, with what it is qualified by left out; empty if none follows. */
  @CanIgnoreReturnValue
  String name() {
    if (!peek().isName()) {
      return "";
    }
    String name = next().text();
    while (isSign('.') && peek(1).isName()) {
      at++;
      name = next().text();
    }
    return Names.plain(name);
  }

  /** What is in the parentheses that follow; empty, and nothing is skipped, if none do. */
  @CanIgnoreReturnValue
  List<Token> group() {
    if (!isSign('(')) {
      return List.of();
    }
    int first = at + 1;
    int depth = 0;
    do {
      depth += isSign('(') ? 1 : isSign(')') ? -1 : 0;
      at++;
    } while (depth > 0 && !isAtEnd());
    return tokens.subList(first, Math.max(first, depth == 0 ? at - 1 : at));
  }

  /** The names in the parentheses that follow, such as columns with their order or length. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (List<Token> element : split(group())) {
      Token column = element.get(0);
      if (element.size() > 1 && element.get(1).isSign('(') && !isNumber(element, 2)) {
        element.subList(2, element.size()).stream()
            .filter(Token::isName)
            .map(each -> Names.plain(each.text()))
            .forEach(names::add);
      } else if (column.isName()) {
        names.add(Names.plain(column.text()));
      }
    }
    return names;
  }

  private static boolean isNumber(List<Token> element, int index) {
    return index < element.size() && element.get(index).kind() == Kind.NUMBER;
  }

  /** All that is left. */
  List<Token> rest() {
    List<Token> rest = at < tokens.size() ? tokens.subList(at, tokens.size()) : List.of();
    at = tokens.size();
    return rest;
  }

  /** At commas outside of parentheses; without empty parts. */
  static List<List<Token>> split(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int first = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean end = i == tokens.size();
      depth += end ? 0 : tokens.get(i).isSign('(') ? 1 : tokens.get(i).isSign(')') ? -1 : 0;
      if (end || (depth == 0 && tokens.get(i).isSign(','))) {
        if (i > first) {
          parts.add(tokens.subList(first, i));
        }
        first = i + 1;
      }
    }
    return parts;
  }
}
