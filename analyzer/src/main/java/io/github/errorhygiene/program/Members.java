package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields, methods and functional interface methods, inherited ones included. */
final class Members {
  /** A field together with its type as seen from the receiver. */
  record Field(FieldSymbol symbol, Type type) {}

  /** The method of a functional interface with types as seen from a use of the interface. */
  record Function(MethodSymbol symbol, List<Type> parameters, Type result) {}

  private final Universe universe;
  private final Map<String, Map<String, List<MethodSymbol>>> methods = new HashMap<>();
  private final Map<String, Optional<MethodSymbol>> functions = new HashMap<>();

  Members(Universe universe) {
    this.universe = universe;
  }

  /** The field of that name, or null. */
  @Nullable Field field(Type receiver, String name) {
    for (Type part : parts(receiver)) {
      TypeSymbol symbol = universe.symbol(part);
      Field field = symbol == null ? null : field(part, symbol, name);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private @Nullable Field field(Type receiver, TypeSymbol symbol, String name) {
    for (String above : symbol.lineage().names()) {
      TypeSymbol owner = universe.type(above);
      if (owner == null) {
        continue;
      }
      for (FieldSymbol field : owner.fields()) {
        if (field.name().equals(name) && Access.isMember(symbol, owner, field.modifiers())) {
          return new Field(field, Types.read(seenFrom(receiver, field.owner(), field.type())));
        }
      }
    }
    return null;
  }

  /** A member's type with the receiver's type arguments in place of its owner's variables. */
  Type seenFrom(Type receiver, TypeSymbol owner, Type type) {
    if (type.arguments().isEmpty()
        && (type instanceof Type.Declared || type instanceof Type.Primitive)) {
      return type;
    }
    Type use =
        owner.typeParameters().isEmpty() ? null : universe.typing().asSuper(receiver, owner.name());
    return use == null ? type : Types.substitute(type, owner.bind(use));
  }

  /**
   * All methods of that name that a value of the type has, most derived first, overridden ones
   * included.
   */
  List<MethodSymbol> methods(Type receiver, String name) {
    List<Type> parts = parts(receiver);
    if (parts.size() == 1) {
      return ofPart(parts.get(0), name);
    }
    Set<MethodSymbol> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(ofPart(part, name)));
    return List.copyOf(all);
  }

  private List<MethodSymbol> ofPart(Type part, String name) {
    TypeSymbol symbol =
        part instanceof Type.Array ? universe.type("java.lang.Object") : universe.symbol(part);
    return symbol == null ? List.of() : methods(symbol, name);
  }

  /** The same for a class or interface. */
  List<MethodSymbol> methods(TypeSymbol symbol, String name) {
    Map<String, List<MethodSymbol>> ofType =
        methods.computeIfAbsent(symbol.name(), n -> new HashMap<>());
    List<MethodSymbol> known = ofType.get(name);
    if (known == null) {
      known = find(symbol, name);
      ofType.put(name, known);
    }
    return known;
  }

  private List<MethodSymbol> find(TypeSymbol symbol, String name) {
    List<MethodSymbol> found = new ArrayList<>();
    for (String above : symbol.lineage().names()) {
      TypeSymbol owner = universe.type(above);
      for (MethodSymbol method : owner == null ? List.<MethodSymbol>of() : owner.methods(name)) {
        if (Access.isMember(symbol, method)) {
          found.add(method);
        }
      }
    }
    return List.copyOf(found);
  }

  /** The constructors of a class. */
  List<MethodSymbol> constructors(TypeSymbol symbol) {
    return symbol.methods().stream().filter(MethodSymbol::isConstructor).toList();
  }

  /** Whether the type has holes above it, so that a missing member may be inherited. */
  boolean hasHoles(Type receiver) {
    for (Type part : parts(receiver)) {
      TypeSymbol symbol = universe.symbol(part);
      if (symbol == null ? !(part instanceof Type.Array) : !symbol.lineage().complete()) {
        return true;
      }
    }
    return false;
  }

  /** Whether too little is known of an interface to say that it is not functional. */
  boolean mayBeFunctional(Type type) {
    TypeSymbol symbol = universe.symbol(type);
    return symbol == null ? !type.isKnown() : symbol.isInterface() && !symbol.lineage().complete();
  }

  private static List<Type> parts(Type receiver) {
    Type upper = Types.upper(receiver);
    return upper instanceof Type.Intersection both ? both.parts() : List.of(upper);
  }

  /** The function that a functional interface stands for, or null if it is none. */
  @Nullable Function function(Type type) {
    for (Type part : parts(type)) {
      TypeSymbol symbol = universe.symbol(part);
      MethodSymbol method = symbol == null || !symbol.isInterface() ? null : functionOf(symbol);
      if (method != null && symbol != null) {
        return function(withoutWildcards(part, symbol), method);
      }
    }
    return null;
  }

  private Function function(Type use, MethodSymbol method) {
    List<Type> parameters =
        method.parameterTypes().stream().map(p -> seenFrom(use, method.owner(), p)).toList();
    return new Function(method, parameters, seenFrom(use, method.owner(), method.returnType()));
  }

  /** The function type of a wildcard-parameterized interface (JLS 9.9). */
  private static Type withoutWildcards(Type use, TypeSymbol symbol) {
    if (use.arguments().isEmpty()) {
      return use;
    }
    return new Type.Declared(use.erasure(), bounds(use, symbol));
  }

  private static List<Type> bounds(Type use, TypeSymbol symbol) {
    Map<String, Type> values = symbol.bind(use);
    return symbol.typeParameters().stream()
        .map(p -> Types.bound(values.getOrDefault(p.name(), p)))
        .toList();
  }

  private @Nullable MethodSymbol functionOf(TypeSymbol symbol) {
    Optional<MethodSymbol> known = functions.get(symbol.name());
    if (known == null) {
      known = Optional.ofNullable(findFunction(symbol));
      functions.put(symbol.name(), known);
    }
    return known.orElse(null);
  }

  private @Nullable MethodSymbol findFunction(TypeSymbol symbol) {
    MethodSymbol found = null;
    for (String above : symbol.lineage().names()) {
      TypeSymbol owner = universe.type(above);
      if (owner == null || !owner.isInterface()) {
        continue;
      }
      for (MethodSymbol method : owner.methods()) {
        if (!method.isAbstract() || isObjectMethod(method) || isImplemented(symbol, method)) {
          continue;
        }
        boolean same =
            found != null && found.name().equals(method.name()) && sameArity(found, method);
        if (found != null && !same) {
          return null;
        }
        found = found == null ? method : found;
      }
    }
    return found;
  }

  private static boolean sameArity(MethodSymbol one, MethodSymbol other) {
    return one.parameterTypes().size() == other.parameterTypes().size();
  }

  private boolean isObjectMethod(MethodSymbol method) {
    TypeSymbol object = universe.type("java.lang.Object");
    int arity = method.parameterTypes().size();
    return object != null
        && object.methods().stream()
            .anyMatch(m -> m.name().equals(method.name()) && m.parameterTypes().size() == arity);
  }

  private boolean isImplemented(TypeSymbol symbol, MethodSymbol method) {
    for (MethodSymbol other : methods(symbol, method.name())) {
      if (other == method) {
        return false;
      }
      if (!other.isAbstract() && sameArity(other, method)) {
        return true;
      }
    }
    return false;
  }
}
