package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Evaluates operations with two operands: of numbers and texts, and the logical ones. */
final class Binaries {
  private final Frame frame;
  private final Expressions expressions;
  private final Machine machine;
  private final ExceptionTexts texts;

  Binaries(Frame frame, Expressions expressions, Machine machine, ExceptionTexts texts) {
    this.frame = frame;
    this.expressions = expressions;
    this.machine = machine;
    this.texts = texts;
  }

  /** Long chains lean to the left: walked without recursion. */
  Value evaluate(Expr.Binary e) {
    if (isLogical(e)) {
      return logical(e);
    }
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr first = e;
    while (first instanceof Expr.Binary left && !isLogical(left)) {
      chain.push(left);
      first = left.left();
    }
    Value value = expressions.eval(first);
    Expr before = first;
    for (Expr.Binary link : chain) {
      Value right = expressions.eval(link.right());
      unbox(link, before, value, right);
      machine.divided(link, right, frame.body());
      Boolean holds = compared(link, before, value, right);
      value =
          holds == null
              ? Identifiers.apply(frame.body(), link, before, value, right, texts)
              : Value.constant(holds);
      before = link;
    }
    return value;
  }

  /** What comparing two numbers gives; null if they are not known, or may count on. */
  private @Nullable Boolean compared(Expr.Binary link, Expr leftOf, Value left, Value right) {
    Boolean holds = Operators.compare(link.operator(), left, right);
    boolean fixed = holds != null && isFixed(leftOf) && isFixed(link.right());
    return fixed ? holds : null;
  }

  /** Not a variable that counts on. */
  private boolean isFixed(Expr expr) {
    if (expr instanceof Expr.Call || expr instanceof Expr.Literal) {
      return true;
    }
    if (expr instanceof Expr.Unary sign) {
      return sign.operator().equals("-") && isFixed(sign.operand());
    }
    Symbol symbol = frame.body().symbolOf(expr);
    return (symbol instanceof FieldSymbol field && field.isFinal())
        || (symbol instanceof LocalSymbol local && frame.body().isUnchanging(local));
  }

  /** Also {@code &} and {@code |} of truth values. */
  private boolean isLogical(Expr.Binary e) {
    return switch (e.operator()) {
      case "&&", "||" -> true;
      case "&", "|" -> frame.body().typeOf(e).erasure().equals("boolean");
      default -> false;
    };
  }

  /** Numbers are needed, unless texts are joined or objects compared. */
  private void unbox(Expr.Binary operation, Expr leftSide, Value left, Value right) {
    boolean equality = operation.operator().equals("==") || operation.operator().equals("!=");
    boolean primitive = isPrimitive(leftSide) || isPrimitive(operation.right());
    boolean text = frame.body().typeOf(operation).erasure().equals("java.lang.String");
    if (!text && (!equality || primitive)) {
      expressions.calls().dereferences().unbox(leftSide, left);
      expressions.calls().dereferences().unbox(operation.right(), right);
    }
  }

  private boolean isPrimitive(Expr expr) {
    return frame.body().typeOf(expr) instanceof Type.Primitive;
  }

  @SuppressWarnings("ReferenceEquality" /* a condition is where it was met, not what it says */)
  private Value logical(Expr.Binary e) {
    Condition before = frame.condition();
    Conditions.Split split = expressions.conditions().split(e);
    Dependence on = Dependence.NONE;
    Dependence absence = Dependence.NONE;
    for (@Nullable State way : new State[] {split.whenTrue(), split.whenFalse()}) {
      if (way != null && way.condition() != before) {
        on = on.and(way.condition().on());
        absence = way.condition().absence() ? absence.and(way.condition().on()) : absence;
        way.condition(before);
      }
    }
    frame.state(State.join(split.whenTrue(), split.whenFalse()));
    if (split.whenTrue() == null || split.whenFalse() == null) {
      return Value.constant(split.whenTrue() != null).dependingOn(on);
    }
    return Value.unknown(on).absentBy(absence);
  }
}
