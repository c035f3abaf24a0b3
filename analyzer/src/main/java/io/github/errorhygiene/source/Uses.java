package io.github.errorhygiene.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is used at a place of a source file although it may be absent. */
public final class Uses {
  /** Methods that may answer otherwise when they are asked again. */
  private static final Pattern CHANGING =
      Pattern.compile("(?i)next|poll|pop|take|remove|read|iterator|stream|get(input|reader|and).*");

  /**
   * Something that is used, and where a check of it may stand.
   *
   * @param expression as written: a name, or members of one
   * @param parameter its number, if it is a parameter of the method around it; else -1
   * @param always nothing in the method decides before whether it is used
   * @param line 1-based, of the statement before which a check may stand
   */
  public record Use(String expression, int parameter, boolean always, int line) {}

  /**
   * Where a method that may find nothing is asked for what it found.
   *
   * @param column 1-based, of the method's name
   * @param length of the call without its target: {@code get()}
   */
  public record Found(int line, int column, int length) {}

  /** An expression that may be null, as written, and where it stands. */
  public record Value(String expression, Outline.Piece piece) {}

  private Uses() {}

  /**
   * What may be null there, the likeliest first; empty if nothing can be asked for it before.
   *
   * @param line 1-based
   * @param column 1-based, of the member's or method's name, or of the expression
   */
  public static List<Use> at(String text, int line, int column) {
    return new SourceParser()
        .tree(text).map(tree -> used(tree, new Position(line, column))).orElse(List.of()).stream()
            .filter(Uses::canBeAsked)
            .flatMap(expression -> Checks.before(expression).stream())
            .toList();
  }

  /**
   * What may be null there, the likeliest first, also where no statement can ask for it before.
   *
   * @param line 1-based
   * @param column 1-based, of the member's or method's name, or of the expression
   */
  public static List<Value> values(String text, int line, int column) {
    return new SourceParser()
        .tree(text).map(tree -> used(tree, new Position(line, column))).orElse(List.of()).stream()
            .filter(Uses::isValue)
            .filter(expression -> !Checks.isAsked(expression))
            .flatMap(expression -> value(expression).stream())
            .toList();
  }

  private static Optional<Value> value(Expression expression) {
    return expression
        .getRange()
        .map(
            range ->
                new Value(
                    expression.toString(),
                    new Outline.Piece(
                        range.begin.line, range.begin.column, range.end.line, range.end.column)));
  }

  /** No literal, function, type or constant: those are there. */
  private static boolean isValue(Expression expression) {
    String name = "";
    if (expression instanceof NameExpr simple) {
      name = simple.getNameAsString();
    } else if (expression instanceof FieldAccessExpr access) {
      name = access.getNameAsString();
    } else if (expression instanceof MethodCallExpr call) {
      name = call.getNameAsString();
    }
    return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
  }

  /**
   * What a call there hands over; empty if it cannot be asked for it before.
   *
   * @param number of the argument, from 0
   */
  public static Optional<Use> argument(String text, int line, int column, int number) {
    Position place = new Position(line, column);
    return new SourceParser()
        .tree(text)
        .flatMap(
            tree ->
                tree.findAll(Expression.class).stream()
                    .filter(each -> isCallAt(each, place))
                    .findFirst())
        .map(call -> ((NodeWithArguments<?>) call).getArguments())
        .filter(arguments -> number < arguments.size())
        .map(arguments -> arguments.get(number))
        .filter(Uses::canBeAsked)
        .flatMap(Checks::before);
  }

  /** The call of {@code get()} or {@code orElseThrow()} there. */
  public static Optional<Found> found(String text, int line, int column) {
    Position place = new Position(line, column);
    return new SourceParser()
        .tree(text)
        .flatMap(
            tree ->
                tree.findAll(MethodCallExpr.class).stream()
                    .filter(call -> isCallAt(call, place))
                    .filter(call -> call.toString().matches("(?s).*\\.(get|orElseThrow)\\(\\)"))
                    .findFirst())
        .flatMap(Node::getEnd)
        .filter(end -> end.line == line)
        .map(end -> new Found(line, column, end.column - column + 1));
  }

  private static List<Expression> used(CompilationUnit tree, Position place) {
    List<Expression> all = tree.findAll(Expression.class);
    Optional<Expression> call = all.stream().filter(each -> isCallAt(each, place)).findFirst();
    if (call.isPresent()) {
      List<Expression> used = new ArrayList<>();
      call.get().toMethodCallExpr().flatMap(MethodCallExpr::getScope).ifPresent(used::add);
      used.addAll(((NodeWithArguments<?>) call.get()).getArguments());
      // what it returns is used as a number, perhaps
      used.add(call.get());
      return used;
    }
    Stream<Expression> targets =
        all.stream()
            .flatMap(each -> each.toFieldAccessExpr().stream())
            .filter(access -> isAt(access.getName(), place))
            .map(FieldAccessExpr::getScope);
    Stream<Expression> themselves =
        all.stream()
            .filter(each -> isAt(each, place))
            .sorted(
                Comparator.comparingInt((Expression each) -> each.toString().length()).reversed());
    return Stream.concat(targets, themselves).toList();
  }

  private static boolean isCallAt(Expression expression, Position place) {
    return expression instanceof MethodCallExpr call
        ? isAt(call.getName(), place)
        : expression instanceof ObjectCreationExpr && isAt(expression, place);
  }

  private static boolean isAt(Node node, Position place) {
    return node.getBegin().filter(place::equals).isPresent();
  }

  /** A name that is no type's, or what its members say each time alike. */
  private static boolean canBeAsked(Expression expression) {
    if (expression instanceof NameExpr name) {
      return Character.isLowerCase(name.getNameAsString().charAt(0));
    }
    if (expression instanceof FieldAccessExpr access) {
      return canBeAsked(access.getScope());
    }
    return expression instanceof MethodCallExpr call
        && call.getArguments().isEmpty()
        && !CHANGING.matcher(call.getNameAsString()).matches()
        && call.getScope().filter(Uses::canBeAsked).isPresent();
  }
}
