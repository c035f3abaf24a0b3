package io.github.errorhygiene.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * Local enums (JLS 14.3, since Java 16), which JavaParser 3.28 does not read: it stops at their
 * names. They are wrapped in a local class for it, which the lowering takes away again.
 */
final class LocalEnums {
  private static final String WRAPPER = "$";
  private static final String OPENING = "class " + WRAPPER + "{";

  private LocalEnums() {}

  /**
   * The text with those local enums wrapped that are among the problems; the same text if there are
   * none.
   */
  static String wrap(String text, List<Problem> problems) {
    String wrapped = text;
    // from last to first: what is inserted does not move what is still to be done
    for (int i = problems.size() - 1; i >= 0; i--) {
      Optional<JavaToken> keyword = problems.get(i).getLocation().flatMap(LocalEnums::keyword);
      Optional<JavaToken> end = keyword.flatMap(LocalEnums::closingBrace);
      if (end.isPresent()) {
        wrapped = wrap(wrapped, offset(text, keyword.get()), offset(text, end.get()) + 1);
      }
    }
    return wrapped;
  }

  /** The declaration within a wrapper, or the declaration itself. */
  static TypeDeclaration<?> unwrap(ClassOrInterfaceDeclaration declaration) {
    List<BodyDeclaration<?>> members = declaration.getMembers();
    boolean wrapper =
        declaration.getNameAsString().equals(WRAPPER)
            && members.size() == 1
            && members.get(0) instanceof EnumDeclaration;
    return wrapper ? (EnumDeclaration) members.get(0) : declaration;
  }

  /** The problem is at the enum's name. */
  private static Optional<JavaToken> keyword(TokenRange problem) {
    Optional<JavaToken> token = problem.getBegin().getPreviousToken();
    while (token.isPresent() && token.get().getCategory().isWhitespaceOrComment()) {
      token = token.get().getPreviousToken();
    }
    return token.filter(t -> t.getText().equals("enum"));
  }

  private static Optional<JavaToken> closingBrace(JavaToken keyword) {
    int depth = 0;
    Optional<JavaToken> token = Optional.of(keyword);
    while (token.isPresent()) {
      String text = token.get().getText();
      depth += text.equals("{") ? 1 : 0;
      depth -= text.equals("}") ? 1 : 0;
      if (text.equals("}") && depth <= 0) {
        return token;
      }
      token = token.get().getNextToken();
    }
    return token;
  }

  private static String wrap(String text, int start, int end) {
    String before = text.substring(0, start);
    if (before.endsWith(OPENING)) {
      return text;
    }
    // the wrapper goes into the indentation if there is room, so that columns stay what they are
    int room = start - OPENING.length();
    boolean fits = room > 0 && before.substring(room - 1).isBlank();
    return (fits ? before.substring(0, room) : before)
        + OPENING
        + text.substring(start, end)
        + "}"
        + text.substring(end);
  }

  private static int offset(String text, JavaToken token) {
    Position position = token.getRange().orElseThrow().begin;
    int offset = 0;
    for (int line = 1; line < position.line; offset++) {
      boolean endsLine =
          text.charAt(offset) == '\n'
              || (text.charAt(offset) == '\r' && !text.startsWith("\n", offset + 1));
      line += endsLine ? 1 : 0;
    }
    return offset + position.column - 1;
  }
}
