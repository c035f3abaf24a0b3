package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Established.Param;
import io.github.errorhygiene.domain.Established.Sure;
import io.github.errorhygiene.domain.Implied.Turn;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from its frame what a method has made sure of, and what that is in its caller's words. */
final class Establishing {
  private Establishing() {}

  /** What an evaluated method has established. */
  static Established by(Frame frame) {
    @Nullable Established handedOn = frame.handedOn();
    if (handedOn != null) {
      return handedOn;
    }
    return frame.exit() == null
        ? Established.NOTHING
        : new Established(
            in(frame.exit(), frame),
            in(frame.exit(true), frame),
            in(frame.exit(false), frame),
            implied(frame.exit(), frame),
            filled(frame.exit(), frame));
  }

  private static Map<Turn, Map<Object, Sure>> implied(State exit, Frame frame) {
    Map<Turn, Map<Object, Sure>> all = new HashMap<>();
    exit.implied()
        .facts()
        .forEach(
            (turn, facts) -> {
              @Nullable Object of = outside(turn.of(), frame);
              Map<Object, Sure> told = of == null ? Map.of() : outside(facts, frame);
              if (of != null && !told.isEmpty()) {
                all.put(new Turn(of, turn.how()), told);
              }
            });
    return all;
  }

  private static Map<Object, Sure> outside(Map<Object, Sure> facts, Frame frame) {
    Map<Object, Sure> told = new HashMap<>();
    facts.forEach(
        (key, sure) -> {
          @Nullable Object outside = outside(key, frame);
          if (outside != null) {
            told.put(outside, sure);
          }
        });
    return told;
  }

  private static Set<Object> filled(State exit, Frame frame) {
    Set<Object> all = new HashSet<>();
    for (Object key : exit.implied().filled()) {
      @Nullable Object outside = outside(key, frame);
      if (outside != null) {
        all.add(outside);
      }
    }
    return all;
  }

  private static Map<Object, Sure> in(@Nullable State state, Frame frame) {
    Map<Object, Sure> all = new HashMap<>();
    if (state == null) {
      return all;
    }
    for (Object key : state.keys()) {
      boolean told = key instanceof LocalSymbol || key instanceof Path;
      @Nullable Object outside = told ? outside(key, frame) : null;
      Value value = state.get(key);
      if (outside != null && value != null) {
        Sure sure =
            frame.isAssigned(key)
                ? Sure.ofSet(value)
                : Sure.of(value).beyond(Sure.of(frame.entry(key)));
        sure = frame.isAltered(key) ? sure.ofAltered() : sure;
        if (!sure.isNothing()) {
          all.merge(outside, sure, Sure::or);
        }
      }
    }
    return all;
  }

  /** The key with parameters in place of their variables; null if others are in it. */
  private static @Nullable Object outside(Object key, Frame frame) {
    if (key instanceof LocalSymbol local) {
      int index = frame.parameters().indexOf(local);
      @Nullable Object same = index < 0 ? alias(local, frame) : null;
      boolean given = index >= 0 && !frame.isAssigned(local);
      return given ? new Param(index) : same == null ? null : outside(same, frame);
    }
    if (!(key instanceof Path path)) {
      return key;
    }
    @Nullable Object target = frame.isAltered(path.target()) ? null : outside(path.target(), frame);
    List<Object> arguments = new ArrayList<>();
    for (Object argument : path.arguments()) {
      @Nullable Object replaced = frame.isAltered(argument) ? null : outside(argument, frame);
      if (replaced == null) {
        return null;
      }
      arguments.add(replaced);
    }
    return Paths.below(target, path.step(), arguments, path.lookup());
  }

  /** {@code Order order = (Order) target}: the parameter that a variable is another name of. */
  private static @Nullable Object alias(LocalSymbol local, Frame frame) {
    @Nullable Expr source = frame.exit() == null ? null : frame.exit().source(local);
    if (!(source instanceof Expr.Cast || source instanceof Expr.Name)) {
      return null;
    }
    @Nullable Object key = Paths.key(source, frame.body());
    return key instanceof LocalSymbol given && frame.parameters().contains(given) ? key : null;
  }

  /**
   * The key in the frame of a caller.
   *
   * @return null if what is passed has no key there
   */
  static @Nullable Object inside(Object outside, Expr.Call call, Body body) {
    if (outside instanceof Param param) {
      boolean passed = param.index() < call.arguments().size();
      return passed ? Paths.argument(call.arguments().get(param.index()), body) : null;
    }
    if (outside.equals(State.SELF)) {
      return call.receiver() == null ? State.SELF : Paths.key(call.receiver(), body);
    }
    if (!(outside instanceof Path path)) {
      return outside;
    }
    List<Object> arguments = new ArrayList<>();
    for (Object argument : path.arguments()) {
      @Nullable Object replaced = inside(argument, call, body);
      if (replaced == null) {
        return null;
      }
      arguments.add(replaced);
    }
    @Nullable Object target = inside(path.target(), call, body);
    return Paths.below(target, path.step(), arguments, path.lookup());
  }
}
