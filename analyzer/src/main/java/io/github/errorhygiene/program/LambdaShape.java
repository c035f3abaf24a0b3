package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;

/**
 * Which kinds of functions a lambda can implement by the look of its body (JLS 15.27.2).
 *
 * @param canGiveNothing can implement a void function
 * @param canGiveValue can implement a function with a result
 */
record LambdaShape(boolean canGiveNothing, boolean canGiveValue) {
  static LambdaShape of(Expr.Lambda lambda) {
    if (lambda.body() instanceof Stmt.Return result && result.value() != null) {
      return new LambdaShape(isStatement(result.value()), true);
    }
    Returns returns = new Returns();
    returns.visit(lambda.body());
    boolean endless = !returns.completes(lambda.body());
    return new LambdaShape(
        !returns.withValue, !returns.withoutValue && (returns.withValue || endless));
  }

  private static boolean isStatement(Expr expression) {
    if (expression instanceof Expr.Unary unary) {
      return unary.operator().contains("++") || unary.operator().contains("--");
    }
    return expression instanceof Expr.Call
        || expression instanceof Expr.New
        || expression instanceof Expr.Assign;
  }

  /** Looks for returns in statements, not in nested lambdas. */
  private static final class Returns {
    private boolean withValue;
    private boolean withoutValue;

    void visit(Stmt statement) {
      if (statement instanceof Stmt.Return result) {
        withValue |= result.value() != null;
        withoutValue |= result.value() == null;
      } else if (statement instanceof Stmt.Block block) {
        visit(block.statements());
      } else if (statement instanceof Stmt.If branch) {
        visit(branch.then());
        if (branch.otherwise() != null) {
          visit(branch.otherwise());
        }
      } else if (statement instanceof Stmt.Loop loop) {
        visit(loop.body());
      } else if (statement instanceof Stmt.ForEach loop) {
        visit(loop.body());
      } else if (statement instanceof Stmt.Labeled labeled) {
        visit(labeled.statement());
      } else if (statement instanceof Stmt.Switch choice) {
        choice.cases().forEach(c -> visit(c.body()));
      } else if (statement instanceof Stmt.Try attempt) {
        visit(attempt);
      }
    }

    private void visit(List<Stmt> statements) {
      statements.forEach(this::visit);
    }

    private void visit(Stmt.Try attempt) {
      visit(attempt.body());
      attempt.catches().forEach(c -> visit(c.body()));
      if (attempt.finallyBlock() != null) {
        visit(attempt.finallyBlock());
      }
    }

    /** Whether the end of the body can be reached, as far as throws and endless loops tell. */
    boolean completes(Stmt body) {
      Stmt last = body;
      while (last instanceof Stmt.Block block && !block.statements().isEmpty()) {
        last = block.statements().get(block.statements().size() - 1);
      }
      if (last instanceof Stmt.Loop loop) {
        return loop.condition() != null && !isTrue(loop.condition());
      }
      if (last instanceof Stmt.Try attempt) {
        return completes(attempt.body())
            || attempt.catches().stream().anyMatch(c -> completes(c.body()));
      }
      return !(last instanceof Stmt.Throw);
    }

    private static boolean isTrue(Expr condition) {
      return condition instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
    }
  }
}
