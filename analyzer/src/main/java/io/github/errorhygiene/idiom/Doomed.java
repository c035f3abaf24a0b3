package io.github.errorhygiene.idiom;

import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catch clauses after which code throws in any case: {@code try { return ask(); } catch (E e) {
 * log(e); } throw new Failed();} drops nothing.
 */
public final class Doomed {
  private final List<Stmt.Catch> clauses = new ArrayList<>();

  private Doomed() {}

  /** Those of statements that end by throwing; none of others. */
  public static List<Stmt.Catch> clauses(List<Stmt> statements) {
    int last = statements.size() - 1;
    if (last < 1 || !(statements.get(last) instanceof Stmt.Throw)) {
      return List.of();
    }
    Doomed doomed = new Doomed();
    doomed.addAll(statements.subList(0, last));
    return doomed.clauses;
  }

  /** From the end on, as long as nothing can leave on another way. */
  private void addAll(List<Stmt> statements) {
    for (int i = statements.size() - 1; i >= 0; i--) {
      Stmt statement = statements.get(i);
      add(statement);
      if (leaves(statement)) {
        return;
      }
    }
  }

  private void add(Stmt statement) {
    if (statement instanceof Stmt.Try attempt && !leaves(attempt.finallyBlock())) {
      attempt.catches().stream().filter(clause -> !leaves(clause.body())).forEach(clauses::add);
    } else if (statement instanceof Stmt.Loop loop) {
      addAll(List.of(loop.body()));
    } else if (statement instanceof Stmt.ForEach loop) {
      addAll(List.of(loop.body()));
    } else if (statement instanceof Stmt.Block block) {
      addAll(block.statements());
    }
  }

  /** Whether a return or jump is in it; what is not known may be one. */
  private static boolean leaves(@Nullable Stmt statement) {
    if (statement == null || statement instanceof Stmt.Throw) {
      return false;
    }
    if (statement instanceof Stmt.Block block) {
      return block.statements().stream().anyMatch(Doomed::leaves);
    }
    if (statement instanceof Stmt.If branch) {
      return leaves(branch.then()) || leaves(branch.otherwise());
    }
    if (statement instanceof Stmt.Loop loop) {
      return leaves(loop.body());
    }
    if (statement instanceof Stmt.ForEach loop) {
      return leaves(loop.body());
    }
    if (statement instanceof Stmt.Try attempt) {
      return leaves(attempt.body())
          || leaves(attempt.finallyBlock())
          || attempt.catches().stream().anyMatch(clause -> leaves(clause.body()));
    }
    return !(statement instanceof Stmt.Eval
        || statement instanceof Stmt.Local
        || statement instanceof Stmt.LocalType);
  }
}
