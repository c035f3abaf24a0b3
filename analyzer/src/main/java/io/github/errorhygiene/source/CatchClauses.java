package io.github.errorhygiene.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.stmt.CatchClause;
import java.util.Comparator;
import java.util.Optional;

/** The catch clauses of a source file. */
public final class CatchClauses {
  /**
   * A clause.
   *
   * @param whole from {@code catch} to the end of its block
   * @param type what it catches, as written
   */
  public record Clause(Outline.Piece whole, Outline.Piece type) {}

  private CatchClauses() {}

  /**
   * The innermost clause around a place; empty if there is none or the file does not parse.
   *
   * @param line 1-based
   * @param column 1-based
   */
  public static Optional<Clause> around(String text, int line, int column) {
    Position place = new Position(line, column);
    return new SourceParser()
        .tree(text)
        .flatMap(
            tree ->
                tree.findAll(CatchClause.class).stream()
                    .filter(each -> each.getRange().filter(at -> at.contains(place)).isPresent())
                    .max(Comparator.comparing(each -> each.getRange().orElseThrow().begin)))
        .flatMap(CatchClauses::of);
  }

  private static Optional<Clause> of(CatchClause clause) {
    Optional<Range> type = clause.getParameter().getType().getRange();
    return clause
        .getRange()
        .flatMap(whole -> type.map(caught -> new Clause(piece(whole), piece(caught))));
  }

  private static Outline.Piece piece(Range range) {
    return new Outline.Piece(
        range.begin.line, range.begin.column, range.end.line, range.end.column);
  }
}
