package io.github.errorhygiene.escape;

import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for statements inside statements; bodies of lambdas and classes are left out. */
final class Nodes {
  private Nodes() {}

  static boolean anyStatement(Stmt root, Predicate<Stmt> wanted) {
    if (wanted.test(root)) {
      return true;
    }
    for (Stmt child : root.accept(new Children())) {
      if (anyStatement(child, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static List<Stmt> present(@Nullable Stmt... statements) {
    List<Stmt> found = new ArrayList<>();
    for (Stmt statement : statements) {
      if (statement != null) {
        found.add(statement);
      }
    }
    return found;
  }

  private static final class Children implements Stmt.Visitor<List<Stmt>> {
    @Override
    public List<Stmt> block(Stmt.Block s) {
      return s.statements();
    }

    @Override
    public List<Stmt> local(Stmt.Local s) {
      return List.of();
    }

    @Override
    public List<Stmt> localType(Stmt.LocalType s) {
      return List.of();
    }

    @Override
    public List<Stmt> eval(Stmt.Eval s) {
      return List.of();
    }

    @Override
    public List<Stmt> branch(Stmt.If s) {
      return present(s.then(), s.otherwise());
    }

    @Override
    public List<Stmt> loop(Stmt.Loop s) {
      return List.of(s.body());
    }

    @Override
    public List<Stmt> forEach(Stmt.ForEach s) {
      return List.of(s.body());
    }

    @Override
    public List<Stmt> select(Stmt.Switch s) {
      return s.cases().stream().flatMap(branch -> branch.body().stream()).toList();
    }

    @Override
    public List<Stmt> giveBack(Stmt.Return s) {
      return List.of();
    }

    @Override
    public List<Stmt> raise(Stmt.Throw s) {
      return List.of();
    }

    @Override
    public List<Stmt> attempt(Stmt.Try s) {
      List<Stmt> children = present(s.body(), s.finallyBlock());
      s.catches().forEach(clause -> children.add(clause.body()));
      return children;
    }

    @Override
    public List<Stmt> jump(Stmt.Jump s) {
      return List.of();
    }

    @Override
    public List<Stmt> labeled(Stmt.Labeled s) {
      return List.of(s.statement());
    }
  }
}
