package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Implied.How;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that the program checks by hand: {@code validator.validate(order)}, and a look at the
 * complaints. If there are none, the constraints hold from there on.
 */
final class Validations {
  private static final int DEEPEST = 6;

  /** Types of Spring that hold the complaints about one object. */
  private static final String SPRING = "org.springframework.validation.";

  /** Of Spring's objects the ones that are made for the object that is to be checked. */
  private static final Set<String> MADE_FOR =
      Set.of(
          "BeanPropertyBindingResult",
          "DataBinder",
          "DirectFieldBindingResult",
          "MapBindingResult",
          "WebDataBinder");

  /** Calls that go on with some of the elements only. */
  private static final Set<String> CHOOSING = Set.of("dropWhile", "filter", "skip", "takeWhile");

  private final Engine engine;
  private final Frame frame;
  private final Calls calls;

  Validations(Engine engine, Frame frame, Calls calls) {
    this.engine = engine;
    this.frame = frame;
    this.calls = calls;
  }

  /** There are no complaints: what they would be about is valid. */
  void none(@Nullable State state, @Nullable Expr complaints) {
    if (state == null || complaints == null) {
      return;
    }
    calls.turns().learn(state, complaints, How.EMPTY);
    @Nullable Object key = Paths.key(complaints, frame.body());
    if (key != null && isReport(frame.body().typeOf(complaints))) {
      Refinement.promise(state, key, Dependence.of(Trait.VALID));
    }
    @Nullable Object subject = subject(state, complaints, 0);
    if (subject != null) {
      valid(state, subject);
    }
  }

  /** The constraints of what {@code key} stands for hold. */
  void valid(State state, Object key) {
    Refinement.promise(state, key, Dependence.of(Trait.VALID));
    @Nullable Value known = state.get(key);
    if (known != null && !known.instances().isEmpty()) {
      state.set(key, engine.fields().inputs().validated(known));
    }
  }

  /** Whether objects of the type hold complaints. */
  static boolean isReport(Type type) {
    return type.erasure().startsWith(SPRING)
        || (type instanceof Type.Declared holder
            && holder.arguments().stream()
                .anyMatch(held -> held.erasure().endsWith(".ConstraintViolation")));
  }

  /** The key of what complaints are about; null if it is not known, or they are none. */
  private @Nullable Object subject(State state, Expr complaints, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    if (complaints instanceof Expr.New made) {
      return madeFor(made);
    }
    if (complaints instanceof Expr.Call call) {
      return ofCall(state, call, depth);
    }
    if (complaints instanceof Expr.Name
        && Paths.key(complaints, frame.body()) instanceof LocalSymbol local) {
      @Nullable Expr source = state.source(local);
      return source == null ? beside(local) : subject(state, source, depth + 1);
    }
    return null;
  }

  private @Nullable Object ofCall(State state, Expr.Call call, int depth) {
    for (Guard guard : call.name().startsWith("validate") ? calls.guards(call) : List.<Guard>of()) {
      @Nullable Expr checked =
          guard.holds() == Guard.Holds.EMPTY ? Guards.subject(call, guard) : null;
      if (checked != null) {
        return Paths.key(checked, frame.body());
      }
    }
    if (isHelper(call)) {
      return Paths.key(call.arguments().get(0), frame.body());
    }
    Expr receiver = call.receiver();
    return receiver == null || CHOOSING.contains(call.name())
        ? null
        : subject(state, receiver, depth + 1);
  }

  /** The program's own {@code validate(order, validator)} that gives the complaints. */
  private boolean isHelper(Expr.Call call) {
    @Nullable MethodSymbol method = frame.body().methodOf(call);
    return call.name().startsWith("validate")
        && method != null
        && method.owner().isSource()
        && !call.arguments().isEmpty()
        && isReport(method.returnType())
        && !isReport(frame.body().typeOf(call.arguments().get(0)));
  }

  private @Nullable Object madeFor(Expr.New made) {
    String type = frame.body().typeOf(made).erasure();
    boolean known =
        type.startsWith(SPRING) && MADE_FOR.contains(type.substring(type.lastIndexOf('.') + 1));
    return known && !made.arguments().isEmpty()
        ? Paths.key(made.arguments().get(0), frame.body())
        : null;
  }

  /** {@code (Order order, BindingResult result)}: Spring's order, and that of its validators. */
  private @Nullable Object beside(LocalSymbol report) {
    int index = frame.parameters().indexOf(report);
    return index > 0 && report.type().erasure().startsWith(SPRING)
        ? frame.parameters().get(index - 1)
        : null;
  }
}
