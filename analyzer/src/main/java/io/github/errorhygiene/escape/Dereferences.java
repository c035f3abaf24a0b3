package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Uses of what may be null. */
final class Dereferences {
  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short");

  private final Frame frame;
  private final Calls calls;

  Dereferences(Frame frame, Calls calls) {
    this.frame = frame;
    this.calls = calls;
  }

  /**
   * A member of something that may be null is used: it may throw; afterwards it is known not to be
   * null.
   */
  void use(Expr target, Value value, Position position) {
    Type type = frame.body().typeOf(target);
    if (!value.mayBeAbsent() || calls.isOptional(type) || !frame.isReachable()) {
      return;
    }
    demand(value, position);
    State state = frame.state();
    if (state != null) {
      calls.conditions().refinement().sure(state, target, value.present());
    }
  }

  /**
   * A number or truth value is needed: of an object that the client may have left out it cannot be
   * had.
   */
  void unbox(Expr source, Value value) {
    boolean boxed = BOXES.contains(frame.body().typeOf(source).erasure());
    if (boxed && frame.isReachable() && !isAnswer(source)) {
      use(source, value, source.position());
    }
  }

  /**
   * The same of what the client may have left out alone: of what is looked up to be handed on,
   * counted or returned the program mostly knows that it is there.
   */
  void unboxInput(Expr source, Value value) {
    if (value.absence().has(Trait.LEFT_OUT)) {
      unbox(source, value);
    }
  }

  /** The same where something of that type is needed. */
  void unboxInput(@Nullable Type needed, Expr source, Value value) {
    if (needed instanceof Type.Primitive) {
      unboxInput(source, value);
    }
  }

  /** A variable is set, or added to: for the latter both are needed, unless they are texts. */
  void unboxAssigned(Expr.Assign assignment, Value value) {
    Type target = frame.body().typeOf(assignment.target());
    if (assignment.operator().equals("=")) {
      unboxInput(target, assignment.value(), value);
    } else if (target instanceof Type.Primitive || BOXES.contains(target.erasure())) {
      unboxInput(assignment.value(), value);
    }
  }

  /**
   * A method that was referred to gave it, where the number itself is needed: {@code
   * mapToInt(Line::count)}.
   */
  @SuppressWarnings("ReferenceEquality" /* this very body */)
  void unboxGiven(Function reference, Value value) {
    MethodSymbol method = reference.referred();
    MethodSymbol needed = reference.body().functionOf(reference.node());
    String given = method == null ? "" : method.returnType().erasure();
    boolean unboxes =
        needed != null && needed.returnType() instanceof Type.Primitive && BOXES.contains(given);
    if (unboxes
        && value.absence().has(Trait.LEFT_OUT)
        && frame.isReachable()
        && reference.body() == frame.body()) {
      demand(value, reference.node().position());
    }
  }

  /** {@code Boolean existsByName(String)}: that nothing is found is its answer, and no null. */
  private boolean isAnswer(Expr source) {
    return frame.origin(source) instanceof Expr.Call call
        && calls.guards(call).stream().anyMatch(guard -> guard.that() == Guard.That.CONTAINED);
  }

  /** Arguments for parameters that are primitive. */
  void unbox(@Nullable MethodSymbol method, List<Expr> arguments, List<Value> values) {
    int count = method == null || method.varargs() ? 0 : method.parameterTypes().size();
    for (int i = 0; i < Math.min(count, arguments.size()); i++) {
      if (method != null && method.parameterTypes().get(i) instanceof Type.Primitive) {
        unbox(arguments.get(i), values.get(i));
      }
    }
  }

  /** It throws if the value is absent. */
  void demand(Value value, Position position) {
    boolean leftOut = value.absence().has(Trait.LEFT_OUT);
    Escape escape =
        new Escape(
            "java.lang.NullPointerException",
            frame.site(position),
            leftOut ? Source.POSSIBLE : Source.DEREFERENCE,
            "",
            value.absence().first(),
            true,
            false,
            leftOut ? Inputs.mode(value.absence()) : null,
            Map.of(),
            null);
    frame.raise(escape, new Via(frame.site(position), null, null));
  }
}
