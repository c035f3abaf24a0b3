package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Stmt;
import org.jspecify.annotations.Nullable;

/** Evaluates the switches of one frame. */
final class Switches {
  private final Engine engine;
  private final Frame frame;
  private final Statements statements;
  private final Expressions expressions;

  Switches(Engine engine, Frame frame, Statements statements, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.statements = statements;
    this.expressions = expressions;
  }

  /** Runs a switch; the value it yields. */
  Value run(Stmt.Switch s, boolean yields) {
    Value selector = expressions.eval(s.selector());
    expressions.calls().dereference(s.selector(), selector, s.selector().position());
    State entry = frame.state();
    if (entry == null) {
      return Value.NOTHING;
    }
    Target target =
        frame
            .targets()
            .open(
                null,
                yields ? Target.Kind.SWITCH_EXPRESSION : Target.Kind.SWITCH,
                frame.condition());
    Cases cases = new Cases(engine, frame.body(), s, selector, expressions::eval);
    @Nullable State fallen = null;
    for (Stmt.Case branch : s.cases()) {
      fallen = run(branch, cases, entry, fallen, target);
    }
    frame.targets().close();
    @Nullable State past = yields || cases.areExhaustive() ? null : entry.copy();
    finish(State.join(State.join(target.broken, fallen), past), target, entry.condition());
    return target.yielded;
  }

  /** Runs one case; the state that falls through to the next. */
  private @Nullable State run(
      Stmt.Case branch, Cases cases, State entry, @Nullable State fallen, Target target) {
    boolean possible = cases.isPossible(branch);
    if (!possible && fallen == null) {
      return null;
    }
    if (possible) {
      State start = entry.copy();
      start.condition(
          entry.condition().inside(cases.selector().data().without(Trait.PEER_STATUS), false));
      frame.state(start);
      branch.patterns().forEach(pattern -> bind(pattern, cases.selector()));
      guard(branch);
      frame.state(State.join(frame.state(), fallen));
    } else {
      frame.state(fallen);
    }
    statements.runAll(branch.body());
    if (!branch.arrow()) {
      return frame.state();
    }
    target.broken = State.join(target.broken, frame.state());
    return null;
  }

  private void guard(Stmt.Case branch) {
    if (branch.guard() != null) {
      frame.state(expressions.conditions().split(branch.guard()).whenTrue());
    }
  }

  void bind(Pattern pattern, Value value) {
    if (pattern instanceof Pattern.OfType named && named.name() != null) {
      Value those = expressions.conditions().matching(value, pattern);
      frame.declare(frame.body().variable(named), those.present());
    }
    if (pattern instanceof Pattern.OfRecord deconstructed) {
      deconstructed.components().forEach(part -> bind(part, Value.unknown(value.data())));
    }
  }

  /** If a case leaves the method, what comes after depends on which case it was. */
  private void finish(@Nullable State end, Target target, Condition before) {
    if (end != null) {
      end.condition(before.inside(target.leftOn, false));
    }
    frame.state(end);
  }
}
