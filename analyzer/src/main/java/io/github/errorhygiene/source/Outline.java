package io.github.errorhygiene.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where in a source file a piece of code begins and ends. */
public final class Outline {
  /**
   * Lines of a file, both included.
   *
   * @param first 1-based
   */
  public record Lines(int first, int last) {}

  /**
   * A piece of a file, both ends included.
   *
   * @param line 1-based
   * @param column 1-based
   */
  public record Piece(int line, int column, int lastLine, int lastColumn) {}

  private Outline() {}

  /**
   * The smallest method, function, catch clause or head of a type around a place; empty if there is
   * none or the file does not parse.
   *
   * @param line 1-based
   * @param column 1-based
   */
  public static Optional<Lines> around(String text, int line, int column) {
    Position place = new Position(line, column);
    return new SourceParser()
        .tree(text)
        .flatMap(
            tree ->
                tree.findAll(Node.class).stream()
                    .flatMap(Outline::range)
                    .filter(range -> range.contains(place))
                    .min(Comparator.comparingInt(range -> range.end.line - range.begin.line)))
        .map(range -> new Lines(range.begin.line, range.end.line));
  }

  private static Stream<Range> range(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      return type
          .getRange()
          .flatMap(whole -> type.getName().getEnd().map(end -> new Range(whole.begin, end)))
          .stream();
    }
    boolean piece =
        node instanceof MethodDeclaration
            || node instanceof LambdaExpr
            || node instanceof CatchClause;
    return piece ? node.getRange().stream() : Stream.empty();
  }
}
