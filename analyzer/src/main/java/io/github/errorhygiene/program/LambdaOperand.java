package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lambda. Its body is attributed once, when the types of its parameters are as known as they will
 * be.
 */
final class LambdaOperand implements FunctionalOperand {
  private final Attribution at;
  private final Expr.Lambda lambda;
  private final Scope scope;
  private final LambdaShape shape;
  private @Nullable Operand early;

  LambdaOperand(Attribution at, Expr.Lambda lambda) {
    this.at = at;
    this.lambda = lambda;
    this.scope = at.scope();
    this.shape = LambdaShape.of(lambda);
    if (lambda.parameters().isEmpty()
        && lambda.body() instanceof Stmt.Return result
        && result.value() != null) {
      early = at.prepare(result.value());
    }
  }

  @Override
  public boolean fits(Typing typing, Type expected, boolean boxing) {
    if (!expected.isKnown() || expected instanceof Type.Variable) {
      return true;
    }
    Members.Function function = at.members().function(expected);
    if (function == null) {
      return at.members().mayBeFunctional(expected);
    }
    return function.parameters().size() == lambda.parameters().size()
        && fitsResult(function.result());
  }

  private boolean fitsResult(Type result) {
    if (Types.isVoid(result)) {
      return shape.canGiveNothing();
    }
    return shape.canGiveValue() && (early == null || fitsEarly(early.provisional(), result));
  }

  private boolean fitsEarly(Type given, Type result) {
    return !Types.isVoid(given)
        && (result instanceof Type.Variable || at.typing().fits(given, result, true));
  }

  @Override
  public boolean awaitsPlace() {
    return lambda.parameters().stream().anyMatch(p -> p.type().equals(TypeRef.VAR));
  }

  @Override
  public boolean givesPrimitive() {
    return early != null && Types.isPrimitive(early.provisional());
  }

  @Override
  public List<Type> ownParameters(int count) {
    return lambda.parameters().stream().map(p -> at.resolve(p.type())).toList();
  }

  @Override
  public Type ownResult() {
    if (early != null) {
      return early.provisional();
    }
    Expr value = lambda.body() instanceof Stmt.Return result ? result.value() : null;
    return value instanceof Expr.New creation
            && creation.body() == null
            && creation.type().arguments().isEmpty()
        ? at.resolve(creation.type())
        : Types.UNKNOWN;
  }

  @Override
  public Type complete(@Nullable MethodSymbol function, List<Type> parameters, Type expected) {
    if (function != null) {
      at.body().putFunction(lambda, function);
    }
    return at.in(inner(parameters), () -> body(expected));
  }

  private Scope inner(List<Type> types) {
    Scope inner = scope;
    for (int i = 0; i < lambda.parameters().size(); i++) {
      Parameter parameter = lambda.parameters().get(i);
      Type passed = i < types.size() ? Types.read(types.get(i)) : Types.UNKNOWN;
      Type type = parameter.type().equals(TypeRef.VAR) ? passed : at.resolve(parameter.type());
      LocalSymbol variable =
          new LocalSymbol(parameter.name(), type, parameter.position(), parameter.annotations());
      at.body().putVariable(parameter, variable);
      inner = inner.with(variable);
    }
    return inner;
  }

  private Type body(Type expected) {
    Type useful = Types.isVoid(expected) ? Types.UNKNOWN : expected;
    if (early != null) {
      return early.finish(useful);
    }
    if (lambda.body() instanceof Stmt.Return result && result.value() != null) {
      return at.type(result.value(), useful);
    }
    Results results = new Results(useful);
    boolean ends = at.returningTo(results, () -> at.statements().run(lambda.body()));
    return ends && results.found().isEmpty() ? Types.VOID : results.type(at.typing());
  }

  @Override
  public void place(Type type) {
    at.body().put(lambda, type);
  }

  @Override
  public Type finish(Type target) {
    Members.Function function = at.members().function(target);
    if (function == null) {
      complete(null, List.of(), Types.UNKNOWN);
    } else {
      complete(function.symbol(), function.parameters(), function.result());
    }
    place(target);
    return target;
  }
}
