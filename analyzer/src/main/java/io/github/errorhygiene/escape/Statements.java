package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Frame.Target;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates the statements of one frame. */
final class Statements implements Stmt.Visitor<@Nullable Void> {
  private final Frame frame;
  private final Expressions expressions;
  private final Conditions conditions;
  private final Tries tries;

  Statements(Engine engine, Frame frame) {
    this.frame = frame;
    this.expressions = new Expressions(engine, frame, this);
    this.conditions = expressions.conditions();
    this.tries = new Tries(engine, frame, this, expressions);
  }

  Expressions expressions() {
    return expressions;
  }

  void run(Stmt statement) {
    if (frame.isReachable()) {
      statement.accept(this);
    }
  }

  void runAll(List<Stmt> statements) {
    statements.forEach(this::run);
  }

  @Override
  public @Nullable Void block(Stmt.Block s) {
    runAll(s.statements());
    return null;
  }

  @Override
  public @Nullable Void local(Stmt.Local s) {
    LocalSymbol variable = frame.body().variable(s);
    Value value = s.initializer() == null ? Value.NOTHING : expressions.eval(s.initializer());
    frame.declare(variable, value);
    return null;
  }

  @Override
  public @Nullable Void localType(Stmt.LocalType s) {
    return null;
  }

  @Override
  public @Nullable Void eval(Stmt.Eval s) {
    Value ignored = expressions.eval(s.expression());
    return null;
  }

  @Override
  public @Nullable Void branch(Stmt.If s) {
    Condition before = frame.condition();
    Conditions.Split split = conditions.split(s.condition());
    frame.state(split.whenTrue());
    run(s.then());
    State afterThen = frame.state();
    frame.state(split.whenFalse());
    if (s.otherwise() != null) {
      run(s.otherwise());
    }
    meet(afterThen, frame.state(), before);
    return null;
  }

  /** Goes on where two ways meet; a condition that let only one of them go on stays in force. */
  private void meet(@Nullable State one, @Nullable State other, Condition before) {
    if (one != null && other != null) {
      one.condition(before);
    }
    frame.state(State.join(one, other));
  }

  @Override
  public @Nullable Void loop(Stmt.Loop s) {
    runAll(s.initializers());
    Condition before = frame.condition();
    Target target = frame.open(null, true);
    @Nullable State out = null;
    for (int round = 0; round < 2 && frame.isReachable(); round++) {
      State entry = frame.state();
      if (s.condition() != null && !(s.bodyFirst() && round == 0)) {
        Conditions.Split split = conditions.split(s.condition());
        out = State.join(out, split.whenFalse());
        frame.state(split.whenTrue());
      }
      run(s.body());
      frame.state(State.join(frame.state(), target.continued));
      target.continued = null;
      s.updates().forEach(update -> expressions.discard(update));
      if (entry != null && frame.isReachable()) {
        frame.state(State.join(entry.copy(), frame.state()));
      }
    }
    frame.close();
    boolean endless = s.condition() == null || Boolean.TRUE.equals(literal(s.condition()));
    @Nullable State end =
        State.join(endless ? null : State.join(out, frame.state()), target.broken);
    restoreGuard(end, before);
    frame.state(end);
    return null;
  }

  private static @Nullable Object literal(Expr expr) {
    return expr instanceof Expr.Literal literal ? literal.value() : null;
  }

  private static void restoreGuard(@Nullable State state, Condition condition) {
    if (state != null) {
      state.condition(condition);
    }
  }

  @Override
  public @Nullable Void forEach(Stmt.ForEach s) {
    Value elements = expressions.eval(s.iterable());
    if (!frame.isReachable()) {
      return null;
    }
    State before = frame.state().copy();
    Target target = frame.open(null, true);
    Value element = elements.present();
    for (int round = 0; round < 2 && frame.isReachable(); round++) {
      frame.declare(frame.body().variable(s.variable()), Value.unknown(element.data()));
      frame.state().condition(before.condition().inside(element.data(), false));
      run(s.body());
      frame.state(State.join(State.join(frame.state(), target.continued), before.copy()));
      target.continued = null;
    }
    frame.close();
    @Nullable State end = State.join(frame.state(), target.broken);
    restoreGuard(end, before.condition().inside(element.data(), exits(s)));
    frame.state(end);
    return null;
  }

