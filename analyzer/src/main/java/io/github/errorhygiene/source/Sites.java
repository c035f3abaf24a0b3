package io.github.errorhygiene.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.Optional;
import java.util.Set;

/** Where a program registers handlers by calls, so that others may be registered there too. */
public final class Sites {
  /**
   * Such a place.
   *
   * @param target what the calls are made on, as written: {@code app}; empty if on nothing
   * @param line 1-based, of the statement before which others may stand
   * @param className simple name of the class around it
   * @param logger the name of that class's logger; empty if it has none
   * @param body 1-based line on which the body of the class begins
   */
  public record Site(String target, int line, String className, String logger, int body) {}

  private Sites() {}

  /**
   * The first of a file; empty if it has none or does not parse.
   *
   * @param verbs names of methods that register a handler for a path, which they take first
   */
  public static Optional<Site> of(String text, Set<String> verbs) {
    return new SourceParser()
        .tree(text).stream()
            .flatMap(tree -> tree.findAll(MethodCallExpr.class).stream())
            .filter(call -> isRegistration(call, verbs))
            .flatMap(call -> site(call, verbs).stream())
            .findFirst();
  }

  private static boolean isRegistration(MethodCallExpr call, Set<String> verbs) {
    return verbs.contains(call.getNameAsString())
        && call.getArguments().size() > 1
        && call.getArgument(0).isStringLiteralExpr();
  }

  private static Optional<Site> site(MethodCallExpr call, Set<String> verbs) {
    Optional<Expression> target = call.getScope();
    while (target.isPresent()
        && target.get() instanceof MethodCallExpr chained
        && isRegistration(chained, verbs)) {
      target = chained.getScope();
    }
    boolean named =
        target.filter(each -> each.isNameExpr() || each.isFieldAccessExpr()).isPresent();
    String written = target.map(Object::toString).orElse("");
    if (!named && target.isPresent()) {
      return Optional.empty();
    }
    return statement(call)
        .flatMap(
            statement -> {
              Optional<MethodCallExpr> group = group(statement);
              return group.isPresent() ? site(group.get(), verbs) : site(statement, written);
            });
  }

  /** The call that puts what a function registers below a path, if the statement is in such. */
  private static Optional<MethodCallExpr> group(Node statement) {
    Optional<Node> around = statement.getParentNode();
    while (around.isPresent() && !(around.get() instanceof LambdaExpr)) {
      around = around.get().getParentNode();
    }
    return around
        .flatMap(Node::getParentNode)
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getArgument(0).isStringLiteralExpr());
  }

  /** The statement of a block that is nothing but the call, and others chained to it. */
  private static Optional<Node> statement(MethodCallExpr call) {
    Node node = call;
    Optional<Node> parent = node.getParentNode();
    while (parent.isPresent()
        && parent.get() instanceof MethodCallExpr outer
        && outer.getScope().filter(node::equals).isPresent()) {
      node = outer;
      parent = node.getParentNode();
    }
    return parent
        .filter(ExpressionStmt.class::isInstance)
        .filter(each -> each.getParentNode().filter(BlockStmt.class::isInstance).isPresent());
  }

  private static Optional<Site> site(Node statement, String target) {
    Optional<Node> type = statement.getParentNode();
    while (type.isPresent() && !(type.get() instanceof ClassOrInterfaceDeclaration)) {
      type = type.get().getParentNode();
    }
    return type.map(ClassOrInterfaceDeclaration.class::cast)
        .filter(each -> !each.isInterface() && each.isTopLevelType())
        .flatMap(
            each ->
                statement
                    .getBegin()
                    .flatMap(
                        begin ->
                            each.getName()
                                .getBegin()
                                .map(
                                    name ->
                                        new Site(
                                            target,
                                            begin.line,
                                            each.getNameAsString(),
                                            Advice.logger(each),
                                            name.line))));
  }
}
