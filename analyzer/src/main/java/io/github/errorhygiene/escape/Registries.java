package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that hold tables of functions or of the program's own objects, as the object's
 * construction, what the container calls after it, or the class's initialisation leaves them.
 */
final class Registries {
  private static final Set<String> AFTER_CONSTRUCTION = Roles.of(Role.AFTER_CONSTRUCTION);

  private final Engine engine;
  private final Map<TypeSymbol, Value> objects = new HashMap<>();
  private final Map<TypeSymbol, Map<String, Value>> statics = new HashMap<>();

  Registries(Engine engine) {
    this.engine = engine;
  }

  /** What the field of an object holds that came with the program; null if it is no table. */
  @Nullable Value held(FieldSymbol field) {
    if (!mayHold(field)) {
      return null;
    }
    Value held = field.isStatic() ? ofClass(field) : object(field.owner()).field(field.name());
    return Tables.isTable(held) ? held : null;
  }

  private boolean mayHold(FieldSymbol field) {
    List<Type> arguments = field.type().arguments();
    return arguments.size() == 2
        && field.owner().isSource()
        && engine.program().supertypes(field.type().erasure()).contains("java.util.Map")
        && isChosen(arguments.get(1).erasure(), engine.program());
  }

  /** A function, or something of the program's own that can be of several classes. */
  private static boolean isChosen(String type, Program program) {
    TypeSymbol symbol = program.type(type);
    return type.startsWith("java.util.function.")
        || type.equals("java.lang.Runnable")
        || type.equals("java.util.concurrent.Callable")
        || (symbol != null && symbol.isSource() && (symbol.isInterface() || symbol.isAbstract()));
  }

  private Value object(TypeSymbol type) {
    Value known = objects.get(type);
    if (known == null) {
      // Whoever asks while it is made learns nothing.
      objects.put(type, Value.NOTHING);
      known = made(type);
      objects.put(type, known);
    }
    return known;
  }

  private Value made(TypeSymbol type) {
    if (type.isAbstract() || !engine.enter()) {
      return Value.NOTHING;
    }
    Value object = engine.newObject(type);
    for (MethodSymbol method : type.methods()) {
      if (runsAfterwards(method)) {
        Value after = engine.summary(method, object, List.of()).self();
        object = after.isNothing() ? object : after;
      }
    }
    engine.leave();
    return object;
  }

  private static boolean runsAfterwards(MethodSymbol method) {
    return method.hasBody()
        && method.parameterTypes().isEmpty()
        && (method.name().equals("afterPropertiesSet")
            || method.annotations().stream().anyMatch(a -> AFTER_CONSTRUCTION.contains(a.type())));
  }

  private Value ofClass(FieldSymbol field) {
    Map<String, Value> known = statics.get(field.owner());
    if (known == null) {
      known = new HashMap<>();
      statics.put(field.owner(), known);
      initialise(field.owner(), known);
    }
    return known.getOrDefault(field.name(), Value.NOTHING);
  }

  private void initialise(TypeSymbol type, Map<String, Value> fields) {
    for (MethodSymbol block : type.initializers()) {
      if (block.isStatic() && block.hasBody() && engine.enter()) {
        Frame frame = engine.evaluate(block, Value.NOTHING, List.of());
        engine.leave();
        for (FieldSymbol field : type.fields()) {
          State exit = frame.exit();
          Value value = exit == null ? null : exit.get(Path.of(State.SELF, "." + field.name()));
          if (value != null) {
            fields.put(field.name(), value);
          }
        }
      }
    }
  }
}
