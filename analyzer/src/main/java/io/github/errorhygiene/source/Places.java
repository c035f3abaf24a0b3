package io.github.errorhygiene.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import io.github.errorhygiene.unit.Position;
import java.util.Optional;

/** Where nodes are. */
final class Places {
  private Places() {}

  static Position of(Node node) {
    return start(node.getRange());
  }

  static Position start(Optional<Range> range) {
    return range.isPresent() ? at(range.get().begin) : Position.NONE;
  }

  /** The place of a node's last token: the name of a method reference has no node of its own. */
  static Position ofLastToken(Node node) {
    return start(node.getTokenRange().map(TokenRange::getEnd).flatMap(JavaToken::getRange));
  }

  /** The place of the first token after a node with that text. */
  static Position ofTokenAfter(Node node, String text) {
    Optional<JavaToken> token = node.getTokenRange().map(TokenRange::getEnd);
    while (token.isPresent() && !token.get().getText().equals(text)) {
      token = token.get().getNextToken();
    }
    return start(token.flatMap(JavaToken::getRange));
  }

  static int lastLine(Node node) {
    return node.getRange().map(range -> range.end.line).orElse(0);
  }

  private static Position at(com.github.javaparser.Position position) {
    return new Position(position.line, position.column);
  }
}
