package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type with everything above it: itself, the superclass chain, all interfaces, {@code Object}
 * last. Type arguments are in terms of the type's own variables.
 */
final class Lineage {
  /** Stands in for a lineage that is asked for while it is being found out. */
  static final Lineage EMPTY = new Lineage();

  private final Map<String, Type> types = new LinkedHashMap<>();
  private List<String> names = List.of();
  private boolean complete = true;

  private Lineage() {}

  static Lineage of(Universe universe, TypeSymbol symbol) {
    Lineage lineage = new Lineage();
    lineage.climb(universe, symbol.thisType());
    lineage.addObject();
    return lineage;
  }

  /** Of a type of which nothing but the name, and perhaps hearsay, is known. */
  static Lineage ofName(Universe universe, String name) {
    Lineage lineage = new Lineage();
    lineage.climb(universe, new Type.Unknown(name));
    lineage.addObject();
    return lineage;
  }

  private void addObject() {
    Type object = types.remove("java.lang.Object");
    types.put("java.lang.Object", object == null ? Types.OBJECT : object);
    names = List.copyOf(types.keySet());
  }

  /** Superclasses first, then the interfaces level by level. */
  private void climb(Universe universe, Type start) {
    List<Type> level = new ArrayList<>(List.of(start));
    while (!level.isEmpty()) {
      List<Type> interfaces = new ArrayList<>();
      for (Type type : level) {
        climbClasses(universe, type, interfaces);
      }
      level = interfaces;
    }
  }

  private void climbClasses(Universe universe, Type start, List<Type> interfaces) {
    Type current = start;
    while (current != null && types.putIfAbsent(current.erasure(), current) == null) {
      TypeSymbol symbol = universe.symbol(current);
      if (symbol == null) {
        climbHearsay(universe, current, interfaces);
        return;
      }
      Map<String, Type> arguments = symbol.bind(current);
      symbol.interfaces().forEach(above -> interfaces.add(Types.substitute(above, arguments)));
      Type superclass = symbol.superclass();
      current = superclass == null ? null : Types.substitute(superclass, arguments);
    }
  }

  /** What is called an exception is one, whatever else it is. */
  private void climbHearsay(Universe universe, Type type, List<Type> above) {
    List<String> known =
        type.erasure().isEmpty() ? List.of() : universe.knownSupertypes(type.erasure());
    complete &= !known.isEmpty();
    boolean named = known.stream().allMatch(type.erasure()::equals);
    if (named && type.erasure().endsWith("Exception")) {
      complete = false;
      above.add(Types.declared("java.lang.Exception"));
    }
    for (String name : known) {
      above.add(universe.type(name) == null ? new Type.Unknown(name) : Types.declared(name));
    }
  }

  /** Nearest first, the type itself included. */
  List<String> names() {
    return names;
  }

  /** The supertype of that name, or null. */
  @Nullable Type find(String name) {
    return types.get(name);
  }

  /** Whether nothing above the type is missing. */
  boolean complete() {
    return complete;
  }
}
