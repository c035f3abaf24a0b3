package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Habits;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects of libraries that try calls again, which a class makes once or is given by its container:
 * how they were built decides whether they wait. Of what a container gives is asked who makes it:
 * the only factory method for the type, or the one called like the field.
 */
final class Tools {
  private final Engine engine;
  private final Map<FieldSymbol, Value> known = new HashMap<>();
  private final Set<FieldSymbol> inProgress = new HashSet<>();

  Tools(Engine engine) {
    this.engine = engine;
  }

  /** What the field holds; nothing if it is none of these, or not known. */
  Value of(FieldSymbol field) {
    String type = field.type().erasure();
    boolean tries = Habits.bundled().makesRetries(type) && !engine.carrierTypes().isCarrier(type);
    if (!tries || !field.owner().isSource()) {
      return Value.NOTHING;
    }
    Value made = known.get(field);
    if (made == null && inProgress.add(field)) {
      made = make(field);
      inProgress.remove(field);
      known.put(field, made);
    }
    return made == null ? Value.NOTHING : made;
  }

  private Value make(FieldSymbol field) {
    Value own = field.hasInitializer() ? engine.fields().constant(field) : constructed(field);
    Value made = own.instances().isEmpty() ? produced(field) : own;
    return made.instances().isEmpty() ? Value.NOTHING : made;
  }

  private Value constructed(FieldSymbol field) {
    Value made = Value.NOTHING;
    Value fresh = Value.of(new Instance(field.owner().name(), Map.of()));
    for (MethodSymbol method : field.owner().methods()) {
      if (method.isConstructor() && method.hasBody()) {
        Value built = engine.constructed(method, fresh, given(method)).self();
        made = made.join(built.field(field.name()));
      }
    }
    return made;
  }

  private Value produced(FieldSymbol field) {
    List<MethodSymbol> all =
        engine.program().sourceTypes().stream()
            .flatMap(type -> type.methods().stream())
            .filter(method -> method.hasBody() && Injection.isFactory(method))
            .filter(method -> method.returnType().erasure().equals(field.type().erasure()))
            .toList();
    List<MethodSymbol> named =
        all.stream().filter(method -> method.name().equals(field.name())).toList();
    List<MethodSymbol> meant = all.size() == 1 ? all : named;
    return meant.size() == 1
        ? engine.summary(meant.get(0), Value.GIVEN, given(meant.get(0))).returned()
        : Value.NOTHING;
  }

  private static List<Value> given(MethodSymbol method) {
    return Collections.nCopies(method.parameterTypes().size(), Value.GIVEN);
  }
}
