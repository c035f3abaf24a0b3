package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Stored;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import java.util.List;
import java.util.Map;

/** Members that nobody wrote: what annotation processors and records make. */
public final class Generated {
  /** Of an object that a builder makes: what nobody has set is null, unless it has a default. */
  public static final String BUILT = "#built";

  private Generated() {}

  /** What a builder begins with. */
  static Value begun(MethodSymbol factory) {
    return Value.of(new Instance(factory.owner().name(), Map.of(BUILT, Value.constant(true))));
  }

  /** A generated method: on a builder it sets the field of its name, or gives the object. */
  static Value result(MethodSymbol target, Value self, List<Value> arguments) {
    if (self.instances().isEmpty()) {
      Dependence data = self.data().and(Calls.join(arguments));
      boolean copies = target.returnType().erasure().equals(target.owner().name());
      return (copies ? Value.of(new Instance(target.owner().name(), Map.of())) : Value.UNKNOWN)
          .withData(data);
    }
    if (arguments.size() == 1) {
      return Stored.taking(
          self.withField(target.name(), arguments.get(0)), arguments.get(0).data());
    }
    return target.name().equals("build") ? self : Value.unknown(self.data());
  }

  /** A copy of an object with another value in a field: of what was sent the rest still was. */
  static Value copied(Value self, FieldSymbol field, Value value) {
    Dependence data = self.data();
    if (!data.has(Trait.INPUT) || !self.instances().isEmpty()) {
      return Stored.set(self, field, value);
    }
    Dependence taken = data.taking(value.data()).with(Trait.INPUT);
    Instance copy = new Instance(field.owner().name(), Map.of(field.name(), value));
    return Value.of(copy).withData(data.has(Trait.VALID) ? taken.with(Trait.VALID) : taken);
  }

  /** An object of which the constructor sets the fields from the arguments. */
  static Instance filled(MethodSymbol constructor, List<Value> arguments) {
    Instance instance = new Instance(constructor.owner().name(), Map.of());
    List<FieldSymbol> fields = constructor.fields();
    for (int i = 0; i < Math.min(fields.size(), arguments.size()); i++) {
      instance = instance.with(fields.get(i).name(), arguments.get(i));
    }
    return instance;
  }
}
