package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Absence;
import io.github.errorhygiene.catalogue.Gives;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.Map;
import java.util.Set;

/** What the catalogue promises of what library methods give, see {@link Gives}. */
final class Promised {
  private static final String COMPLETE = "#complete";

  /** Methods by which something is looked up in what is complete. */
  private static final Set<String> READING = Set.of("first", "get");

  private static final Set<String> OBJECTS =
      Set.of("com.google.gson.JsonArray", "com.google.gson.JsonObject");

  private Promised() {}

  /** The result of a call, with what is promised of it. */
  static Value by(LibraryCall call, Rows.Facts facts, Value result) {
    Value there = facts.absent() == Absence.IMPOSSIBLE ? result.sure() : result;
    if (facts.gives() == Gives.FILLED) {
      return there.withData(there.data().with(Trait.NOT_EMPTY));
    }
    return facts.gives() == Gives.COMPLETE ? complete(call, there) : there;
  }

  private static Value complete(LibraryCall call, Value result) {
    Map<String, Value> marked = Map.of(COMPLETE, Value.constant(true));
    return Value.of(new Instance(call.returnType().erasure(), marked)).withData(result.data());
  }

  /** Whether the call looks something up that is there. */
  static boolean has(LibraryCall call) {
    return isConverted(call)
        || isOfTree(call)
        || (READING.contains(call.name()) && !call.receiver().field(COMPLETE).isNothing());
  }

  /** Gson gives null for null alone, which no object and no array is. */
  private static boolean isOfTree(LibraryCall call) {
    return call.name().equals("fromJson")
        && !call.argumentTypes().isEmpty()
        && OBJECTS.contains(call.argumentTypes().get(0).erasure())
        && !call.argument(0).mayBeAbsent();
  }

  /** A holder of something gives one of the same as another type: {@code asInt()}. */
  private static boolean isConverted(LibraryCall call) {
    return call.name().startsWith("as")
        && call.arguments().isEmpty()
        && call.owner().equals(call.returnType().erasure())
        && Optionals.isThere(call.receiver());
  }
}
