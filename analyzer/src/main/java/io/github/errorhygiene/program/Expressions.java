package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Types of expressions. */
final class Expressions implements Expr.Visitor<Operand> {
  private static final Set<String> COMPARISONS =
      Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||");
  private static final Set<String> SHIFTS = Set.of("<<", ">>", ">>>");

  private final Attribution at;

  Expressions(Attribution attribution) {
    this.at = attribution;
  }

  private Operand known(Expr expression, Type type) {
    return new Operand.Known(at.body().put(expression, type));
  }

  /** An expression that is typed as soon as its place is known, in the scope where it stands. */
  private Operand later(Expr expression, UnaryOperator<Type> typing) {
    Scope here = at.scope();
    return new Operand() {
      @Override
      public Type provisional() {
        return Types.UNKNOWN;
      }

      @Override
      public Type finish(Type target) {
        return at.body().put(expression, at.in(here, () -> typing.apply(target)));
      }
    };
  }

  @Override
  public Operand literal(Expr.Literal e) {
    return known(e, literalType(e.value()));
  }

  private static Type literalType(@Nullable Object value) {
    if (value == null) {
      return Types.NULL;
    }
    if (value instanceof String) {
      return Types.STRING;
    }
    Type type = Types.unboxed(Types.declared(value.getClass().getName()));
    return type == null ? Types.UNKNOWN : type;
  }

  @Override
  public Operand name(Expr.Name e) {
    return known(e, at.names().denote(e).type());
  }

  @Override
  public Operand select(Expr.Select e) {
    return known(e, at.names().denote(e).type());
  }

  @Override
  public Operand call(Expr.Call e) {
    return at.calls().call(e);
  }

  @Override
  public Operand create(Expr.New e) {
    return at.calls().create(e);
  }

  @Override
  public Operand lambda(Expr.Lambda e) {
    return new LambdaOperand(at, e);
  }

  @Override
  public Operand methodRef(Expr.MethodRef e) {
    return new MethodRefOperand(at, e);
  }

  @Override
  public Operand assign(Expr.Assign e) {
    Type target = at.type(e.target());
    at.type(e.value(), e.operator().equals("=") ? target : Types.UNKNOWN);
    return known(e, target);
  }

  @Override
  public Operand unary(Expr.Unary e) {
    Type operand = at.type(e.operand());
    if (e.operator().equals("!")) {
      at.bindings().not(e, e.operand());
      return known(e, Types.BOOLEAN);
    }
    boolean steps = e.operator().contains("++") || e.operator().contains("--");
    return known(e, steps ? operand : Types.promoted(operand, operand));
  }

  /** Chains lean to the left and may be thousands long: a loop, not a recursion. */
  @Override
  public Operand binary(Expr.Binary last) {
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr first = last;
    while (first instanceof Expr.Binary binary && at.body().known(binary) == null) {
      chain.push(binary);
      first = binary.left();
    }
    Type left = at.type(first);
    for (Expr.Binary binary : chain) {
      left = at.body().put(binary, binary(binary, left));
    }
    return known(last, left);
  }

  private Type binary(Expr.Binary e, Type left) {
    Scope inner = at.scope();
    if (e.operator().equals("&&")) {
      inner = inner.with(at.bindings().whenTrue(e.left()));
    } else if (e.operator().equals("||")) {
      inner = inner.with(at.bindings().whenFalse(e.left()));
    }
    Type right = at.in(inner, () -> at.type(e.right()));
    if (e.operator().equals("&&")) {
      at.bindings().and(e);
    } else if (e.operator().equals("||")) {
      at.bindings().or(e);
    }
    return result(left, e.operator(), right);
  }

  private static Type result(Type left, String operator, Type right) {
    if (COMPARISONS.contains(operator)) {
      return Types.BOOLEAN;
    }
    if (operator.equals("+") && (left.equals(Types.STRING) || right.equals(Types.STRING))) {
      return Types.STRING;
    }
    if (operator.equals("+") && (Types.unboxed(left) == null || Types.unboxed(right) == null)) {
      return Types.UNKNOWN;
    }
    return SHIFTS.contains(operator) ? Types.promoted(left, left) : Types.promoted(left, right);
  }

  @Override
  public Operand conditional(Expr.Conditional e) {
    at.type(e.condition(), Types.BOOLEAN);
    Scope here = at.scope();
    Operand then =
        at.in(here.with(at.bindings().whenTrue(e.condition())), () -> at.prepare(e.then()));
    Operand otherwise =
        at.in(here.with(at.bindings().whenFalse(e.condition())), () -> at.prepare(e.otherwise()));
    return new ConditionalOperand(at, e, then, otherwise);
  }

  @Override
  public Operand cast(Expr.Cast e) {
    Type type = at.resolve(e.type());
    Operand operand = at.prepare(e.operand());
    operand.finish(operand instanceof FunctionalOperand ? type : Types.UNKNOWN);
    return known(e, type);
  }

  @Override
  public Operand instanceOf(Expr.InstanceOf e) {
    Type operand = at.type(e.operand());
    at.bindings().instanceOf(e, at.patterns().bind(e.pattern(), operand));
    return known(e, Types.BOOLEAN);
  }

  @Override
  public Operand index(Expr.Index e) {
    Type array = at.type(e.array());
    at.type(e.index(), Types.INT);
    return known(e, Types.element(array));
  }

  @Override
  public Operand newArray(Expr.NewArray e) {
    Type type = at.resolve(e.type());
    e.dimensions().forEach(dimension -> at.type(dimension, Types.INT));
    if (e.initializer() != null) {
      at.type(e.initializer(), type);
    }
    return known(e, type);
  }

  @Override
  public Operand arrayLiteral(Expr.ArrayLiteral e) {
    return later(
        e,
        target -> {
          e.elements().forEach(element -> at.type(element, Types.element(target)));
          return target;
        });
  }

  @Override
  public Operand classLiteral(Expr.ClassLiteral e) {
    return known(e, Types.declared("java.lang.Class", Types.boxed(at.resolve(e.type()))));
  }

  @Override
  public Operand self(Expr.This e) {
    return known(e, at.names().self(e));
  }

  @Override
  public Operand switchExpr(Expr.SwitchExpr e) {
    return later(e, target -> at.statements().yielded(e.body(), target));
  }

  @Override
  public Operand annotationValue(Expr.AnnotationValue e) {
    return known(e, Types.UNKNOWN);
  }
}
