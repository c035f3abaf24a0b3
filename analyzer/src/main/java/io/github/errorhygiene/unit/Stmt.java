package io.github.errorhygiene.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement. {@code assert} is lowered to an empty block (assertions are off in production),
 * {@code synchronized} to a block that starts with the evaluation of the lock, the empty statement
 * to an empty block.
 */
public sealed interface Stmt {
  Position position();

  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One case per kind of statement. */
  interface Visitor<R extends @Nullable Object> {
    R block(Block s);

    R local(Local s);

    R localType(LocalType s);

    R eval(Eval s);

    R branch(If s);

    R loop(Loop s);

    R forEach(ForEach s);

    R select(Switch s);

    R giveBack(Return s);

    R raise(Throw s);

    R attempt(Try s);

    R jump(Jump s);

    R labeled(Labeled s);
  }

  /** A sequence with a scope of its own. */
  record Block(List<Stmt> statements, Position position) implements Stmt {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /**
   * One local variable; {@code int a, b;} gives two in a row (not in a block: they stay in scope).
   */
  record Local(
      String name,
      TypeRef type,
      @Nullable Expr initializer,
      List<Annotation> annotations,
      Position position)
      implements Stmt {
    public Local {
      annotations = List.copyOf(annotations);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.local(this);
    }
  }

  /** A local class, interface, enum or record. */
  record LocalType(TypeDecl type, Position position) implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.localType(this);
    }
  }

  /** An expression statement. */
  record Eval(Expr expression, Position position) implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.eval(this);
    }
  }

  /** {@code if}. */
  record If(Expr condition, Stmt then, @Nullable Stmt otherwise, Position position)
      implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /**
   * {@code while}, {@code do} and {@code for(;;)}.
   *
   * @param condition null: for ever
   * @param bodyFirst {@code do … while}
   */
  record Loop(
      List<Stmt> initializers,
      @Nullable Expr condition,
      List<Expr> updates,
      Stmt body,
      boolean bodyFirst,
      Position position)
      implements Stmt {
    public Loop {
      initializers = List.copyOf(initializers);
      updates = List.copyOf(updates);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** {@code for (variable : iterable)}; the variable has no initialiser. */
  record ForEach(Local variable, Expr iterable, Stmt body, Position position) implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.forEach(this);
    }
  }

  /** {@code switch}, statement or (within {@link Expr.SwitchExpr}) expression. */
  record Switch(Expr selector, List<Case> cases, Position position) implements Stmt {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.select(this);
    }
  }

  /**
   * One case.
   *
   * @param labels constants; a {@code null} label is a literal. Empty together with {@code
   *     patterns}: {@code default}
   * @param isDefault has {@code default} among its labels, or is {@code default}
   * @param guard the {@code when} part
   * @param body with {@code ->} and an expression in a switch expression a single {@link Jump} that
   *     yields it, in a switch statement an {@link Eval}; with {@code ->} and a block or {@code
   *     throw} that statement
   * @param arrow {@code case … ->}: no fall through
   */
  record Case(
      List<Expr> labels,
      List<Pattern> patterns,
      boolean isDefault,
      @Nullable Expr guard,
      List<Stmt> body,
      boolean arrow,
      Position position) {
    public Case {
      labels = List.copyOf(labels);
      patterns = List.copyOf(patterns);
      body = List.copyOf(body);
    }
  }

  /** {@code return}. */
  record Return(@Nullable Expr value, Position position) implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.giveBack(this);
    }
  }

  /** {@code throw}. */
  record Throw(Expr exception, Position position) implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.raise(this);
    }
  }

  /**
   * {@code try}.
   *
   * @param resources {@link Local}s, or {@link Eval}s of an effectively final variable
   */
  record Try(
      List<Stmt> resources,
      Block body,
      List<Catch> catches,
      @Nullable Block finallyBlock,
      Position position)
      implements Stmt {
    public Try {
      resources = List.copyOf(resources);
      catches = List.copyOf(catches);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.attempt(this);
    }
  }

  /** A catch clause; a multi-catch has several types. */
  record Catch(String name, List<TypeRef> types, Block body, Position position) {
    public Catch {
      types = List.copyOf(types);
    }
  }

  /**
   * {@code break}, {@code continue}, {@code yield}.
   *
   * @param label null without one
   * @param value only of {@code yield}
   */
  record Jump(Kind kind, @Nullable String label, @Nullable Expr value, Position position)
      implements Stmt {
    /** Which jump. */
    public enum Kind {
      BREAK,
      CONTINUE,
      YIELD
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.jump(this);
    }
  }

  /** {@code label: statement}. */
  record Labeled(String label, Stmt statement, Position position) implements Stmt {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.labeled(this);
    }
  }
}
