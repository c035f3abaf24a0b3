package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Known.Something;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which class an object is whose methods run, where its value does not tell: what it inherits
 * then runs that class's steps.
 */
final class Receivers {
  private final Program program;
  private final Dispatch dispatch;
  private final Map<TypeSymbol, Boolean> known = new HashMap<>();

  Receivers(Program program, Dispatch dispatch) {
    this.program = program;
    this.dispatch = dispatch;
  }

  /**
   * The receiver of a call; where an inherited method is called on something of a type that one
   * class alone implements, of exactly that class.
   *
   * @param type the receiver's static type
   */
  Value narrowed(Value receiver, Type type, List<MethodSymbol> targets) {
    boolean inherited = targets.stream().anyMatch(t -> !t.owner().name().equals(type.erasure()));
    boolean told = receiver.isEnumerated() || receiver.isNothing();
    @Nullable String only = inherited && !told ? dispatch.only(type) : null;
    if (only == null || !mayBe(only, receiver)) {
      return receiver;
    }
    Set<Known> objects = new LinkedHashSet<>(receiver.instances());
    objects.add(new Instance(only, Map.of()));
    return new Value(objects, false, receiver.data(), receiver.absence());
  }

  /** Nothing says that it is anything else. */
  private static boolean mayBe(String only, Value receiver) {
    return receiver.alternatives().stream()
        .allMatch(
            known ->
                known instanceof Something
                    || (known instanceof Instance instance && instance.type().equals(only)));
  }

  /**
   * The object on which a method runs.
   *
   * @param chosen among overriders
   */
  Value running(MethodSymbol target, boolean chosen, Value self, List<Value> arguments) {
    if (target.isStatic() || target.isConstructor() || !isAnything(self)) {
      return self;
    }
    if (chosen && runsInherited(target.owner())) {
      return exactly(target.owner().name(), self);
    }
    Value those = Value.NOTHING;
    for (String type : dispatch.running(target, arguments)) {
      those = those.join(exactly(type, self));
    }
    return those.isNothing() ? self : those;
  }

  private static Value exactly(String type, Value receiver) {
    Set<Known> object = Set.of(new Instance(type, Map.of()));
    return new Value(object, false, receiver.data(), receiver.absence());
  }

  /** Nothing is known of it, except perhaps that it is there. */
  private static boolean isAnything(Value value) {
    return !value.isNothing()
        && (value.open() || !value.alternatives().isEmpty())
        && value.alternatives().stream().allMatch(Something.class::isInstance);
  }

  /** A class without subclasses that inherits methods of the sources, which may call its own. */
  private boolean runsInherited(TypeSymbol type) {
    return known.computeIfAbsent(type, this::isTemplated);
  }

  private boolean isTemplated(TypeSymbol type) {
    if (!type.isSource() || type.isAbstract() || type.isInterface()) {
      return false;
    }
    return program.sourceSubtypes(type.name()).isEmpty()
        && program.supertypes(type.name()).stream()
            .map(program::type)
            .anyMatch(above -> above != null && above != type && isTemplate(above));
  }

  private static boolean isTemplate(TypeSymbol type) {
    return type.isSource()
        && type.methods().stream()
            .anyMatch(m -> m.hasBody() && !m.isStatic() && !m.isConstructor());
  }
}
