package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits control at a condition and refines what is known on either way. */
final class Conditions {
  private static final Integer ZERO = 0;

  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;

  Conditions(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
  }

  /** The states in which a condition holds and does not; null for a way that cannot be taken. */
  record Split(@Nullable State whenTrue, @Nullable State whenFalse) {
    Split not() {
      return new Split(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  Split split(Expr condition) {
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    if (condition instanceof Expr.Unary unary && unary.operator().equals("!")) {
      return split(unary.operand()).not();
    }
    if (condition instanceof Expr.Binary binary) {
      return splitBinary(binary);
    }
    if (condition instanceof Expr.InstanceOf test) {
      return splitType(test);
    }
    if (condition instanceof Expr.Call call) {
      return splitCall(call);
    }
    return plain(expressions.eval(condition));
  }

  private Split splitBinary(Expr.Binary binary) {
    return switch (binary.operator()) {
      case "&&" -> both(binary.left(), binary.right());
      case "||" -> either(binary.left(), binary.right());
      case "==", "!=" -> splitEquality(binary);
      default -> compared(binary);
    };
  }

  private Split both(Expr left, Expr right) {
    Split first = split(left);
    frame.state(first.whenTrue());
    Split second = split(right);
    return new Split(second.whenTrue(), State.join(first.whenFalse(), second.whenFalse()));
  }

  private Split either(Expr left, Expr right) {
    Split first = split(left);
    frame.state(first.whenFalse());
    Split second = split(right);
    return new Split(State.join(first.whenTrue(), second.whenTrue()), second.whenFalse());
  }

  private Split splitEquality(Expr.Binary binary) {
    @Nullable Expr tested =
        isNull(binary.right()) ? binary.left() : isNull(binary.left()) ? binary.right() : null;
    if (tested == null) {
      return compared(binary);
    }
    Value value = expressions.eval(tested);
    Split split = absent(tested, value);
    return binary.operator().equals("==") ? split : split.not();
  }

  static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() == null;
  }

  /** Holds when {@code subject} is absent; on the other way it is known to be there. */
  private Split absent(Expr subject, Value value) {
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    Dependence on = value.absence().isNone() ? value.data() : value.absence();
    State there = fork(on, false);
    refine(there, subject, value.sure());
    State missing = fork(on, value.mayBeAbsent());
    boolean never =
        !value.open()
            && !value.mayBeAbsent()
            && !value.alternatives().contains(Known.Constant.NULL);
    return new Split(never ? null : missing, value.isNull() ? null : there);
  }

  private State fork(Dependence on, boolean absence) {
    State forked = Objects.requireNonNull(frame.state()).copy();
    forked.condition(forked.condition().inside(on, absence));
    return forked;
  }

  private void refine(State state, Expr subject, Value value) {
    @Nullable Object key = Paths.key(subject, frame.body());
    if (key != null) {
      state.set(key, value);
    }
  }

  private Split splitType(Expr.InstanceOf test) {
    Value value = expressions.eval(test.operand());
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    Value those = narrowed(value, test.pattern(), Certainty.NO);
    Value others = narrowed(value, test.pattern(), Certainty.YES);
    State is = fork(value.data(), false);
    refine(is, test.operand(), those.sure());
    State isNot = fork(value.data(), value.mayBeAbsent());
    refine(isNot, test.operand(), others);
    frame.state(is);
    expressions.statements().switches().bind(test.pattern(), those);
    return new Split(those.isNothing() ? null : frame.state(), others.isNothing() ? null : isNot);
  }

  /** What of a value a pattern may match. */
  Value matching(Value value, Pattern pattern) {
    return narrowed(value, pattern, Certainty.NO);
  }

  /**
   * The value without the alternatives for which the answer to the type test is {@code excluded}.
   */
  private Value narrowed(Value value, Pattern pattern, Certainty excluded) {
    String type = frame.body().typeOf(pattern).erasure();
    Set<Known> kept = new LinkedHashSet<>();
    for (Known known : value.alternatives()) {
      if (isOf(known, type) != excluded) {
        kept.add(known);
      }
    }
    return new Value(kept, value.open(), value.data(), value.absence(), value.failures());
  }

  private Certainty isOf(Known known, String type) {
    if (known instanceof Known.Caught caught) {
      return engine.catches(type, caught.escape());
    }
    if (known instanceof Known.Instance instance) {
      return engine.program().isSubtype(instance.type(), type);
    }
    return Certainty.UNKNOWN;
  }

  private Split splitCall(Expr.Call call) {
    Value value = expressions.eval(call);
    List<Guard> guards = expressions.calls().guards(call);
    boolean asksForNothing = guards.stream().anyMatch(Conditions::asksForNothing);
    Split split = plain(value, asksForNothing, !asksForNothing);
    if (split.whenTrue() == null || split.whenFalse() == null) {
      return split;
    }
    for (Guard guard : guards) {
      State sure = guard.holds() == Guard.Holds.TRUE ? split.whenTrue() : split.whenFalse();
      if (guard.holds() != Guard.Holds.RETURN) {
        makeSure(sure, call, guard);
        decide(split, call, guard);
      }
    }
    return split;
  }

  /** A question such as {@code isEmpty}, to which yes means that nothing is there. */
  private static boolean asksForNothing(Guard guard) {
    return guard.holds() == Guard.Holds.FALSE && guard.that() != Guard.That.PARSABLE;
  }

  /**
   * A comparison. Of what was counted or asked before it is known only for zero which way means
   * that nothing was found.
   */
  private Split compared(Expr.Binary binary) {
    Value value = expressions.eval(binary);
    boolean withZero = binary.right() instanceof Expr.Literal right && ZERO.equals(right.value());
    return switch (binary.operator()) {
      case "==", "<=" -> plain(value, withZero, false);
      case "!=", ">" -> plain(value, false, withZero);
      default -> plain(value, false, false);
    };
  }

  /** Both ways of a guard depend on whether its subject is there. */
  private void decide(Split split, Expr.Call call, Guard guard) {
    @Nullable Expr subject = subject(call, guard);
    @Nullable Object key = subject == null ? null : Paths.key(subject, frame.body());
    Value value = key == null ? Value.NOTHING : frame.get(key, Value.NOTHING);
    if (!value.mayBeAbsent()) {
      return;
    }
    State sure = guard.holds() == Guard.Holds.TRUE ? split.whenTrue() : split.whenFalse();
    for (@Nullable State state : new State[] {split.whenTrue(), split.whenFalse()}) {
      if (state != null) {
        state.condition(state.condition().inside(value.absence(), state != sure));
      }
    }
  }

  private static @Nullable Expr subject(Expr.Call call, Guard guard) {
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
    @Nullable Object key = subject == null ? null : Paths.key(subject, frame.body());
    if (key == null) {
      return;
    }
    Value known = state.get(key);
    Value value = known == null ? Value.unknown(Dependence.NONE) : known;
    switch (guard.that()) {
      case PRESENT -> state.set(key, value.sure());
      case PARSABLE -> state.set(key, value.dependingOn(Dependence.of(Dependence.Trait.CHECKED)));
      case CONTAINED -> state.set(Paths.contents(key), Value.GIVEN);
    }
  }

  /** A question to which yes means, if it is about something looked up, that it is there. */
  private Split plain(Value value) {
    return plain(value, false, true);
  }

  private Split plain(Value value, boolean trueIfAbsent, boolean falseIfAbsent) {
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    if (value.constant() instanceof Boolean holds) {
      return holds ? new Split(frame.state(), null) : new Split(null, frame.state());
    }
    Dependence on = value.data().and(value.absence());
    boolean absence = value.mayBeAbsent();
    return new Split(fork(on, absence && trueIfAbsent), fork(on, absence && falseIfAbsent));
  }
}
