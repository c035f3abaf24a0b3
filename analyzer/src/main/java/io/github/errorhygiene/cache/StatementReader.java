package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Stmt;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StatementWriter} wrote; arguments are read in the order they stand here. */
final class StatementReader {
  private static final Stmt.Jump.Kind[] JUMPS = Stmt.Jump.Kind.values();

  private final Input in;
  private final DeclarationReader declarations;

  StatementReader(Input in, DeclarationReader declarations) {
    this.in = in;
    this.declarations = declarations;
  }

  Stmt read() {
    return read(in.kind());
  }

  Stmt.@Nullable Block blockOrNull() {
    return (Stmt.Block) readOrNull();
  }

  Stmt.Switch readSwitch() {
    return (Stmt.Switch) read();
  }

  private @Nullable Stmt readOrNull() {
    Kind kind = in.kind();
    return kind == Kind.NONE ? null : read(kind);
  }

  private ExpressionReader expressions() {
    return declarations.expressions();
  }

  private Stmt read(Kind kind) {
    return switch (kind) {
      case BLOCK -> new Stmt.Block(in.all(this::read), in.position());
      case LOCAL -> local();
      case LOCAL_TYPE -> new Stmt.LocalType(declarations.type(), in.position());
      case EVAL -> new Stmt.Eval(expressions().read(), in.position());
      case IF -> new Stmt.If(expressions().read(), read(), readOrNull(), in.position());
      case LOOP -> loop();
      case FOR_EACH ->
          new Stmt.ForEach((Stmt.Local) read(), expressions().read(), read(), in.position());
      case SWITCH -> new Stmt.Switch(expressions().read(), in.all(this::branch), in.position());
      case RETURN -> new Stmt.Return(expressions().readOrNull(), in.position());
      case THROW -> new Stmt.Throw(expressions().read(), in.position());
      case TRY -> attempt();
      case JUMP ->
          new Stmt.Jump(
              in.constant(JUMPS), in.textOrNull(), expressions().readOrNull(), in.position());
      case LABELED -> new Stmt.Labeled(in.text(), read(), in.position());
      default -> throw new IllegalStateException("not a statement: " + kind);
    };
  }

  private Stmt local() {
    return new Stmt.Local(
        in.text(),
        declarations.reference(),
        expressions().readOrNull(),
        in.all(declarations::annotation),
        in.position());
  }

  private Stmt loop() {
    return new Stmt.Loop(
        in.all(this::read),
        expressions().readOrNull(),
        in.all(expressions()::read),
        read(),
        in.flag(),
        in.position());
  }

  private Stmt.Case branch() {
    return new Stmt.Case(
        in.all(expressions()::read),
        in.all(expressions()::pattern),
        in.flag(),
        expressions().readOrNull(),
        in.all(this::read),
        in.flag(),
        in.position());
  }

  private Stmt attempt() {
    return new Stmt.Try(
        in.all(this::read),
        (Stmt.Block) read(),
        in.all(this::clause),
        blockOrNull(),
        in.position());
  }

  private Stmt.Catch clause() {
    return new Stmt.Catch(
        in.text(), in.all(declarations::reference), (Stmt.Block) read(), in.position());
  }
}
