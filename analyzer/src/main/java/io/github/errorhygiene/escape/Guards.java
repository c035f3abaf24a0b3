package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Established.Sure;
import io.github.errorhygiene.domain.Implied.How;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.unit.Expr;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records what calls make sure of: guards of libraries, and checks of the program's own. */
final class Guards {
  private final Frame frame;
  private final Conditions conditions;

  Guards(Frame frame, Conditions conditions) {
    this.frame = frame;
    this.conditions = conditions;
  }

  /** What a guard is about; null if the call has no such argument. */
  static @Nullable Expr subject(Expr.Call call, Guard guard) {
    if (guard.argument() == Guard.RECEIVER) {
      return call.receiver();
    }
    return guard.argument() < call.arguments().size()
        ? call.arguments().get(guard.argument())
        : null;
  }

  /** Records in {@code state} what a guard is sure of. */
  void makeSure(State state, Expr.Call call, Guard guard) {
    @Nullable Expr subject = subject(call, guard);
    if (subject != null && guard.that() == Guard.That.TRUE) {
      answered(state, subject, true);
      return;
    }
    @Nullable Object key = subject == null ? null : Paths.key(subject, frame.body());
    @Nullable Value known = key == null ? null : Refinement.known(state, key);
    if (subject == null || key == null || known == null) {
      return;
    }
    if (guard.that() == Guard.That.PRESENT || guard.that() == Guard.That.NOT_EMPTY) {
      conditions.turns().learn(state, subject, How.THERE);
    }
    switch (guard.that()) {
      case PRESENT -> conditions.refinement().sure(state, subject, known.sure());
      case NOT_EMPTY -> {
        conditions.refinement().sure(state, subject, known.sure());
        Refinement.notEmpty(state, key);
        if (Emptiness.asksForBlanks(call.name())) {
          Refinement.promise(state, key, Dependence.of(Trait.NOT_BLANK));
        }
      }
      case PARSABLE -> Refinement.parsable(state, key);
      case VALID -> conditions.validations().none(state, subject);
      case EXISTS -> Refinement.promise(state, key, Dependence.of(Trait.VOUCHED));
      case CONTAINED -> {
        contained(state, call, guard, key);
        keyOf(state, call, subject);
      }
      case TRUE -> {}
    }
  }

  /** Records in {@code state} what follows if a guard's question is answered the other way. */
  void makeUnsure(State state, Expr.Call call, Guard guard) {
    @Nullable Expr subject = subject(call, guard);
    @Nullable Object key = subject == null ? null : Paths.key(subject, frame.body());
    if (key != null && guard.that() == Guard.That.PRESENT) {
      state.isNull(key);
    }
    if (guard.that() == Guard.That.NOT_EMPTY || guard.that() == Guard.That.PRESENT) {
      conditions.validations().none(state, subject);
      conditions.turns().learn(state, subject, How.NULL);
    }
  }

  /** Something stored has that as its key, or a map or collection contains what it is asked for. */
  private void contained(State state, Expr.Call call, Guard guard, Object key) {
    String lookup = Paths.lookup(call, frame.body());
    if (guard.argument() == Guard.RECEIVER || lookup.isEmpty()) {
      state.set(Paths.contents(key), Value.GIVEN);
      contained(state, call, key);
      known(state, call, key);
      if (!lookup.isEmpty()) {
        existing(state, call, lookup);
      }
    } else if (Lookup.isExistence(lookup)) {
      existing(state, call, lookup);
    } else {
      Refinement.found(state, key, Lookup.argument(lookup, guard.argument()));
    }
  }

  /** {@code map.keySet().contains(key)} is asked of the map. */
  private void keyOf(State state, Expr.Call call, Expr subject) {
    @Nullable Expr map =
        subject instanceof Expr.Call keys && keys.name().equals("keySet") ? keys.receiver() : null;
    @Nullable Object key = map == null ? null : Paths.key(map, frame.body());
    if (key != null) {
      state.set(Paths.contents(key), Value.GIVEN);
      contained(state, call, key);
    }
  }

  /** What is among the texts that the program, or its store, knows has the form that those have. */
  private void known(State state, Expr.Call call, Object holder) {
    @Nullable Object asked =
        call.arguments().size() == 1 ? Paths.key(call.arguments().get(0), frame.body()) : null;
    Value held = Objects.requireNonNullElse(state.get(holder), Value.GIVEN);
    if (asked != null && !held.data().on(Cause.REQUEST)) {
      Refinement.parsable(state, asked);
    }
  }

  private void existing(State state, Expr.Call call, String lookup) {
    for (int i = 0; i < call.arguments().size(); i++) {
      @Nullable Object key = Paths.key(call.arguments().get(i), frame.body());
      if (key != null) {
        Refinement.found(state, key, Lookup.argument(lookup, i));
      }
    }
  }

  /** {@code json.path(name).isMissingNode()}: what is not missing is there, see Jackson's trees. */
  void missing(@Nullable State state, Expr.Call call) {
    if (state != null
        && call.name().equals("isMissingNode")
        && call.receiver() instanceof Expr.Call path
        && path.receiver() != null
        && path.name().equals("path")) {
      @Nullable Object tree = Paths.key(path.receiver(), frame.body());
      if (tree != null) {
        contained(state, path, tree);
      }
    }
  }

  /**
   * It is sure of the very key too, so that putting it in where it is not is as good. Of that alone
   * a method that asks tells its callers.
   */
  private void contained(State state, Expr.Call call, Object map) {
    @Nullable Object asked =
        call.arguments().size() == 1 ? Paths.argument(call.arguments().get(0), frame.body()) : null;
    if (asked != null) {
      state.set(Paths.contents(map, asked), Value.GIVEN.sure());
    }
  }

  /** Takes over what a called method made sure of. */
  void inform(@Nullable State state, Expr.Call call, Map<Object, Sure> established) {
    if (state != null) {
      established.forEach((key, sure) -> inform(state, call, key, sure));
    }
  }

  private void inform(State state, Expr.Call call, Object outside, Sure sure) {
    @Nullable Object key = Establishing.inside(outside, call, frame.body());
    @Nullable Value known = key == null ? null : Refinement.known(state, key);
    if (outside instanceof Established.Param param && sure.is() != null) {
      answered(state, call.arguments().get(param.index()), sure.is());
    }
    if (key == null || known == null) {
      return;
    }
    if (sure.present() && outside instanceof Established.Param param) {
      conditions.refinement().sure(state, call.arguments().get(param.index()), known.sure());
    } else if (sure.present()) {
      state.set(key, known.sure());
      Parts.note(state, key);
    }
    Refinement.promise(state, key, sure.promises());
    if (sure.promises().has(Dependence.Trait.VALID) && outside instanceof Established.Param param) {
      conditions.validations().valid(state, key);
      conditions.validations().none(state, call.arguments().get(param.index()));
    }
  }

  /** The answer to a question that was passed on is known now. */
  void answered(State state, Expr question, boolean truth) {
    State now = frame.state();
    Conditions.Split split = conditions.again(question, state);
    @Nullable State known = truth ? split.whenTrue() : split.whenFalse();
    frame.state(now);
    if (known != null) {
      state.learn(known);
    }
  }
}
