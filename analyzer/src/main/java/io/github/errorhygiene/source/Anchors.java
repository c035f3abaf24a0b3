package io.github.errorhygiene.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a program puts its server together, so that more may be put in there. */
public final class Anchors {
  /**
   * Such a place.
   *
   * @param piece what the code is called on, what is wrapped, or the statement that it follows
   * @param target what is in a variable there, by its name; empty if that does not matter
   * @param className simple name of the class around it
   * @param logger the name of that class's logger; empty if it has none
   * @param body 1-based line on which the body of the class begins
   */
  public record Anchor(
      Outline.Piece piece, String target, String className, String logger, int body) {}

  private final CompilationUnit tree;

  private Anchors(CompilationUnit tree) {
    this.tree = tree;
  }

  private static Stream<Anchors> in(String text) {
    return new SourceParser().tree(text).stream().map(Anchors::new);
  }

  /**
   * The ends of {@code HttpRouting.builder()}, or of a variable of that type where something is
   * called on it: calls may be chained to them.
   *
   * @param call {@code HttpRouting.builder}
   * @param type {@code HttpRouting.Builder}; empty for none
   * @param lambda the name of a method whose function is handed such an object; empty for none
   */
  public static List<Anchor> links(String text, String call, String type, String lambda) {
    return in(text).flatMap(each -> each.links(call, type, lambda).stream()).toList();
  }

  /**
   * The statements that keep what a call gives in a variable.
   *
   * @param call {@code Router.router}
   * @param last the name of a method that is handed the outermost of them, which is then the first
   */
  public static List<Anchor> kept(String text, String call, String last) {
    return in(text).flatMap(each -> each.kept(call, last).stream()).toList();
  }

  /**
   * What methods are handed.
   *
   * @param methods their names, and which argument it is, from 0
   * @param on what they are called on: a type of variables, or a call at the beginning of the
   *     chain; {@code new ContextHandler} is handed what its first of several arguments is
   */
  public static List<Anchor> handed(String text, Map<String, Integer> methods, List<String> on) {
    return in(text).flatMap(each -> each.handed(methods, on).stream()).toList();
  }

  private List<Anchor> links(String call, String type, String lambda) {
    List<Anchor> found = new ArrayList<>();
    calls().filter(each -> isCall(each, call)).forEach(each -> add(found, each, ""));
    for (Parameter parameter : tree.findAll(Parameter.class)) {
      if (isOf(parameter, type) || isHanded(parameter, lambda)) {
        parameter.getParentNode().stream()
            .flatMap(owner -> owner.findAll(NameExpr.class).stream())
            .filter(name -> name.getNameAsString().equals(parameter.getNameAsString()))
            .filter(Anchors::isAsked)
            .findFirst()
            .ifPresent(name -> add(found, name, ""));
      }
    }
    return found;
  }

  private static boolean isOf(Parameter parameter, String type) {
    return !type.isEmpty() && parameter.getTypeAsString().equals(type);
  }

  private static boolean isHanded(Parameter parameter, String lambda) {
    return parameter
        .getParentNode()
        .filter(LambdaExpr.class::isInstance)
        .filter(function -> ((LambdaExpr) function).getParameters().size() == 1)
        .flatMap(Node::getParentNode)
        .filter(call -> call instanceof MethodCallExpr it && it.getNameAsString().equals(lambda))
        .isPresent();
  }

  private static boolean isAsked(NameExpr name) {
    return name.getParentNode()
        .filter(parent -> parent instanceof MethodCallExpr call && isScope(call, name))
        .isPresent();
  }

  @SuppressWarnings("ReferenceEquality" /* this very node, not one that says the same */)
  private static boolean isScope(MethodCallExpr call, Expression scope) {
    return call.getScope().filter(each -> each == scope).isPresent();
  }

  private List<Anchor> kept(String call, String last) {
    List<Anchor> found = new ArrayList<>();
    List<String> outermost =
        calls()
            .filter(each -> each.getNameAsString().equals(last) && each.getArguments().size() == 1)
            .map(each -> each.getArgument(0).toString())
            .toList();
    calls()
        .filter(each -> isCall(each, call))
        .forEach(each -> statement(each).ifPresent(kept -> add(found, kept, variable(each))));
    found.removeIf(each -> each.target().isEmpty());
    found.sort(Comparator.comparing(each -> !outermost.contains(each.target())));
    return found;
  }

