package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.CarrierTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what runs something and falls back to something else if that fails, as a circuit
 * breaker does: {@code breaker.run(() -> ask(), failure -> otherwise())}. A fallback is meant, so
 * nothing is noted as dropped.
 */
final class Fallbacks {
  private final Frame frame;
  private final LibraryFunctions functions;
  private final CarrierTypes types;

  Fallbacks(Frame frame, LibraryFunctions functions, CarrierTypes types) {
    this.frame = frame;
    this.functions = functions;
    this.types = types;
  }

  /** What the call gives; of a future or publisher with the failures that are left. */
  Value run(LibraryCall call, Site here) {
    Value guarded =
        functions.isFunction(call, 0)
            ? invoked(call, 0, List.of(), frame.condition(), here)
            : call.argument(0);
    Value result =
        call.arguments().size() < 2
            ? guarded
            : guarded.failingOnly(Failures.NONE).join(instead(call, guarded.failures(), here));
    return types.isCarrier(call.returnType().erasure()) ? result : awaited(result);
  }

  private Value instead(LibraryCall call, Failures failures, Site here) {
    Value exception = Tries.exception(List.copyOf(failures.escapes()));
    boolean absence = failures.escapes().stream().anyMatch(Escape::absence);
    Condition failed = frame.condition().inside(Recoveries.causes(failures), absence);
    return invoked(call, 1, List.of(exception), failed, here);
  }

  /** What a function gives, with what it throws as failures of that. */
  private Value invoked(
      LibraryCall call, int index, List<Value> given, Condition under, Site here) {
    State before = frame.state();
    if (before == null) {
      return Value.NOTHING;
    }
    State inside = before.copy();
    inside.condition(under);
    frame.state(inside);
    frame.openTry();
    Value result = functions.invoke(call, index, given, here);
    Failures own = Failures.of(frame.closeTry());
    @Nullable State after = State.join(before, frame.state());
    if (after != null) {
      after.condition(before.condition());
    }
    frame.state(after);
    return result.failing(own);
  }

  private Value awaited(Value result) {
    result.failures().ways().forEach(frame::raise);
    if (result.completesNever() && !result.isNothing()) {
      frame.state(null);
      return Value.NOTHING;
    }
    return result.completed();
  }
}
