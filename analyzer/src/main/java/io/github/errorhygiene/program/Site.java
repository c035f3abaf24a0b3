package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a method or constructor is called.
 *
 * @param node the call, creation or enum constant
 * @param expression the same, if it is an expression
 * @param type of the expression if that does not depend on the method chosen; else unknown
 */
record Site(
    Object node,
    @Nullable Expr expression,
    String name,
    List<Expr> arguments,
    Position position,
    Type type) {
  static Site of(Expr.Call call) {
    return new Site(call, call, call.name(), call.arguments(), call.position(), Types.UNKNOWN);
  }
}
