package io.github.errorhygiene.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.visitor.GenericVisitorWithDefaults;
import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements. */
final class Statements {
  private final Lowering lowering;
  private final ByKind byKind = new ByKind();

  Statements(Lowering lowering) {
    this.lowering = lowering;
  }

  Stmt of(Statement statement) {
    return statement.accept(byKind, null);
  }

  Stmt.Block block(BlockStmt block) {
    return new Stmt.Block(all(block.getStatements()), Places.of(block));
  }

  List<Stmt> all(NodeList<Statement> statements) {
    List<Stmt> all = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      if (statement instanceof ExpressionStmt single) {
        addExpression(single.getExpression(), all);
      } else {
        all.add(of(statement));
      }
    }
    return all;
  }

  /**
   * An expression statement, resource or loop initialiser: a declaration gives one statement a
   * variable.
   */
  private void addExpression(Expression expression, List<Stmt> statements) {
    if (expression instanceof VariableDeclarationExpr variables) {
      addLocals(variables, statements);
    } else {
      statements.add(new Stmt.Eval(lowering.expressions.of(expression), Places.of(expression)));
    }
  }

  private void addLocals(VariableDeclarationExpr declaration, List<Stmt> statements) {
    List<Annotation> annotations = lowering.annotations.all(declaration.getAnnotations());
    for (VariableDeclarator variable : declaration.getVariables()) {
      statements.add(local(variable, annotations));
    }
  }

  private Stmt.Local local(VariableDeclarator variable, List<Annotation> annotations) {
    return new Stmt.Local(
        lowering.texts.of(variable.getNameAsString()),
        lowering.references.of(variable.getType()),
        lowering.expressions.orNull(variable.getInitializer()),
        annotations,
        Places.of(variable.getName()));
  }

  private List<Stmt> expressions(NodeList<Expression> expressions) {
    List<Stmt> statements = new ArrayList<>();
    for (Expression expression : expressions) {
      addExpression(expression, statements);
    }
    return statements;
  }

  private static Stmt.Block empty(Node statement) {
    return new Stmt.Block(List.of(), Places.of(statement));
  }

  private static Stmt jump(Stmt.Jump.Kind kind, Optional<SimpleName> label, Statement statement) {
    String name = label.map(SimpleName::getIdentifier).orElse(null);
    return new Stmt.Jump(kind, name, null, Places.of(statement));
  }

  private Stmt.Catch handler(CatchClause clause) {
    return new Stmt.Catch(
        lowering.texts.of(clause.getParameter().getNameAsString()),
        lowering.references.alternatives(clause.getParameter().getType()),
        block(clause.getBody()),
        Places.of(clause));
  }

  /**
   * One case per kind; {@code assert}, the empty statement and what does not parse are empty
   * blocks.
   */
  private final class ByKind extends GenericVisitorWithDefaults<Stmt, @Nullable Void> {
    @Override
    public Stmt defaultAction(Node n, @Nullable Void none) {
      return empty(n);
    }

    @Override
    public Stmt visit(BlockStmt n, @Nullable Void none) {
      return block(n);
    }

    @Override
    public Stmt visit(ExpressionStmt n, @Nullable Void none) {
      List<Stmt> statements = expressions(new NodeList<>(n.getExpression()));
      return statements.size() == 1 ? statements.get(0) : new Stmt.Block(statements, Places.of(n));
    }

    @Override
    public Stmt visit(ExplicitConstructorInvocationStmt n, @Nullable Void none) {
      Position position = Places.of(n);
      Expr receiver = new Expr.This(null, !n.isThis(), position);
      List<TypeRef> typeArguments = lowering.references.all(n.getTypeArguments());
      List<Expr> arguments = lowering.expressions.all(n.getArguments());
      return new Stmt.Eval(
          new Expr.Call(receiver, "<init>", typeArguments, arguments, position), position);
    }

    @Override
    public Stmt visit(LocalClassDeclarationStmt n, @Nullable Void none) {
      return new Stmt.LocalType(
          lowering.declarations.local(LocalEnums.unwrap(n.getClassDeclaration())), Places.of(n));
    }

    @Override
    public Stmt visit(LocalRecordDeclarationStmt n, @Nullable Void none) {
      return new Stmt.LocalType(
          lowering.declarations.local(n.getRecordDeclaration()), Places.of(n));
    }

    @Override
    public Stmt visit(IfStmt n, @Nullable Void none) {
      Expr condition = lowering.expressions.of(n.getCondition());
      Stmt then = of(n.getThenStmt());
      Stmt otherwise = n.getElseStmt().isPresent() ? of(n.getElseStmt().get()) : null;
      return new Stmt.If(condition, then, otherwise, Places.of(n));
    }

    @Override
    public Stmt visit(WhileStmt n, @Nullable Void none) {
      Expr condition = lowering.expressions.of(n.getCondition());
      return new Stmt.Loop(List.of(), condition, List.of(), of(n.getBody()), false, Places.of(n));
    }

    @Override
    public Stmt visit(DoStmt n, @Nullable Void none) {
      Stmt body = of(n.getBody());
      Expr condition = lowering.expressions.of(n.getCondition());
      return new Stmt.Loop(List.of(), condition, List.of(), body, true, Places.of(n));
    }

    @Override
    public Stmt visit(ForStmt n, @Nullable Void none) {
      List<Stmt> initializers = expressions(n.getInitialization());
      Expr condition = lowering.expressions.orNull(n.getCompare());
      List<Expr> updates = lowering.expressions.all(n.getUpdate());
      return new Stmt.Loop(initializers, condition, updates, of(n.getBody()), false, Places.of(n));
    }

    @Override
    public Stmt visit(ForEachStmt n, @Nullable Void none) {
      List<Annotation> annotations = lowering.annotations.all(n.getVariable().getAnnotations());
      Stmt.Local variable = local(n.getVariable().getVariable(0), annotations);
      Expr iterable = lowering.expressions.of(n.getIterable());
      return new Stmt.ForEach(variable, iterable, of(n.getBody()), Places.of(n));
    }

    @Override
    public Stmt visit(SwitchStmt n, @Nullable Void none) {
      return lowering.switches.statement(n);
    }

    @Override
    public Stmt visit(SynchronizedStmt n, @Nullable Void none) {
      List<Stmt> statements = new ArrayList<>();
      addExpression(n.getExpression(), statements);
      statements.addAll(all(n.getBody().getStatements()));
      return new Stmt.Block(statements, Places.of(n));
    }

    @Override
    public Stmt visit(ReturnStmt n, @Nullable Void none) {
      return new Stmt.Return(lowering.expressions.orNull(n.getExpression()), Places.of(n));
    }

    @Override
    public Stmt visit(ThrowStmt n, @Nullable Void none) {
      return new Stmt.Throw(lowering.expressions.of(n.getExpression()), Places.of(n));
    }

    @Override
    public Stmt visit(TryStmt n, @Nullable Void none) {
      List<Stmt> resources = expressions(n.getResources());
      Stmt.Block body = block(n.getTryBlock());
      List<Stmt.Catch> catches =
          n.getCatchClauses().stream().map(Statements.this::handler).toList();
      Stmt.Block last = n.getFinallyBlock().isPresent() ? block(n.getFinallyBlock().get()) : null;
      return new Stmt.Try(resources, body, catches, last, Places.of(n));
    }

    @Override
    public Stmt visit(BreakStmt n, @Nullable Void none) {
      return jump(Stmt.Jump.Kind.BREAK, n.getLabel(), n);
    }

    @Override
    public Stmt visit(ContinueStmt n, @Nullable Void none) {
      return jump(Stmt.Jump.Kind.CONTINUE, n.getLabel(), n);
    }

    @Override
    public Stmt visit(YieldStmt n, @Nullable Void none) {
      Expr value = lowering.expressions.of(n.getExpression());
      return new Stmt.Jump(Stmt.Jump.Kind.YIELD, null, value, Places.of(n));
    }

    @Override
    public Stmt visit(LabeledStmt n, @Nullable Void none) {
      return new Stmt.Labeled(n.getLabel().getIdentifier(), of(n.getStatement()), Places.of(n));
    }
  }
}
