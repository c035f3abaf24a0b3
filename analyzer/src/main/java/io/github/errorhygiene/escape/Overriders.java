package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which overriders of a method of a generic type run: those for other type arguments fail as soon
 * as they are called ({@code Handler<Close>} with an {@code Open}), so they are not called.
 */
final class Overriders {
  private final Program program;

  Overriders(Program program) {
    this.program = program;
  }

  /** Those that take what the arguments are known to be; all if none does. */
  List<MethodSymbol> taking(List<Value> arguments, List<MethodSymbol> targets) {
    if (targets.size() < 2) {
      return targets;
    }
    List<MethodSymbol> taking =
        targets.stream().filter(target -> mayTake(target, arguments)).toList();
    return taking.isEmpty() ? targets : taking;
  }

  private boolean mayTake(MethodSymbol target, List<Value> arguments) {
    List<Type> types = target.parameterTypes();
    int count = Math.min(target.varargs() ? types.size() - 1 : types.size(), arguments.size());
    return IntStream.range(0, count).allMatch(i -> mayBe(arguments.get(i), types.get(i).erasure()));
  }

  private boolean mayBe(Value value, String type) {
    return !value.isEnumerated()
        || value.alternatives().stream().anyMatch(known -> mayBe(known, type));
  }

  private boolean mayBe(Known known, String type) {
    return !(known instanceof Instance instance)
        || program.isSubtype(instance.type(), type) != Certainty.NO;
  }
}