  /** The statement that is nothing but that the value is kept. */
  private static Optional<Node> statement(MethodCallExpr value) {
    return value
        .getParentNode()
        .flatMap(keeper -> keeper instanceof AssignExpr ? Optional.of(keeper) : parent(keeper))
        .flatMap(Node::getParentNode)
        .filter(ExpressionStmt.class::isInstance);
  }

  private static Optional<Node> parent(Node node) {
    return node instanceof VariableDeclarator ? node.getParentNode() : Optional.empty();
  }

  private static String variable(MethodCallExpr value) {
    Node keeper = value.getParentNode().orElse(value);
    if (keeper instanceof VariableDeclarator variable) {
      return variable.getNameAsString();
    }
    return keeper instanceof AssignExpr assign ? assign.getTarget().toString() : "";
  }

  private List<Anchor> handed(Map<String, Integer> methods, List<String> on) {
    List<Anchor> found = new ArrayList<>();
    methods.forEach(
        (method, argument) ->
            calls()
                .filter(call -> call.getNameAsString().equals(method))
                .filter(call -> call.getArguments().size() > argument && isOn(call, on))
                .forEach(call -> add(found, call.getArgument(argument), "")));
    tree.findAll(ObjectCreationExpr.class).stream()
        .filter(made -> on.contains("new " + made.getTypeAsString()))
        .filter(made -> made.getArguments().size() > 1)
        .forEach(made -> add(found, made.getArgument(0), ""));
    return found;
  }

  private boolean isOn(MethodCallExpr call, List<String> on) {
    Optional<Expression> scope = call.getScope();
    while (scope.isPresent() && scope.get() instanceof MethodCallExpr inner) {
      if (on.stream().anyMatch(each -> isCall(inner, each))) {
        return true;
      }
      scope = inner.getScope();
    }
    return scope
        .flatMap(Anchors::name)
        .filter(name -> types(name).anyMatch(type -> on.stream().anyMatch(type::startsWith)))
        .isPresent();
  }

  /** {@code server} of {@code server} and of {@code this.server}. */
  private static Optional<String> name(Expression scope) {
    if (scope instanceof FieldAccessExpr field && field.getScope().isThisExpr()) {
      return Optional.of(field.getNameAsString());
    }
    return scope instanceof NameExpr name ? Optional.of(name.getNameAsString()) : Optional.empty();
  }

  /** The types that variables of that name have, or what {@code var} is made of. */
  private Stream<String> types(String name) {
    Stream<String> parameters =
        tree.findAll(Parameter.class).stream()
            .filter(each -> each.getNameAsString().equals(name))
            .map(Parameter::getTypeAsString);
    Stream<String> variables =
        tree.findAll(VariableDeclarator.class).stream()
            .filter(each -> each.getNameAsString().equals(name))
            .map(Anchors::type);
    return Stream.concat(parameters, variables);
  }

  private static String type(VariableDeclarator variable) {
    String made =
        variable
            .getInitializer()
            .map(value -> value.toString().replaceFirst("^new ", ""))
            .orElse("");
    return variable.getType().isVarType() ? made : variable.getTypeAsString();
  }

  private Stream<MethodCallExpr> calls() {
    return tree.findAll(MethodCallExpr.class).stream();
  }

  private static boolean isCall(MethodCallExpr call, String name) {
    return !name.isEmpty()
        && call.getScope()
            .map(scope -> scope + "." + call.getNameAsString())
            .filter(written -> written.equals(name) || written.endsWith("." + name))
            .isPresent();
  }

  private void add(List<Anchor> found, Node node, String target) {
    Optional<ClassOrInterfaceDeclaration> type = type(node);
    Optional<Range> range = node.getRange();
    Optional<Integer> body = type.flatMap(each -> each.getName().getBegin()).map(at -> at.line);
    if (type.isPresent() && range.isPresent() && body.isPresent()) {
      Range at = range.get();
      found.add(
          new Anchor(
              new Outline.Piece(at.begin.line, at.begin.column, at.end.line, at.end.column),
              target,
              type.get().getNameAsString(),
              Advice.logger(type.get()),
              body.get()));
    }
  }

  private static Optional<ClassOrInterfaceDeclaration> type(Node node) {
    return Stream.iterate(
            node.getParentNode(), Optional::isPresent, up -> up.flatMap(Node::getParentNode))
        .flatMap(Optional::stream)
        .filter(ClassOrInterfaceDeclaration.class::isInstance)
        .map(ClassOrInterfaceDeclaration.class::cast)
        .filter(each -> !each.isInterface() && each.isTopLevelType())
        .findFirst();
  }
}
