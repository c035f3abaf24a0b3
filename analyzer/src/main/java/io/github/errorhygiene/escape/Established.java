package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.State.Path;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method has made sure of, about its parameters and its object, when it returns: a check
 * that throws, a question that it answers.
 *
 * @param always whenever it returns
 * @param whenTrue when it returns true
 * @param whenFalse when it returns false
 */
record Established(
    Map<Object, Sure> always, Map<Object, Sure> whenTrue, Map<Object, Sure> whenFalse) {
  static final Established NOTHING = new Established(Map.of(), Map.of(), Map.of());

  Established {
    always = Map.copyOf(always);
    whenTrue = Map.copyOf(whenTrue);
    whenFalse = Map.copyOf(whenFalse);
  }

  /** Stands for a parameter in keys. */
  record Param(int index) {}

  /**
   * What is sure of something.
   *
   * @param present it is not absent
   * @param promises what else: traits, and the lookups that find something by it
   * @param is the truth value that it has; null if it is not known
   */
  record Sure(boolean present, Dependence promises, @Nullable Boolean is) {
    private static final Sure OF_NOTHING = new Sure(false, Dependence.NONE, null);

    static Sure of(Value value) {
      boolean there =
          !value.open()
              && !value.isNothing()
              && !value.mayBeAbsent()
              && !value.alternatives().contains(Known.Constant.NULL);
      return new Sure(
          there, value.data().promises(), value.constant() instanceof Boolean truth ? truth : null);
    }

    /** Of a field that was set to a value. */
    static Sure ofSet(Value value) {
      boolean there = !value.mayBeAbsent() && !value.alternatives().contains(Known.Constant.NULL);
      return new Sure(there, value.data().promises(), null);
    }

    /** What of it is not sure of {@code before} already. */
    Sure beyond(Sure before) {
      return new Sure(
          present && !before.present,
          promises.beyond(before.promises),
          before.is == null ? is : null);
    }

    /** What is still sure of it in another form. */
    Sure ofAltered() {
      boolean some = promises.has(Trait.NOT_EMPTY);
      return new Sure(present, some ? Dependence.of(Trait.NOT_EMPTY) : Dependence.NONE, null);
    }

    Sure and(Sure other) {
      return new Sure(
          present && other.present,
          promises.shared(other.promises),
          (is != null && is.equals(other.is)) ? is : null);
    }

    boolean isNothing() {
      return equals(OF_NOTHING);
    }
  }

  /** What an evaluated method has established. */
  static Established by(Frame frame) {
    @Nullable Established handedOn = frame.handedOn();
    if (handedOn != null) {
      return handedOn;
    }
    return frame.exit() == null
        ? NOTHING
        : new Established(
            in(frame.exit(), frame), in(frame.exit(true), frame), in(frame.exit(false), frame));
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
          all.put(outside, sure);
        }
      }
    }
    return all;
  }

  /** The key with parameters in place of their variables; null if others are in it. */
  private static @Nullable Object outside(Object key, Frame frame) {
    if (key instanceof LocalSymbol local) {
      int index = frame.parameters().indexOf(local);
      return index < 0 || frame.isAssigned(local) ? null : new Param(index);
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

  /** What else is sure of a parameter when it returns true, besides that it is there. */
  Dependence ifTrue(int parameter) {
    Sure sure = whenTrue.get(new Param(parameter));
    return sure == null ? Dependence.NONE : sure.promises();
  }

  /** What both have established. */
  Established and(Established other) {
    return new Established(
        both(always, other.always),
        both(whenTrue, other.whenTrue),
        both(whenFalse, other.whenFalse));
  }

  private static Map<Object, Sure> both(Map<Object, Sure> one, Map<Object, Sure> other) {
    Map<Object, Sure> both = new HashMap<>();
    one.forEach(
        (key, sure) -> {
          Sure shared = other.containsKey(key) ? sure.and(other.get(key)) : null;
          if (shared != null && !shared.isNothing()) {
            both.put(key, shared);
          }
        });
    return both;
  }
}
