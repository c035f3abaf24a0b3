package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Absence;
import io.github.errorhygiene.catalogue.Gives;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.CarrierTypes;
import io.github.errorhygiene.library.Recorders;
import io.github.errorhygiene.program.Type;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a future or publisher that a library method makes completes with. */
final class CarrierValues {
  /** Of questions about all elements. */
  private static final Set<String> ANSWERS =
      Set.of("java.lang.Boolean", "java.lang.Integer", "java.lang.Long", "java.lang.Void");

  /** What is no matter of futures and publishers. */
  private static final Set<Gives> PLAIN = EnumSet.of(Gives.COMPLETE, Gives.FILLED, Gives.WRITTEN);

  private final CarrierTypes types;
  private final LibraryFunctions functions;

  CarrierValues(CarrierTypes types, LibraryFunctions functions) {
    this.types = types;
    this.functions = functions;
  }

  /** Null if the call is not of a method of futures or publishers. */
  @Nullable Value result(LibraryCall call, Rows.Facts facts, Value fromFunctions) {
    boolean ofCarrier =
        types.isCarrier(call.owners()) && types.isCarrier(call.returnType().erasure());
    boolean gives = facts.gives() != null && !PLAIN.contains(facts.gives());
    if (!(ofCarrier || call.isConstructor()) && !gives) {
      return null;
    }
    Value value = completing(call, facts, fromFunctions);
    return facts.absent() == Absence.NEVER ? value.present() : value;
  }

  private Value completing(LibraryCall call, Rows.Facts facts, Value fromFunctions) {
    boolean made = call.method() != null && call.method().isStatic();
    if (facts.gives() == Gives.RECEIVER) {
      return facts.absent() == Absence.EMPTY ? filtered(call.receiver()) : call.receiver();
    }
    if (facts.gives() == Gives.RECORDER) {
      return Recorders.RECORDER;
    }
    if (facts.gives() == Gives.ARGUMENT) {
      return nullable(arguments(call), facts);
    }
    if (facts.gives() == Gives.OTHER) {
      return Value.unknown(other(call));
    }
    if (isEmpty(facts.absence())) {
      return Value.NULL.absentBy(Dependence.CONSTANT);
    }
    if (functions.compute(call)) {
      return computed(call, fromFunctions);
    }
    return made ? started(call) : call.receiver();
  }

  /**
   * How many elements there are depends on whether there are any; what a list of them holds not.
   */
  private static Dependence other(LibraryCall call) {
    List<Type> items = call.returnType().arguments();
    boolean counts = items.isEmpty() || ANSWERS.contains(items.get(0).erasure());
    Dependence absence = call.receiver().absence();
    return counts ? call.inputs().and(absence) : call.inputs().chosenBy(absence);
  }

  /** Of a method such as {@code Mono.justOrEmpty}. */
  private static Value nullable(Value value, Rows.Facts facts) {
    boolean empty = facts.absent() == Absence.EMPTY && !value.mayBeAbsent();
    return empty ? value.absentBy(value.data()) : value;
  }

  private static Value filtered(Value receiver) {
    return receiver.absentBy(receiver.absence().and(receiver.data().decided()));
  }

  /** Of a method such as {@code Mono.empty}. */
  private static boolean isEmpty(@Nullable MethodRow row) {
    return row != null
        && row.absent() == Absence.EMPTY
        && row.depends().causes().equals(Set.of(Cause.CONSTANT));
  }

  private static Value computed(LibraryCall call, Value fromFunctions) {
    Dependence absence = call.receiver().absence().and(fromFunctions.absence());
    Dependence data = fromFunctions.data().chosenBy(call.receiver().data());
    return fromFunctions.withData(data).absentBy(absence);
  }

  /** A promise, a group of operators: something, of which nothing is known yet. */
  private static Value started(LibraryCall call) {
    return call.arguments().isEmpty() ? Value.of(Known.Something.PRESENT) : arguments(call);
  }

  /** The only argument, or something made of several. */
  private static Value arguments(LibraryCall call) {
    if (call.arguments().isEmpty()) {
      return Value.NULL.absentBy(Dependence.CONSTANT);
    }
    if (call.arguments().stream().anyMatch(argument -> !argument.functions().isEmpty())) {
      return Value.unknown(Dependence.NONE);
    }
    if (call.arguments().size() == 1) {
      return call.argument(0);
    }
    Dependence absence = Dependence.NONE;
    for (Value argument : call.arguments()) {
      absence = absence.and(argument.absence());
    }
    return Value.unknown(call.inputs()).absentBy(absence);
  }
}
