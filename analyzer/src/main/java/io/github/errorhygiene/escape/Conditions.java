package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Implied.How;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits control at a condition and refines what is known on either way. */
final class Conditions {
  private static final Integer ZERO = 0;

  /** Names of methods that say whether a text has a format, in whatever way they find out. */
  private static final Pattern FORMATS =
      Pattern.compile(
          "(is|are|matches|looksLike|can)\\w*(Numeric|Number|Digits?|Int|Integer|Long|Decimal|Double"
              + "|Float|Parsed?|Parsable|Parseable|U[uU][iI][dD]|Date|Format)s?");

  /** Most questions that are asked again inside each other. */
  private static final int MOST_REPEATED = 3;

  private final Engine engine;
  private final Frame frame;
  private final Expressions expressions;
  private final Refinement refinement;
  private final Guards guards;
  private int repeated;

  Conditions(Engine engine, Frame frame, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.expressions = expressions;
    this.refinement = new Refinement(frame);
    this.guards = new Guards(frame, this);
  }

  Refinement refinement() {
    return refinement;
  }

  Guards guards() {
    return guards;
  }

  Validations validations() {
    return expressions.calls().validations();
  }

  Turns turns() {
    return expressions.calls().turns();
  }

  /** The states in which a condition holds and does not; null for a way that cannot be taken. */
  record Split(@Nullable State whenTrue, @Nullable State whenFalse) {
    Split not() {
      return new Split(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  Split split(Expr condition) {
    frame.noted().asking(true);
    Split split = ask(condition);
    frame.noted().asking(false);
    return split;
  }

  private Split ask(Expr condition) {
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    if (frame.body().typeOf(condition).erasure().equals("java.lang.Boolean")) {
      expressions.calls().dereferences().unbox(condition, expressions.eval(condition));
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
    if (condition instanceof Expr.Name name) {
      return splitName(name);
    }
    return plain(expressions.eval(condition));
  }

  /** A variable that holds the answer to a question: what the answer tells is known again. */
  private Split splitName(Expr.Name name) {
    Value value = expressions.eval(name);
    Split split = plain(value);
    State here = frame.state();
    if (here == null || !(Paths.key(name, frame.body()) instanceof LocalSymbol local)) {
      return split;
    }
    @Nullable Expr question = here.source(local);
    if (question != null && repeated < MOST_REPEATED) {
      Split known = again(question, here);
      split =
          new Split(
              keep(split.whenTrue(), known.whenTrue()), keep(split.whenFalse(), known.whenFalse()));
      frame.state(here);
    }
    turns().learn(split.whenTrue(), name, How.TRUE);
    turns().learn(split.whenFalse(), name, How.FALSE);
    set(split.whenTrue(), local, Value.constant(true).withData(value.data()));
    set(split.whenFalse(), local, Value.constant(false).withData(value.data()));
    return split;
  }

  private static @Nullable State keep(@Nullable State way, @Nullable State known) {
    if (way == null || known == null) {
      return way;
    }
    known.condition(way.condition());
    return known;
  }

  private static void set(@Nullable State state, LocalSymbol variable, Value value) {
    if (state != null) {
      state.set(variable, value);
    }
  }

  /**
   * Asks once more what was asked before, for what is known afterwards: nothing is thrown again.
   *
   * @param from the state in which it is asked; changed
   */
  Split again(Expr question, State from) {
    repeated++;
    frame.state(from.copy());
    frame.openTry();
    Split split = split(question);
    SortedMap<Escape, Via> ignored = frame.closeTry();
    repeated--;
    return split;
  }

  private Split splitBinary(Expr.Binary binary) {
    return switch (binary.operator()) {
      case "&&", "&" -> both(binary.left(), binary.right());
      case "||", "|" -> either(binary.left(), binary.right());
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
  Split absent(Expr subject, Value value) {
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    Dependence on = value.absence().isNone() ? value.data().decided() : value.absence();
    State there = fork(on, false);
    refinement.sure(there, subject, value.sure());
    turns().learn(there, subject, How.THERE);
    State missing = fork(on, value.mayBeAbsent());
    turns().learn(missing, subject, How.NULL);
    @Nullable Object key = Paths.key(subject, frame.body());
    if (key != null) {
      missing.isNull(key);
    }
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

  private Split splitType(Expr.InstanceOf test) {
    Value value = expressions.eval(test.operand());
    if (!frame.isReachable()) {
      return new Split(null, null);
    }
    Type declared = frame.body().typeOf(test.operand());
    String asked = frame.body().typeOf(test.pattern()).erasure();
    boolean always = TypeTests.areAll(declared, asked, engine.program());
    Value those = matching(value, test.pattern());
    Value others =
        always && !value.mayBeAbsent() && !value.alternatives().contains(Known.Constant.NULL)
            ? Value.NOTHING
            : TypeTests.narrowed(value, asked, Certainty.YES, engine);
    boolean known = always || value.type() != null;
    Dependence on =
        known && (those.isNothing() || others.isNothing())
            ? Dependence.NONE
            : TypeTests.decided(declared, value, engine.program());
    State is = fork(on, false);
    refinement.sure(is, test.operand(), those.sure());
    State isNot = fork(on, value.mayBeAbsent());
    @Nullable Object key = Paths.key(test.operand(), frame.body());
    if (key != null) {
      isNot.set(key, others);
    }
    frame.state(is);
    expressions.statements().switches().bind(test.pattern(), those);
    if (test.pattern() instanceof io.github.errorhygiene.unit.Pattern.OfType named
        && named.name() != null) {
      expressions.statements().setFrom(frame.body().variable(named), test.operand());
    }
    return new Split(those.isNothing() ? null : frame.state(), others.isNothing() ? null : isNot);
  }

  /** What of a value a pattern may match. */
  Value matching(Value value, io.github.errorhygiene.unit.Pattern pattern) {
    String type = frame.body().typeOf(pattern).erasure();
    Value those = TypeTests.narrowed(value, type, Certainty.NO, engine);
    return those.withData(those.data().without(Trait.ANY_EXCEPTION));
  }

  /** Whether the value matches the pattern, whatever it is. */
  Certainty isOf(Value value, io.github.errorhygiene.unit.Pattern pattern) {
    return TypeTests.isOf(value, frame.body().typeOf(pattern).erasure(), engine);
  }

  private Split splitCall(Expr.Call call) {
    Value value = PeerStatus.compared(call, expressions.eval(call));
    List<Guard> guards = expressions.calls().guards(call);
    boolean asksForNothing = guards.stream().anyMatch(Conditions::asksForNothing);
    Split split = plain(value, asksForNothing, !asksForNothing);
    turns().askedOfAll(split, call);
    if (split.whenTrue() == null || split.whenFalse() == null) {
      return split;
    }
    for (Guard guard : guards) {
      boolean yes = guard.holds() == Guard.Holds.TRUE;
      if (yes || guard.holds() == Guard.Holds.FALSE) {
        this.guards.makeSure(yes ? split.whenTrue() : split.whenFalse(), call, guard);
        this.guards.makeUnsure(yes ? split.whenFalse() : split.whenTrue(), call, guard);
        decide(split, call, guard);
      }
    }
    Measured.asked(call, guards, split, frame, engine.program());
    turns().asked(split, call);
    this.guards.missing(split.whenFalse(), call);
    if (FORMATS.matcher(call.name()).matches() && !call.arguments().isEmpty()) {
      parsable(split.whenTrue(), call.arguments().get(0));
    }
    Equalities.learn(split.whenTrue(), call, frame, refinement);
    Established established = expressions.calls().established(call);
    this.guards.inform(split.whenTrue(), call, established.whenTrue());
    this.guards.inform(split.whenFalse(), call, established.whenFalse());
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
    Value value = PeerStatus.compared(binary, expressions.eval(binary));
    boolean withZero = binary.right() instanceof Expr.Literal right && ZERO.equals(right.value());
    Split split =
        switch (binary.operator()) {
          case "==", "<=" -> plain(value, withZero, false);
          case "!=", ">" -> plain(value, false, withZero);
          default -> plain(value, false, false);
        };
    Measured.compared(binary, split, frame);
    @Nullable Counts counts = Counts.of(binary, frame, expressions);
    if (counts != null) {
      counts.learn(split, frame, validations());
    }
    Bounds.of(binary, frame.body())
        .ifPresent(bounds -> bounds.keep(split.whenTrue(), split.whenFalse()));
    return split;
  }

  /** Both ways of a guard depend on whether its subject is there. */
  private void decide(Split split, Expr.Call call, Guard guard) {
    @Nullable Expr subject = Guards.subject(call, guard);
    @Nullable Object key = subject == null ? null : Paths.key(subject, frame.body());
    Value value = key == null ? Value.NOTHING : frame.get(key, Value.NOTHING);
    boolean found =
        subject != null
            && guard.that() == Guard.That.NOT_EMPTY
            && Emptiness.isOfFound(value, frame.body().typeOf(subject), engine.program());
    if (!found && !value.mayBeAbsent()) {
      return;
    }
    Dependence on = value.mayBeAbsent() ? value.absence() : value.data().decided();
    State sure = guard.holds() == Guard.Holds.TRUE ? split.whenTrue() : split.whenFalse();
    for (@Nullable State state : new State[] {split.whenTrue(), split.whenFalse()}) {
      if (state != null) {
        state.condition(state.condition().inside(on, state != sure));
      }
    }
  }

  private void parsable(@Nullable State state, Expr text) {
    @Nullable Object key = Paths.key(text, frame.body());
    if (state != null && key != null) {
      Refinement.parsable(state, key);
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
    boolean absence = value.mayBeAbsent() && !value.absence().has(Trait.LEFT_OUT);
    return new Split(fork(on, absence && trueIfAbsent), fork(on, absence && falseIfAbsent));
  }
}
