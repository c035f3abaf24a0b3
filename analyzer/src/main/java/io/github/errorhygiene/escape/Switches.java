package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
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
    boolean takesNull = s.cases().stream().anyMatch(Switches::takesNull);
    Conditions.Split split = takesNull ? askForNull(s, selector) : dereferenced(s, selector);
    if (!frame.isReachable()) {
      return Value.NOTHING;
    }
    Condition before = frame.condition();
    Target target =
        frame
            .targets()
            .open(null, yields ? Target.Kind.SWITCH_EXPRESSION : Target.Kind.SWITCH, before);
    Cases cases =
        new Cases(
            engine, frame.body(), s, takesNull ? selector.present() : selector, expressions::eval);
    @Nullable State fallen = null;
    for (Stmt.Case branch : s.cases()) {
      fallen = run(branch, cases, split, fallen, target);
    }
    frame.targets().close();
    frame.state(split.whenFalse());
    boolean exhaustive = yields || takesNull || cases.areExhaustive();
    @Nullable State entry = split.whenFalse();
    @Nullable State past = exhaustive || entry == null ? null : entry.copy();
    finish(State.join(State.join(target.broken, fallen), past), target, before);
    return target.yielded;
  }

  /** {@code case null}: without one, a switch over null throws (JLS 14.11.3). */
  private static boolean takesNull(Stmt.Case branch) {
    return branch.labels().stream().anyMatch(Conditions::isNull);
  }

  /** The states in which the selector is null, and is not. */
  private Conditions.Split askForNull(Stmt.Switch s, Value selector) {
    return expressions.conditions().absent(s.selector(), selector);
  }

  private Conditions.Split dereferenced(Stmt.Switch s, Value selector) {
    expressions.calls().dereference(s.selector(), selector, s.selector().position());
    return new Conditions.Split(null, frame.state());
  }

  /** Runs one case; the state that falls through to the next. */
  private @Nullable State run(
      Stmt.Case branch,
      Cases cases,
      Conditions.Split split,
      @Nullable State fallen,
      Target target) {
    frame.state(split.whenFalse()); // in which labels have their values
    @Nullable State missing = takesNull(branch) ? copied(split.whenTrue()) : null;
    @Nullable State chosen = cases.isPossible(branch) ? copied(split.whenFalse()) : null;
    if (chosen != null) {
      Dependence on = cases.selector().data().without(Trait.PEER_STATUS);
      chosen.condition(chosen.condition().inside(on, false));
    }
    @Nullable State start = State.join(missing, chosen);
    if (start == null && fallen == null) {
      return null;
    }
    if (start != null) {
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

  private static @Nullable State copied(@Nullable State state) {
    return state == null ? null : state.copy();
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
