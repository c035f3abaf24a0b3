package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Dependence.Trait;
import org.jspecify.annotations.Nullable;

/**
 * {@code Optional} and what is like it: an {@code Optional} is represented by the value that it
 * holds, and is empty when that value is absent.
 */
final class Optionals {
  private Optionals() {}

  /** What a call gives; null if it is not about an {@code Optional}. */
  static @Nullable Value result(LibraryCall call, Value fromFunctions) {
    String owner = call.method() == null ? call.owner() : call.method().owner().name();
    if (!owner.startsWith("java.util.Optional")
        && !owner.equals("com.google.common.base.Optional")) {
      return null;
    }
    Value held = call.receiver();
    return switch (call.name()) {
      case "of" -> call.argument(0).sure();
      case "ofNullable", "fromNullable" -> nullable(call.argument(0));
      case "empty", "absent" -> Value.NULL.absentBy(Dependence.CONSTANT);
      case "map", "transform", "flatMap" ->
          fromFunctions.absentBy(held.absence().and(fromFunctions.absence()));
      case "filter" ->
          held.absentBy(held.absence().and(held.data()).and(fromFunctions.data()))
              .promising(fromFunctions.data().promises());
      case "or" -> held.present().join(fromFunctions);
      case "orElse" ->
          held.present().join(call.argument(0)).absentBy(absence(held, call.argument(0)));
      case "orElseGet" -> held.present().join(fromFunctions);
      case "orNull" -> held;
      case "orElseThrow", "get", "getAsInt", "getAsLong", "getAsDouble" -> held.present();
      case "isPresent", "isEmpty" -> Value.unknown(held.absence()).absentBy(held.absence());
      default -> null;
    };
  }

  private static Value nullable(Value argument) {
    Dependence on = argument.data();
    boolean sent = on.has(Trait.INPUT);
    return argument.mayBeAbsent() ? argument : argument.absentBy(sent ? Inputs.LEFT_OUT : on);
  }

  private static Dependence absence(Value held, Value otherwise) {
    boolean nothing = otherwise.alternatives().contains(Known.Constant.NULL);
    return nothing ? held.absence().and(held.data()) : otherwise.absence();
  }
}
