package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves types written in one place: in a type, a method or a body. Contexts are nested as the
 * places are.
 */
final class TypeContext {
  private final Universe universe;
  private final @Nullable TypeContext outer;
  private final @Nullable TypeSymbol type;
  private final @Nullable UnitNames unit;
  private final Map<String, Type.Variable> variables = new LinkedHashMap<>();
  private final Map<String, String> localTypes;
  private final Map<String, Optional<Type>> resolved = new HashMap<>();

  private TypeContext(
      Universe universe,
      @Nullable TypeContext outer,
      @Nullable TypeSymbol type,
      @Nullable UnitNames unit,
      Map<String, String> localTypes) {
    this.universe = universe;
    this.outer = outer;
    this.type = type;
    this.unit = unit;
    this.localTypes = localTypes;
  }

  /** Around the top-level types of a file. */
  static TypeContext ofUnit(Universe universe, UnitNames unit) {
    return new TypeContext(universe, null, null, unit, Map.of());
  }

  /** Around a class file: every name is a type variable or a binary name. */
  static TypeContext ofClassFile(Universe universe, @Nullable TypeContext outer) {
    return new TypeContext(universe, outer, null, null, Map.of());
  }

  /** Within a type, where its member types are visible. */
  TypeContext within(TypeSymbol inner) {
    return new TypeContext(universe, this, inner, unit, Map.of());
  }

  /** Within a body, where the local types are visible. */
  TypeContext within(Map<String, String> types) {
    return types.isEmpty() ? this : new TypeContext(universe, this, null, unit, types);
  }

  /** Where type parameters are visible. */
  TypeContext with(List<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return this;
    }
    TypeContext inner = new TypeContext(universe, this, null, unit, Map.of());
    parameters.forEach(
        p -> inner.variables.put(p.name(), new Type.Variable(p.name(), Types.OBJECT)));
    inner.bind(parameters, true);
    inner.bind(parameters, false);
    inner.resolved.clear();
    return inner;
  }

  /**
   * Bounds may mention the variables themselves: first erased, then with arguments whose variables
   * have erased bounds.
   */
  private void bind(List<TypeParameter> parameters, boolean erased) {
    Map<String, Type.Variable> bound = new LinkedHashMap<>();
    resolved.clear();
    for (TypeParameter parameter : parameters) {
      List<Type> bounds = new ArrayList<>();
      for (TypeRef reference : parameter.bounds()) {
        Type type = resolve(reference);
        bounds.add(erased ? Types.erased(type) : type);
      }
      bound.put(parameter.name(), new Type.Variable(parameter.name(), meet(bounds)));
    }
    variables.putAll(bound);
  }

  private static Type meet(List<Type> bounds) {
    if (bounds.isEmpty()) {
      return Types.OBJECT;
    }
    return bounds.size() == 1 ? bounds.get(0) : new Type.Intersection(bounds);
  }

  /** The variables declared exactly here. */
  List<Type.Variable> declaredVariables() {
    return List.copyOf(variables.values());
  }

  /** The file's imports; null within class files. */
  @Nullable UnitNames unit() {
    return unit;
  }

  /** The innermost type around this place, or null. */
  @Nullable TypeSymbol type() {
    return type != null || outer == null ? type : outer.type();
  }

  Type resolve(TypeRef reference) {
    Type element =
        switch (reference.name()) {
          case "?" -> new Type.Wildcard(Types.OBJECT, false);
          case "? extends" -> new Type.Wildcard(first(reference), false);
          case "? super" -> new Type.Wildcard(first(reference), true);
          case "&" -> new Type.Intersection(resolve(reference.arguments()));
          case "|" -> universe.typing().lub(resolve(reference.arguments()));
          case "var", "<>" -> Types.UNKNOWN;
          default -> named(reference);
        };
    return Types.array(element, reference.dimensions());
  }

  List<Type> resolve(List<TypeRef> references) {
    return references.stream().map(this::resolve).toList();
  }

  private Type first(TypeRef reference) {
    return reference.arguments().isEmpty() ? Types.OBJECT : resolve(reference.arguments().get(0));
  }

  private Type named(TypeRef reference) {
    Type raw = name(reference.name());
    boolean plain =
        reference.arguments().isEmpty() || reference.arguments().contains(TypeRef.DIAMOND);
    return !plain && raw instanceof Type.Declared declared
        ? new Type.Declared(declared.name(), resolve(argumentsFor(declared, reference)))
        : raw;
  }

  /** Inner classes of the sources have their own arguments only. */
  private List<TypeRef> argumentsFor(Type.Declared type, TypeRef reference) {
    List<TypeRef> arguments = reference.arguments();
    boolean ofOuter = arguments.size() > 1 && reference.name().indexOf('.') >= 0;
    TypeSymbol symbol = ofOuter ? universe.symbol(type) : null;
    int own = symbol == null ? arguments.size() : symbol.typeParameters().size();
    return own > 0 && own < arguments.size() ? arguments.subList(0, own) : arguments;
  }

  /**
   * The type of a name as written, without arguments; unknown with the best name at hand if there
   * is none.
   */
  Type name(String written) {
    if (Types.isPrimitiveName(written)) {
      return new Type.Primitive(written);
    }
    if (unit == null) {
      return binary(written);
    }
    int dot = written.indexOf('.');
    if (dot < 0) {
      Type found = simple(written);
      return found != null ? found : new Type.Unknown(written);
    }
    Type first = simple(written.substring(0, dot));
    return first == null ? unit.qualified(written) : member(first, written.substring(dot + 1));
  }

  private Type member(Type owner, String rest) {
    TypeSymbol current = universe.symbol(owner);
    for (String part : rest.split("\\.", -1)) {
      current = current == null ? null : universe.memberType(current, part);
    }
    return current != null
        ? Types.declared(current.name())
        : new Type.Unknown(owner.erasure() + '$' + rest.replace('.', '$'));
  }

  private Type binary(String name) {
    Type.Variable variable = variable(name);
    if (variable != null) {
      return variable;
    }
    return Types.declared(name);
  }

  private Type.@Nullable Variable variable(String name) {
    for (TypeContext context = this; context != null; context = context.outer) {
      Type.Variable variable = context.variables.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /** What a simple type name means here, or null. */
  @Nullable Type simple(String name) {
    Optional<Type> known = resolved.get(name);
    if (known == null) {
      known = Optional.ofNullable(find(name));
      resolved.put(name, known);
    }
    return known.orElse(null);
  }

  private @Nullable Type find(String name) {
    Type.Variable variable = variables.get(name);
    if (variable != null) {
      return variable;
    }
    String local = localTypes.get(name);
    if (local != null) {
      return Types.declared(local);
    }
    TypeSymbol member = type == null ? null : visible(type, name);
    if (member != null) {
      return Types.declared(member.name());
    }
    if (outer != null) {
      return outer.simple(name);
    }
    return unit == null ? null : unit.type(name);
  }

  private @Nullable TypeSymbol visible(TypeSymbol around, String name) {
    return around.simpleName().equals(name) ? around : universe.memberType(around, name);
  }
}
