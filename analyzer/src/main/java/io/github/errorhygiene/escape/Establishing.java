package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Established.Param;
import io.github.errorhygiene.domain.Established.Sure;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.State.Path;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
}
