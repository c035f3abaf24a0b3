package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Holders;
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
          held.isNull()
              ? held
              : fromFunctions.absentBy(held.absence().and(fromFunctions.absence()));
      case "filter" ->
          held.absentBy(held.absence().and(held.data().decided()).and(fromFunctions.data()))
              .promising(fromFunctions.data().promises());
      case "or", "orElseGet" -> isThere(held) ? held : otherwise(held, fromFunctions);
      case "orElse" ->
          isThere(held)
              ? held
              : otherwise(held, call.argument(0)).absentBy(absence(held, call.argument(0)));
      case "orNull" -> held;
      case "orElseThrow", "get", "getAsInt", "getAsLong", "getAsDouble" -> held.present();
      case "isPresent", "isEmpty" -> Value.unknown(held.absence()).absentBy(held.absence());
      default -> null;
    };
  }

  /** What is made of something that is there, by a holder that is no {@code Optional} itself. */
  static boolean isMapped(LibraryCall call) {
    return call.name().equals("map")
        && call.arguments().size() == 1
        && isThere(call.receiver())
        && Holders.isHolder(call.returnType().erasure());
  }

  /** It is known not to be empty. */
  static boolean isThere(Value held) {
    return !held.open()
        && !held.isNothing()
        && !held.mayBeAbsent()
        && !held.alternatives().contains(Known.Constant.NULL);
  }

  private static Value otherwise(Value held, Value instead) {
    return held.isNull() ? instead : held.present().join(instead);
  }

  private static Value nullable(Value argument) {
    if (isThere(argument)) {
      return argument;
    }
    Dependence on = argument.data();
    boolean sent = on.has(Trait.INPUT);
    return argument.mayBeAbsent()
        ? argument
        : argument.absentBy(sent ? Inputs.LEFT_OUT : on.decided());
  }

  private static Dependence absence(Value held, Value otherwise) {
    boolean nothing = otherwise.alternatives().contains(Known.Constant.NULL);
    return nothing ? held.absence().and(held.data().decided()) : otherwise.absence();
  }
}
