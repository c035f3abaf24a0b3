package io.github.errorhygiene.cache;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Stmt;
import org.jspecify.annotations.Nullable;

/** Writes statements. {@link StatementReader} reads in the same order. */
final class StatementWriter implements Stmt.Visitor<Output> {
  private final Output out;
  private final DeclarationWriter declarations;

  StatementWriter(Output out, DeclarationWriter declarations) {
    this.out = out;
    this.declarations = declarations;
  }

  @CanIgnoreReturnValue
  Output write(Stmt statement) {
    Output after = statement.accept(this);
    out.position(statement.position());
    return after;
  }

  void blockOrNull(Stmt.@Nullable Block block) {
    writeOrNull(block);
  }

  private void writeOrNull(@Nullable Stmt statement) {
    if (statement == null) {
      out.kind(Kind.NONE);
    } else {
      write(statement);
    }
  }

  private ExpressionWriter expressions() {
    return declarations.expressions();
  }

  @Override
  public Output block(Stmt.Block s) {
    out.kind(Kind.BLOCK);
    out.all(s.statements(), this::write);
    return out;
  }

  @Override
  public Output local(Stmt.Local s) {
    out.kind(Kind.LOCAL);
    out.text(s.name());
    declarations.reference(s.type());
    expressions().writeOrNull(s.initializer());
    out.all(s.annotations(), declarations::annotation);
    return out;
  }

  @Override
  public Output localType(Stmt.LocalType s) {
    out.kind(Kind.LOCAL_TYPE);
    declarations.type(s.type());
    return out;
  }

  @Override
  public Output eval(Stmt.Eval s) {
    out.kind(Kind.EVAL);
    return expressions().write(s.expression());
  }

  @Override
  public Output branch(Stmt.If s) {
    out.kind(Kind.IF);
    expressions().write(s.condition());
    write(s.then());
    writeOrNull(s.otherwise());
    return out;
  }

  @Override
  public Output loop(Stmt.Loop s) {
    out.kind(Kind.LOOP);
    out.all(s.initializers(), this::write);
    expressions().writeOrNull(s.condition());
    out.all(s.updates(), expressions()::write);
    write(s.body());
    out.flag(s.bodyFirst());
    return out;
  }

  @Override
  public Output forEach(Stmt.ForEach s) {
    out.kind(Kind.FOR_EACH);
    write(s.variable());
    expressions().write(s.iterable());
    return write(s.body());
  }

  @Override
  public Output select(Stmt.Switch s) {
    out.kind(Kind.SWITCH);
    expressions().write(s.selector());
    out.all(s.cases(), this::branch);
    return out;
  }

  private void branch(Stmt.Case one) {
    out.all(one.labels(), expressions()::write);
    out.all(one.patterns(), expressions()::pattern);
    out.flag(one.isDefault());
    expressions().writeOrNull(one.guard());
    out.all(one.body(), this::write);
    out.flag(one.arrow());
    out.position(one.position());
  }

  @Override
  public Output giveBack(Stmt.Return s) {
    out.kind(Kind.RETURN);
    expressions().writeOrNull(s.value());
    return out;
  }

  @Override
  public Output raise(Stmt.Throw s) {
    out.kind(Kind.THROW);
    return expressions().write(s.exception());
  }

  @Override
  public Output attempt(Stmt.Try s) {
    out.kind(Kind.TRY);
    out.all(s.resources(), this::write);
    write(s.body());
    out.all(s.catches(), this::clause);
    writeOrNull(s.finallyBlock());
    return out;
  }

  private void clause(Stmt.Catch clause) {
    out.text(clause.name());
    out.all(clause.types(), declarations::reference);
    write(clause.body());
    out.position(clause.position());
  }

  @Override
  public Output jump(Stmt.Jump s) {
    out.kind(Kind.JUMP);
    out.constant(s.kind());
    out.text(s.label());
    expressions().writeOrNull(s.value());
    return out;
  }

  @Override
  public Output labeled(Stmt.Labeled s) {
    out.kind(Kind.LABELED);
    out.text(s.label());
    return write(s.statement());
  }
}
