package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Goes through statements in order. Each visit tells whether the statement can complete normally
 * (JLS 14.22).
 */
final class Statements implements Stmt.Visitor<Boolean> {
  private final Attribution at;
  private final Deque<Target> targets = new ArrayDeque<>();

  /** What a {@code break} or {@code yield} may leave. */
  private static final class Target {
    private final String label;
    private final Results yields;
    private boolean left;

    Target(String label, Results yields) {
      this.label = label;
      this.yields = yields;
    }
  }

  Statements(Attribution attribution) {
    this.at = attribution;
  }

  /** In a scope of its own. */
  @CanIgnoreReturnValue
  boolean run(Stmt statement) {
    return at.in(at.scope(), () -> statement.accept(this));
  }

  private boolean runWith(List<LocalSymbol> variables, Stmt statement) {
    return at.in(at.scope().with(variables), () -> nested(statement));
  }

  private boolean nested(Stmt statement) {
    return at.nested(statement.position(), () -> statement.accept(this), () -> true);
  }

  private boolean sequence(List<Stmt> statements) {
    boolean completes = true;
    for (Stmt statement : statements) {
      completes &= statement.accept(this);
    }
    return completes;
  }

  @Override
  public Boolean block(Stmt.Block s) {
    return at.in(
        at.scope(), () -> at.nested(s.position(), () -> sequence(s.statements()), () -> true));
  }

  @Override
  public Boolean local(Stmt.Local s) {
    declare(s);
    return true;
  }

  private void declare(Stmt.Local s) {
    Type declared = at.resolve(s.type());
    boolean inferred = s.type().equals(TypeRef.VAR) || LombokMembers.isInferred(declared);
    Type initial =
        s.initializer() == null
            ? Types.UNKNOWN
            : at.type(s.initializer(), inferred ? Types.UNKNOWN : declared);
    declare(s, inferred ? Types.read(initial) : declared);
  }

  private void declare(Stmt.Local s, Type type) {
    LocalSymbol variable = new LocalSymbol(s.name(), type, s.position(), s.annotations());
    at.body().putVariable(s, variable);
    at.declare(variable);
  }

  @Override
  public Boolean localType(Stmt.LocalType s) {
    at.captures().put(s.type().name(), at.scope());
    return true;
  }

  @Override
  public Boolean eval(Stmt.Eval s) {
    at.type(s.expression());
    return true;
  }

  /**
   * Bindings of a condition stay in scope behind a branch that cannot complete: {@code if (!(x
   * instanceof T t)) return;}.
   */
  @Override
  public Boolean branch(Stmt.If s) {
    at.type(s.condition(), Types.BOOLEAN);
    List<LocalSymbol> whenTrue = at.bindings().whenTrue(s.condition());
    List<LocalSymbol> whenFalse = at.bindings().whenFalse(s.condition());
    boolean then = runWith(whenTrue, s.then());
    Stmt last = s.otherwise();
    boolean otherwise = last == null || at.in(at.scope().with(whenFalse), () -> chain(last));
    if (!then && otherwise) {
      at.declare(whenFalse);
    } else if (then && !otherwise) {
      at.declare(whenTrue);
    }
    return then || otherwise;
  }

  /** Chains of {@code else if} may be long: a loop, not a recursion. */
  private boolean chain(Stmt first) {
    boolean completes = false;
    Stmt rest = first;
    while (rest instanceof Stmt.If branch) {
      at.type(branch.condition(), Types.BOOLEAN);
      completes |= runWith(at.bindings().whenTrue(branch.condition()), branch.then());
      at.declare(at.bindings().whenFalse(branch.condition()));
      rest = branch.otherwise();
    }
    return rest == null || rest.accept(this) || completes;
  }

  @Override
  public Boolean loop(Stmt.Loop s) {
    Scope outside = at.scope();
    boolean left =
        leaving(
            "",
            () -> {
              boolean ready = sequence(s.initializers());
              if (s.condition() != null && !s.bodyFirst()) {
                at.type(s.condition(), Types.BOOLEAN);
              }
              List<LocalSymbol> whenTrue =
                  s.condition() == null ? List.of() : at.bindings().whenTrue(s.condition());
              boolean body = runWith(whenTrue, s.body());
              at.in(at.scope().with(whenTrue), () -> s.updates().stream().map(at::type).toList());
              if (s.condition() != null && s.bodyFirst()) {
                at.type(s.condition(), Types.BOOLEAN);
              }
              return ready && body;
            });
    at.leave(outside);
    if (s.condition() != null) {
      at.declare(at.bindings().whenFalse(s.condition()));
    }
    return left || (s.condition() != null && !isTrue(s.condition()));
  }