  /** A search loop: what comes after it depends on nothing having been found. */
  private static boolean exits(Stmt.ForEach s) {
    return Nodes.anyStatement(s.body(), statement -> statement instanceof Stmt.Return);
  }

  @Override
  public @Nullable Void select(Stmt.Switch s) {
    Value ignored = choose(s);
    return null;
  }

  /** Runs a switch; the value it yields. */
  Value choose(Stmt.Switch s) {
    Value selector = expressions.eval(s.selector());
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    State entry = frame.state();
    Condition inside = entry.condition().inside(selector.data(), false);
    Target target = frame.open(null, false);
    @Nullable State fallen = null;
    boolean exhausted = false;
    for (Stmt.Case branch : s.cases()) {
      Cases.Match match = Cases.match(branch, selector, frame.body());
      if (match == Cases.Match.NEVER && fallen == null) {
        continue;
      }
      State start = entry.copy();
      start.condition(inside);
      frame.state(State.join(start, fallen));
      bind(branch, selector);
      runAll(branch.body());
      fallen = branch.arrow() ? null : frame.state();
      if (branch.arrow()) {
        target.broken = State.join(target.broken, frame.state());
      }
      exhausted |= branch.isDefault() || match == Cases.Match.ALWAYS;
    }
    frame.close();
    @Nullable State past = exhausted ? null : entry;
    @Nullable State end = State.join(State.join(target.broken, fallen), past);
    restoreGuard(end, entry.condition());
    frame.state(end);
    return target.yielded;
  }

  private void bind(Stmt.Case branch, Value selector) {
    branch.patterns().forEach(pattern -> bind(pattern, selector));
    if (branch.guard() != null) {
      frame.state(conditions.split(branch.guard()).whenTrue());
    }
  }

  void bind(Pattern pattern, Value value) {
    if (pattern instanceof Pattern.OfType named && named.name() != null) {
      frame.declare(frame.body().variable(named), value.present());
    }
    if (pattern instanceof Pattern.OfRecord deconstructed) {
      deconstructed.components().forEach(part -> bind(part, Value.unknown(value.data())));
    }
  }

  @Override
  public @Nullable Void giveBack(Stmt.Return s) {
    Value value = s.value() == null ? Value.GIVEN : expressions.eval(s.value());
    frame.leave(Answers.caughtIn(frame, value));
    return null;
  }

  @Override
  public @Nullable Void raise(Stmt.Throw s) {
    Value value = expressions.eval(s.exception());
    Type type = frame.body().typeOf(s.exception());
    Throws.raise(frame, value, type.erasure(), frame.site(s.position()));
    frame.state(null);
    return null;
  }

  @Override
  public @Nullable Void attempt(Stmt.Try s) {
    tries.run(s);
    return null;
  }

  @Override
  public @Nullable Void jump(Stmt.Jump s) {
    Value value = s.value() == null ? Value.NOTHING : expressions.eval(s.value());
    @Nullable Target target = frame.target(s.label(), s.kind() == Stmt.Jump.Kind.CONTINUE);
    if (target != null && frame.isReachable()) {
      target.yielded = target.yielded.join(value);
      if (s.kind() == Stmt.Jump.Kind.CONTINUE && s.label() == null) {
        target.continued = State.join(target.continued, frame.state());
      } else {
        target.broken = State.join(target.broken, frame.state());
      }
    }
    frame.state(null);
    return null;
  }

  @Override
  public @Nullable Void labeled(Stmt.Labeled s) {
    Target target = frame.open(s.label(), false);
    run(s.statement());
    frame.close();
    frame.state(State.join(frame.state(), target.broken));
    return null;
  }
}
