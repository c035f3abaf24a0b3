package io.github.errorhygiene.proxy;

import java.util.ArrayList;
import java.util.List;

/** Reads pointcut expressions; what cannot be read becomes {@link Pointcut.Unreadable}. */
final class PointcutParser {
  private final String text;
  private int at;

  private PointcutParser(String text) {
    this.text = text;
  }

  static Pointcut parse(String text) {
    PointcutParser parser = new PointcutParser(text);
    Pointcut pointcut = parser.or();
    parser.skip();
    return parser.at == text.length() ? pointcut : new Pointcut.Unreadable();
  }

  private Pointcut or() {
    List<Pointcut> parts = new ArrayList<>(List.of(and()));
    while (takes("||") || takes("or ")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new Pointcut.Or(parts);
  }

  private Pointcut and() {
    List<Pointcut> parts = new ArrayList<>(List.of(unary()));
    while (takes("&&") || takes("and ")) {
      parts.add(unary());
    }
    return parts.size() == 1 ? parts.get(0) : new Pointcut.And(parts);
  }

  private Pointcut unary() {
    if (takes("!") || takes("not ")) {
      return new Pointcut.Not(unary());
    }
    if (takes("(")) {
      Pointcut inside = or();
      return takes(")") ? inside : new Pointcut.Unreadable();
    }
    return primitive();
  }

  private Pointcut primitive() {
    skip();
    int start = at;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty() || !takes("(")) {
      at = text.length();
      return new Pointcut.Unreadable();
    }
    int argument = at;
    int open = 1;
    while (at < text.length() && open > 0) {
      char c = text.charAt(at++);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return open > 0
        ? new Pointcut.Unreadable()
        : new Pointcut.Primitive(name, text.substring(argument, at - 1).strip());
  }

  private static boolean isName(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.' || c == '@';
  }

  private boolean takes(String token) {
    skip();
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
