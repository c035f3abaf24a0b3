package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.List;

/** {@code c ? a : b}: both sides stand where the whole stands. */
final class ConditionalOperand implements Operand {
  private final Attribution at;
  private final Expr.Conditional expression;
  private final Operand then;
  private final Operand otherwise;

  ConditionalOperand(Attribution at, Expr.Conditional expression, Operand then, Operand otherwise) {
    this.at = at;
    this.expression = expression;
    this.then = then;
    this.otherwise = otherwise;
  }

  @Override
  public Type provisional() {
    return join(then.provisional(), otherwise.provisional());
  }

  @Override
  public Type finish(Type target) {
    return at.body().put(expression, join(then.finish(target), otherwise.finish(target)));
  }

  @Override
  public boolean isFinal() {
    return then.isFinal() && otherwise.isFinal();
  }

  @Override
  public boolean fits(Typing typing, Type expected, boolean boxing) {
    return then.fits(typing, expected, boxing) && otherwise.fits(typing, expected, boxing);
  }

  private Type join(Type first, Type second) {
    boolean mixed = first instanceof Type.Primitive || second instanceof Type.Primitive;
    Type one = Types.unboxed(first);
    Type other = Types.unboxed(second);
    if (mixed && one != null && other != null) {
      return one.equals(other) ? one : Types.promoted(first, second);
    }
    return at.typing().lub(List.of(Types.boxed(first), Types.boxed(second)));
  }
}
