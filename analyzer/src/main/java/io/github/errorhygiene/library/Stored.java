package io.github.errorhygiene.library;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Known.Something;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import java.util.Map;
import java.util.Set;

/**
 * Objects that come from a store, or from a peer: what a request sets in them is the request's, and
 * the rest stays what it was.
 */
public final class Stored {
  private Stored() {}

  /** An object, from wherever it comes, after one of its fields was set. */
  public static Value set(Value object, FieldSymbol field, Value value) {
    return taking(
        noting(object, field.owner().name()).withField(field.name(), value), value.data());
  }

  /** An object after something was put into it. */
  public static Value taking(Value object, Dependence more) {
    return object.withData(object.data().taking(more));
  }

  /** The object after an assignment; a collaborator, which comes with the program, stays one. */
  public static Value assigned(Value object, FieldSymbol field, Value value) {
    return object.data().isNone()
        ? object.withField(field.name(), value)
        : set(object, field, value);
  }

  /** The same; of what comes from a store it is noted from now on what was set, as elsewhere. */
  public static Value noting(Value object, Value changed) {
    Value noted = object;
    for (Instance instance : changed.instances()) {
      noted = noting(noted, instance.type());
    }
    return noted;
  }

  private static Value noting(Value object, String type) {
    if (!isStored(object)) {
      return object;
    }
    Set<Known> noted = Set.of(new Instance(type, Map.of()));
    return object.join(new Value(noted, true, object.data(), object.absence()));
  }

  private static boolean isStored(Value object) {
    Dependence data = object.data();
    return object.alternatives().stream().allMatch(Something.class::isInstance)
        && data.varies()
        && !data.on(Cause.REQUEST)
        && !data.on(Cause.UNKNOWN);
  }
}