  private static boolean isTrue(Expr condition) {
    return condition instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  /** Runs something that {@code break} can leave; tells whether one does. */
  private boolean leaving(String label, BooleanSupplier work) {
    Target target = new Target(label, new Results(Types.UNKNOWN));
    targets.push(target);
    boolean completes = work.getAsBoolean();
    targets.pop();
    return target.left || (completes && !label.isEmpty());
  }

  @Override
  public Boolean forEach(Stmt.ForEach s) {
    Type iterable = at.type(s.iterable());
    Scope outside = at.scope();
    Stmt.Local variable = s.variable();
    Type declared = at.resolve(variable.type());
    boolean inferred = variable.type().equals(TypeRef.VAR) || LombokMembers.isInferred(declared);
    declare(variable, inferred ? elementOf(iterable) : declared);
    boolean ignored = leaving("", () -> run(s.body()));
    at.leave(outside);
    return true;
  }

  private Type elementOf(Type iterable) {
    if (Types.upper(iterable) instanceof Type.Array) {
      return Types.element(iterable);
    }
    Type above = at.typing().asSuper(iterable, "java.lang.Iterable");
    if (above == null) {
      return Types.UNKNOWN;
    }
    return above.arguments().isEmpty() ? Types.OBJECT : Types.read(above.arguments().get(0));
  }

  @Override
  public Boolean select(Stmt.Switch s) {
    Target target = new Target("", new Results(Types.UNKNOWN));
    boolean completes = cases(s, target);
    boolean exhaustive = s.cases().stream().anyMatch(c -> c.isDefault() || !c.patterns().isEmpty());
    return completes || target.left || !exhaustive;
  }

  /** The type of a switch expression. */
  Type yielded(Stmt.Switch s, Type expected) {
    Target target = new Target("", new Results(expected));
    cases(s, target);
    return target.yields.type(at.typing());
  }

  /** Tells whether the end of any case is reached that does not fall through. */
  @CanIgnoreReturnValue
  private boolean cases(Stmt.Switch s, Target target) {
    Type selector = at.type(s.selector());
    targets.push(target);
    boolean completes = s.cases().isEmpty();
    Scope outside = at.scope();
    for (Stmt.Case part : s.cases()) {
      at.declare(labels(part, selector));
      boolean end = sequence(part.body());
      completes = part.arrow() ? completes || end : end;
      if (part.arrow()) {
        at.leave(outside);
      }
    }
    at.leave(outside);
    targets.pop();
    return completes;
  }

  private List<LocalSymbol> labels(Stmt.Case part, Type selector) {
    for (Expr label : part.labels()) {
      if (!(label instanceof Expr.Name name && isConstant(name, selector))) {
        at.type(label, selector);
      }
    }
    List<LocalSymbol> bound = new ArrayList<>();
    for (Pattern pattern : part.patterns()) {
      bound.addAll(at.patterns().bind(pattern, selector));
    }
    Expr guard = part.guard();
    if (guard == null) {
      return bound;
    }
    at.in(at.scope().with(bound), () -> at.type(guard, Types.BOOLEAN));
    bound.addAll(at.bindings().whenTrue(guard));
    return bound;
  }

  /** The labels of a switch over an enum are its constants, whatever else has that name. */
  private boolean isConstant(Expr.Name label, Type selector) {
    Members.Field field = at.members().field(selector, label.name());
    if (field == null || !field.symbol().isEnumConstant()) {
      return false;
    }
    at.body().put(label, field.type());
    at.body().putSymbol(label, field.symbol());
    return true;
  }

  @Override
  public Boolean giveBack(Stmt.Return s) {
    Results results = at.results();
    if (s.value() != null) {
      Type type = at.type(s.value(), results == null ? Types.UNKNOWN : results.expected());
      if (results != null) {
        results.add(type);
      }
    }
    return false;
  }

  @Override
  public Boolean raise(Stmt.Throw s) {
    at.type(s.exception());
    return false;
  }

  @Override
  public Boolean attempt(Stmt.Try s) {
    boolean completes =
        at.in(
            at.scope(),
            () -> {
              boolean ready = sequence(s.resources());
              boolean ends = s.body().accept(this);
              return ready && ends;
            });
    for (Stmt.Catch clause : s.catches()) {
      completes |= at.in(at.scope(), () -> handle(clause));
    }
    boolean ends = s.finallyBlock() == null || s.finallyBlock().accept(this);
    return completes && ends;
  }

  private boolean handle(Stmt.Catch clause) {
    List<Type> types = at.context().resolve(clause.types());
    at.body().put(clause, types);
    LocalSymbol variable =
        new LocalSymbol(clause.name(), at.typing().lub(types), clause.position(), List.of());
    at.body().putVariable(clause, variable);
    at.declare(variable);
    return clause.body().accept(this);
  }

  @Override
  public Boolean jump(Stmt.Jump s) {
    if (s.kind() == Stmt.Jump.Kind.BREAK) {
      targets.stream()
          .filter(t -> s.label() == null ? t.label.isEmpty() : t.label.equals(s.label()))
          .findFirst()
          .ifPresent(t -> t.left = true);
    }
    if (s.value() != null) {
      yieldValue(s.value());
    }
    return false;
  }

  private void yieldValue(Expr value) {
    Target target = targets.peek();
    Type type = at.type(value, target == null ? Types.UNKNOWN : target.yields.expected());
    if (target != null) {
      target.yields.add(type);
    }
  }

  @Override
  public Boolean labeled(Stmt.Labeled s) {
    return leaving(s.label(), () -> s.statement().accept(this));
  }
}
