package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Functions that are given the same once more. {@code Currency.of(text)} that has returned for a
 * text will return for it again, in a constraint as well as in the handler after it: what it
 * refuses of what it is given it has refused before.
 */
final class Again {
  private static final String PREFIX = "again ";

  /** What may have changed since. */
  private static final Set<Cause> CHANGING =
      EnumSet.of(Cause.CONFIGURATION, Cause.STATE, Cause.UPSTREAM);

  private Again() {}

  /** Evaluates a call; what the same function has not refused before is not refused now. */
  static Value run(MethodSymbol method, List<Value> arguments, Frame frame, Supplier<Value> call) {
    if (!wasGiven(method, arguments)) {
      return call.get();
    }
    frame.openTry();
    Value result = call.get();
    for (Map.Entry<Escape, Via> raised : frame.closeTry().entrySet()) {
      if (CHANGING.contains(raised.getKey().cause())) {
        frame.raise(raised.getKey(), raised.getValue());
      }
    }
    return result;
  }

  /** Notes that the function has returned for what it was given. */
  static void note(State state, Expr.Call call, MethodSymbol method, Frame frame) {
    for (int i = 0; isFunction(method) && i < call.arguments().size(); i++) {
      @Nullable Object key = Paths.key(call.arguments().get(i), frame.body());
      if (key != null) {
        Refinement.promise(state, key, Dependence.NONE.foundBy(Set.of(promise(method, i))));
      }
    }
  }

  /** Whether a promise about a value is one of these. */
  static boolean isPromise(String promise) {
    return promise.startsWith(PREFIX);
  }

  private static boolean wasGiven(MethodSymbol method, List<Value> arguments) {
    boolean asked = false;
    for (int i = 0; isFunction(method) && i < arguments.size(); i++) {
      Dependence data = arguments.get(i).data();
      if (data.varies() && !data.found().contains(promise(method, i))) {
        return false;
      }
      asked |= data.varies();
    }
    return asked;
  }

  private static boolean isFunction(MethodSymbol method) {
    return method.isStatic()
        && method.hasBody()
        && !method.returnType().erasure().equals("void")
        && !method.returnType().erasure().equals("boolean");
  }

  private static String promise(MethodSymbol method, int argument) {
    return PREFIX + Lookup.argument(method.signature(), argument);
  }
}
