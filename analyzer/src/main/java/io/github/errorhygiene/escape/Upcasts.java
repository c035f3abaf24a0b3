package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that go where less is declared of them than is known: a command that a bus takes as any
 * command. Which handler it comes to is decided by its class, so the type that it was declared with
 * goes with it.
 */
final class Upcasts {
  private final Program program;
  private @Nullable Set<String> chosenBy;

  Upcasts(Program program) {
    this.program = program;
  }

  /** Notes of the arguments of a call which types they have where it is. */
  void pass(@Nullable MethodSymbol method, List<Expr> passed, List<Value> arguments, Body body) {
    int count = method == null ? 0 : Math.min(passed.size(), method.parameterTypes().size());
    for (int i = 0; method != null && i < count; i++) {
      Type declared = body.typeOf(passed.get(i));
      arguments.set(i, to(method.parameterTypes().get(i), arguments.get(i), declared));
    }
  }

  /** A value, with the type that it has, where it becomes something of another type. */
  Value to(Type wider, Value value, Type declared) {
    boolean plain =
        value.type() == null
            && !value.isNothing()
            && value.alternatives().stream().allMatch(Known.Something.class::isInstance);
    return plain && declared instanceof Type.Declared && isLost(declared.erasure(), wider.erasure())
        ? value.typed(declared.erasure())
        : value;
  }

  private boolean isLost(String declared, String wider) {
    if (declared.equals(wider) || declared.startsWith("java.")) {
      return false;
    }
    TypeSymbol type = program.type(declared);
    if (type == null || !type.isSource()) {
      return false;
    }
    return program.supertypes(declared).stream().anyMatch(chosenBy()::contains);
  }

  /** The types for which classes of the sources implement something generic. */
  private Set<String> chosenBy() {
    Set<String> known = chosenBy;
    if (known == null) {
      known = new HashSet<>();
      for (TypeSymbol type : program.sourceTypes()) {
        if (!type.isInterface()) {
          addArguments(type, known);
        }
      }
      chosenBy = known;
    }
    return known;
  }

  private static void addArguments(TypeSymbol type, Set<String> to) {
    Stream.concat(Stream.ofNullable(type.superclass()), type.interfaces().stream())
        .flatMap(above -> above.arguments().stream())
        .filter(Type.Declared.class::isInstance)
        .map(Type::erasure)
        .filter(argument -> !argument.startsWith("java."))
        .forEach(to::add);
  }
}
