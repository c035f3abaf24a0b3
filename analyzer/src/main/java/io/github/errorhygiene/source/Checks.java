package io.github.errorhygiene.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import io.github.errorhygiene.source.Uses.Use;
import java.util.Optional;

/** Finds where a statement may ask for an expression before it is used. */
@SuppressWarnings("ReferenceEquality" /* that node, not one like it */)
final class Checks {
  private Checks() {}

  /** The use with the statement before which a check may stand; empty if there is none. */
  static Optional<Use> before(Expression expression) {
    String root = root(expression);
    Node child = expression;
    Optional<Node> parent = child.getParentNode();
    while (parent.isPresent()
        && !(child instanceof Statement && parent.get() instanceof BlockStmt)) {
      if (decides(parent.get(), child) || parent.get() instanceof CallableDeclaration<?>) {
        return Optional.empty();
      }
      child = parent.get();
      parent = child.getParentNode();
    }
    Node statement = child;
    boolean possible =
        parent.isPresent()
            && !(statement instanceof ExplicitConstructorInvocationStmt)
            && !declares(statement, root);
    return possible ? use(expression, statement) : Optional.empty();
  }

  /** Whether a condition around the expression asks whether it is null. */
  static boolean isAsked(Expression expression) {
    String text = expression.toString();
    Node child = expression;
    Optional<Node> parent = child.getParentNode();
    while (parent.isPresent() && !(parent.get() instanceof CallableDeclaration<?>)) {
      if (decides(parent.get(), child) && condition(parent.get()).contains(text + " != null")) {
        return true;
      }
      child = parent.get();
      parent = child.getParentNode();
    }
    return false;
  }

  private static String condition(Node decision) {
    if (decision instanceof BinaryExpr binary) {
      return binary.getLeft().toString();
    }
    if (decision instanceof ConditionalExpr conditional) {
      return conditional.getCondition().toString();
    }
    return decision instanceof IfStmt branch ? branch.getCondition().toString() : "";
  }

  private static Optional<Use> use(Expression expression, Node statement) {
    int parameter =
        expression instanceof NameExpr name ? parameter(statement, name.getNameAsString()) : -1;
    boolean always = isAlways(statement);
    Node first = parameter >= 0 && always ? first(statement) : statement;
    return first
        .getBegin()
        .map(begin -> new Use(expression.toString(), parameter, always, begin.line));
  }

  /** The first statement of the method. */
  private static Node first(Node statement) {
    Node first = statement;
    Optional<Node> parent = statement.getParentNode();
    while (parent.isPresent() && !(parent.get() instanceof CallableDeclaration<?>)) {
      if (parent.get() instanceof BlockStmt block) {
        first = block.getStatement(0);
      }
      parent = parent.get().getParentNode();
    }
    return first;
  }

  private static String root(Expression expression) {
    return expression.toString().replaceFirst("(?s)\\W.*", "");
  }

  /** Whether the outer one decides whether the inner one is evaluated at all. */
  private static boolean decides(Node outer, Node inner) {
    if (outer instanceof BinaryExpr binary) {
      boolean lazy =
          binary.getOperator() == BinaryExpr.Operator.AND
              || binary.getOperator() == BinaryExpr.Operator.OR;
      return lazy && binary.getRight() == inner;
    }
    if (outer instanceof ConditionalExpr conditional) {
      return conditional.getCondition() != inner;
    }
    if (outer instanceof IfStmt branch) {
      return branch.getCondition() != inner;
    }
    if (outer instanceof SwitchExpr choice) {
      return choice.getSelector() != inner;
    }
    return outer instanceof SwitchEntry || outer instanceof CatchClause;
  }

  /** Whether the name means something only inside of the statement. */
  private static boolean declares(Node statement, String name) {
    return statement
            .findFirst(Parameter.class, each -> each.getNameAsString().equals(name))
            .isPresent()
        || statement
            .findFirst(VariableDeclarator.class, each -> each.getNameAsString().equals(name))
            .isPresent()
        || statement
            .findFirst(TypePatternExpr.class, each -> each.getNameAsString().equals(name))
            .isPresent();
  }

  private static int parameter(Node statement, String name) {
    Optional<CallableDeclaration<?>> method = method(statement);
    if (method.isEmpty()) {
      return -1;
    }
    var parameters = method.get().getParameters();
    for (int number = 0; number < parameters.size(); number++) {
      if (parameters.get(number).getNameAsString().equals(name)) {
        return number;
      }
    }
    return -1;
  }

  private static Optional<CallableDeclaration<?>> method(Node node) {
    Optional<Node> parent = node.getParentNode();
    while (parent.isPresent()) {
      if (parent.get() instanceof CallableDeclaration<?> method) {
        return Optional.of(method);
      }
      parent = parent.get().getParentNode();
    }
    return Optional.empty();
  }

  /** No branch around it, and no way out before it. */
  private static boolean isAlways(Node statement) {
    Node child = statement;
    Optional<Node> parent = child.getParentNode();
    while (parent.isPresent() && !(parent.get() instanceof CallableDeclaration<?>)) {
      if (decides(parent.get(), child) || mayReturnBefore(parent.get(), child)) {
        return false;
      }
      child = parent.get();
      parent = child.getParentNode();
    }
    return true;
  }

  private static boolean mayReturnBefore(Node outer, Node inner) {
    return outer instanceof BlockStmt block
        && block.getStatements().stream()
            .takeWhile(statement -> statement != inner)
            .anyMatch(statement -> statement.findFirst(ReturnStmt.class).isPresent());
  }
}
