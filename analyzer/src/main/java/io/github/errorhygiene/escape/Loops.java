package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Attempts;
import io.github.errorhygiene.library.Elements;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the loops of one frame: the body twice, so that it meets what it left behind itself.
 */
final class Loops {
  /** Loops nested deeper run their bodies once: else the work would double with each. */
  private static final int MOST_NESTED = 3;

  private final Frame frame;
  private final Statements statements;
  private final Expressions expressions;

  Loops(Frame frame, Statements statements, Expressions expressions) {
    this.frame = frame;
    this.statements = statements;
    this.expressions = expressions;
  }

  void run(Stmt.Loop s, @Nullable String label) {
    statements.runAll(s.initializers());
    Condition before = frame.condition();
    Target target = frame.targets().open(label, s, frame.condition());
    @Nullable State out = null;
    int rounds = rounds();
    for (int round = 0; round < rounds && frame.isReachable(); round++) {
      State entry = Objects.requireNonNull(frame.state()).copy();
      if (s.condition() != null && !(s.bodyFirst() && round == 0)) {
        out = State.join(out, ask(s.condition()));
      }
      statements.run(s.body());
      goOn(target);
      s.updates().forEach(expressions::discard);
      if (frame.isReachable()) {
        frame.state(State.join(entry, frame.state()));
      }
    }
    if (s.condition() != null && frame.isReachable()) {
      out = State.join(out, ask(s.condition()));
    }
    frame.targets().close();
    finish(out, target, before, Attempts.in(s.body()));
  }

  private int rounds() {
    return frame.targets().loops() > MOST_NESTED ? 1 : 2;
  }

  /** Goes on where the condition holds; the state where it does not. */
  private @Nullable State ask(Expr condition) {
    Conditions.Split split = expressions.conditions().split(condition);
    frame.state(split.whenTrue());
    return split.whenFalse();
  }

  private void goOn(Target target) {
    frame.state(State.join(frame.state(), target.continued));
    target.continued = null;
  }

  void run(Stmt.ForEach s, @Nullable String label) {
    Value elements = expressions.eval(s.iterable());
    expressions.calls().dereference(s.iterable(), elements, s.iterable().position());
    if (!frame.isReachable()) {
      return;
    }
    State before = Objects.requireNonNull(frame.state()).copy();
    Dependence element = Elements.of(elements.data());
    Target target = frame.targets().open(label, s, frame.condition());
    int rounds = rounds();
    Dependence sure = Dependence.NONE;
    for (int round = 0; round < rounds && frame.isReachable(); round++) {
      frame.declare(frame.body().variable(s.variable()), Value.unknown(element));
      frame.state().condition(before.condition().inside(elements.data().decided(), false));
      statements.run(s.body());
      goOn(target);
      sure = each(s, element);
      frame.state(State.join(frame.state(), before.copy()));
    }
    frame.targets().close();
    if (target.broken == null && frame.state() != null) {
      ofAll(s, sure);
    }
    finish(frame.state(), target, before.condition(), Attempts.in(s.body()));
  }

  /** What a round has made sure of about its element. */
  private Dependence each(Stmt.ForEach s, Dependence before) {
    Value element = frame.get(frame.body().variable(s.variable()), Value.NOTHING);
    return frame.isAssigned(frame.body().variable(s.variable()))
        ? Dependence.NONE
        : element.data().promises().beyond(before.promises());
  }

  /** What each round has made sure of is sure of all elements. */
  private void ofAll(Stmt.ForEach s, Dependence sure) {
    @Nullable Object all = Paths.key(s.iterable(), frame.body());
    if (all != null && frame.state() != null) {
      Refinement.promise(frame.state(), all, Elements.promised(sure));
    }
  }

  /**
   * What comes after a loop that can be left from inside depends on what decides that: nothing was
   * found. After attempts each of which failed nobody knows what it depends on.
   */
  private void finish(@Nullable State out, Target target, Condition before, boolean attempts) {
    if (target.broken != null) {
      Dependence on = target.leftOn.and(target.broken.condition().since(before));
      State.searched(out, target.broken, on);
    }
    @Nullable State end = State.join(out, target.broken);
    if (end != null) {
      boolean left = !target.leftOn.isNone();
      Dependence on = left && attempts ? Dependence.UNKNOWN : target.leftOn;
      end.condition(before.inside(on, target.returns && left && !attempts));
    }
    frame.state(end);
  }
}
