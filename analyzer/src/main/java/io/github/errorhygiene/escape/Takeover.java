package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes over into a frame what the methods do that are called there. */
final class Takeover {
  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;
  private Established last = Established.NOTHING;
  private Map<Integer, Value> changed = Map.of();

  Takeover(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
  }

  /** What the method that ran last has made sure of. */
  Established last() {
    return last;
  }

  /** What the method that ran last left of objects that it was given, by their number. */
  Map<Integer, Value> changed() {
    return changed;
  }

  /** No method has run yet. */
  void forget() {
    last = Established.NOTHING;
    changed = Map.of();
  }

  /** Takes over what a called method does. */
  Value apply(Summary summary, Value self, Site here, @Nullable Expr holder) {
    Condition condition = frame.condition();
    Occasions occasions = new Occasions(engine, frame);
    TypeSymbol owner = summary.method().owner();
    boolean inside = frame.method().startsWith(owner.name().replace('$', '.') + "#");
    for (Escape escape : summary.escapes()) {
      Escape left = inside ? escape : engine.exceptions().seenOutside(owner, escape);
      for (Escape seen : occasions.of(left)) {
        frame.raise(seen.under(condition), new Via(here, summary, escape));
      }
    }
    frame.noted().from(summary, here);
    Value taken = result(summary);
    Value given = taken.failingOnly(taken.failures().from(summary, here, condition));
    Value result = RequestIdSources.told(summary.method(), given, engine.catalogue().requestIds());
    last = summary.established();
    changed = summary.given();
    boolean object = !self.instances().isEmpty() || self.data().varies();
    boolean other = object && !summary.self().equals(self);
    if (other && !summary.self().isNothing()) {
      keepSelf(holder, summary.self());
    }
    return result;
  }

  /** Takes over what a summary says, except of what it throws. */
  Value result(Summary summary) {
    summary.registrations().forEach(frame::register);
    if (summary.returned().isNothing()) {
      if (summary.ways().isEmpty()) {
        frame.diverge();
      }
      frame.state(null);
      return Value.NOTHING;
    }
    if (!summary.answer().isNothing() && !ClauseAnswers.isTooLate(frame)) {
      Value before = frame.get(State.ANSWER, Value.NOTHING);
      Value after = Answers.after(before, summary.answer());
      frame.set(State.ANSWER, ClauseAnswers.respondedIn(frame, after));
    }
    if (!summary.passedOn().isNothing()) {
      frame.passedOn(summary.passedOn());
    }
    frame.log(summary.logs());
    return summary.returned();
  }

  private void keepSelf(@Nullable Expr holder, Value self) {
    if (holder == null || holder instanceof Expr.This) {
      keepOwn(self);
    } else {
      expressions.write(holder, self);
    }
  }

  /** {@code self} may also be an object around this one. */
  private void keepOwn(Value self) {
    Value own = frame.get(State.SELF, Value.GIVEN);
    boolean same =
        own.instances().stream()
            .map(Instance::type)
            .toList()
            .equals(self.instances().stream().map(Instance::type).toList());
    if (same) {
      frame.set(State.SELF, self);
    }
  }
}
