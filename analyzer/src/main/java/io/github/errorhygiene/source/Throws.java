package io.github.errorhygiene.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is thrown at a place of a source file. */
public final class Throws {
  /** Names of constants, and of methods that make texts. */
  private static final Pattern TEXT =
      Pattern.compile("[A-Z][A-Z0-9_]*|(?i).*(?:format|join|message|msg|string|text).*");

  /**
   * An exception that is made to be thrown, with {@code new}.
   *
   * @param detail the text it is given, as written; empty for none
   * @param cause the name of what was caught, be it given as its cause or not; empty for none
   * @param caught simple names of the types in the catch clause around it
   */
  public record Thrown(Outline.Piece piece, String detail, String cause, List<String> caught) {
    public Thrown {
      caught = List.copyOf(caught);
    }
  }

  private Throws() {}

  /**
   * The exception that is made there; empty if it is not clear what it is given.
   *
   * @param line 1-based, of {@code throw}, {@code new}, or of the call of {@code orElseThrow}
   * @param column 1-based
   * @param exception its full name
   */
  public static Optional<Thrown> at(String text, int line, int column, String exception) {
    Position place = new Position(line, column);
    String simple = exception.substring(exception.lastIndexOf('.') + 1);
    return new SourceParser()
        .tree(text)
        .flatMap(tree -> made(tree, place, simple))
        .flatMap(Throws::thrown);
  }

  private static Optional<ObjectCreationExpr> made(
      CompilationUnit tree, Position place, String simple) {
    return tree.findAll(ObjectCreationExpr.class).stream()
        .filter(each -> each.getType().getNameAsString().equals(simple))
        .filter(each -> each.getAnonymousClassBody().isEmpty() && isMeant(each, place))
        .findFirst();
  }

  private static boolean isMeant(ObjectCreationExpr made, Position place) {
    boolean thrown =
        made.getParentNode()
            .filter(ThrowStmt.class::isInstance)
            .filter(parent -> begins(parent, place))
            .isPresent();
    return thrown
        || begins(made, place)
        || Stream.iterate(
                made.getParentNode(), Optional::isPresent, up -> up.flatMap(Node::getParentNode))
            .flatMap(Optional::stream)
            .filter(MethodCallExpr.class::isInstance)
            .findFirst()
            .filter(call -> begins(((MethodCallExpr) call).getName(), place))
            .isPresent();
  }

  private static boolean begins(Node node, Position place) {
    return node.getBegin().filter(place::equals).isPresent();
  }

  private static Optional<Thrown> thrown(ObjectCreationExpr made) {
    List<Expression> given = made.getArguments();
    Optional<Outline.Piece> piece = made.getRange().map(Throws::piece);
    boolean cause = !given.isEmpty() && isCaught(given.get(given.size() - 1));
    boolean detail = given.size() == (cause ? 2 : 1) && isText(given.get(0));
    if (given.size() != (cause ? 1 : 0) + (detail ? 1 : 0)) {
      return Optional.empty();
    }
    String text = detail ? written(given.get(0)) : "";
    Optional<CatchClause> clause = clause(made);
    String caught = clause.map(each -> each.getParameter().getNameAsString()).orElse("");
    List<String> types = clause.map(Throws::types).orElse(List.of());
    return piece.map(range -> new Thrown(range, text, caught, types));
  }

  /** The one around it, unless it is thrown in a function or class of its own. */
  private static Optional<CatchClause> clause(Node node) {
    Optional<Node> parent = node.getParentNode();
    while (parent.isPresent() && !(parent.get() instanceof LambdaExpr)) {
      if (parent.get() instanceof CatchClause clause) {
        return Optional.of(clause);
      }
      parent = parent.get().getParentNode();
    }
    return Optional.empty();
  }

  private static List<String> types(CatchClause clause) {
    return clause.getParameter().getType().findAll(ClassOrInterfaceType.class).stream()
        .map(ClassOrInterfaceType::getNameAsString)
        .toList();
  }

  private static Outline.Piece piece(Range range) {
    return new Outline.Piece(
        range.begin.line, range.begin.column, range.end.line, range.end.column);
  }

  /** As it is laid out. */
  private static String written(Expression expression) {
    return expression.getTokenRange().map(Object::toString).orElse(expression.toString());
  }

  private static boolean isText(Expression given) {
    return given.isStringLiteralExpr()
        || given.isTextBlockLiteralExpr()
        || (given instanceof BinaryExpr sum && (isText(sum.getLeft()) || isText(sum.getRight())))
        || (given instanceof MethodCallExpr call && isNamedSo(call.getNameAsString()))
        || (given instanceof FieldAccessExpr access && isNamedSo(access.getNameAsString()))
        || (given instanceof NameExpr name && isNamedSo(name.getNameAsString()));
  }

  private static boolean isNamedSo(String name) {
    return TEXT.matcher(name).matches();
  }

  private static boolean isCaught(Expression given) {
    return given instanceof NameExpr name
        && clause(given)
            .map(clause -> clause.getParameter().getNameAsString())
            .filter(name.getNameAsString()::equals)
            .isPresent();
  }
}
