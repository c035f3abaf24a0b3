package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Certainty;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relations between types that need declarations: subtypes, supertypes with arguments, common
 * supertypes.
 */
final class Typing {
  private static final Set<String> ARRAY_SUPERTYPES =
      Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

  private final Universe universe;
  private final Map<String, Lineage> unknown = new HashMap<>();

  Typing(Universe universe) {
    this.universe = universe;
  }

  Lineage lineage(String name) {
    TypeSymbol symbol = universe.type(name);
    return symbol == null ? ofUnknown(name) : symbol.lineage();
  }

  private Lineage ofUnknown(String name) {
    Lineage known = unknown.get(name);
    if (known == null) {
      known = Lineage.ofName(universe, name);
      unknown.put(name, known);
    }
    return known;
  }

  /** Whether one class is another or below it, both erased. */
  Certainty isSubtype(String name, String supertype) {
    if (name.equals(supertype) || supertype.equals("java.lang.Object")) {
      return Certainty.YES;
    }
    Lineage lineage = lineage(name);
    if (lineage.find(supertype) != null) {
      return Certainty.YES;
    }
    TypeSymbol above = universe.type(supertype);
    boolean closed = above != null && Modifier.isFinal(above.modifiers());
    return lineage.complete() || closed ? Certainty.NO : Certainty.UNKNOWN;
  }

  /**
   * The type seen as its supertype of that name, with arguments where they are known; null if it is
   * none.
   */
  @Nullable Type asSuper(Type type, String name) {
    Type upper = Types.upper(type);
    if (upper instanceof Type.Intersection both) {
      return both.parts().stream()
          .map(part -> asSuper(part, name))
          .filter(t -> t != null)
          .findFirst()
          .orElse(null);
    }
    if (upper.erasure().equals(name)) {
      return upper;
    }
    TypeSymbol symbol = universe.symbol(upper);
    Type above = symbol == null ? null : symbol.lineage().find(name);
    if (above == null || symbol == null) {
      return null;
    }
    boolean raw = upper.arguments().isEmpty() && !symbol.typeParameters().isEmpty();
    return raw ? Types.erased(above) : Types.substitute(above, symbol.bind(upper));
  }

  /**
   * Whether a value may be passed where the other type is expected; what is unknown fits
   * everywhere.
   */
  boolean fits(Type actual, Type expected, boolean boxing) {
    Type from = Types.upper(actual);
    if (isFree(expected)) {
      return fitsVariable(from, (Type.Variable) expected, boxing);
    }
    Type to =
        expected instanceof Type.Wildcard wildcard
            ? Types.upper(Types.bound(wildcard))
            : Types.upper(expected);
    if (!from.isKnown()) {
      return from.erasure().isEmpty() || !isClosed(to);
    }
    if (!to.isKnown()) {
      return true;
    }
    if (from instanceof Type.Primitive || to instanceof Type.Primitive) {
      return fitsPrimitive(from, to, boxing);
    }
    return from instanceof Type.Null || fitsReference(from, to);
  }

  /** Whether a class of which only the name is known cannot be below the type. */
  private boolean isClosed(Type type) {
    TypeSymbol symbol = universe.symbol(type);
    return type instanceof Type.Primitive
        || type instanceof Type.Array
        || (symbol != null && Modifier.isFinal(symbol.modifiers()));
  }

  /** Whether a value surely may be passed, without the benefit of the doubt. */
  boolean surelyFits(Type actual, Type expected) {
    Type from = Types.upper(actual);
    Type to = Types.upper(Types.bound(expected));
    if (!from.isKnown() || !(from instanceof Type.Declared)) {
      return true;
    }
    if (!to.isKnown() || !(to instanceof Type.Declared)) {
      return to.isKnown();
    }
    Type above = asSuper(from, to.erasure());
    return above != null && (above.arguments().isEmpty() || surelyContains(to, above));
  }

  /**
   * Whether the type is below the class expected, but with plainly other type arguments: {@code
   * Set<String>} where {@code Collection<Object>} is expected.
   */
  boolean contradicts(Type actual, Type expected) {
    Type to = Types.upper(Types.bound(expected));
    Type above = to instanceof Type.Declared ? asSuper(actual, to.erasure()) : null;
    return above != null && !surelyContains(to, above);
  }

  /** Whether no type argument is plainly another than the one expected. */
  private boolean surelyContains(Type expected, Type actual) {
    for (int i = 0; i < expected.arguments().size() && i < actual.arguments().size(); i++) {
      Type wanted = expected.arguments().get(i);
      Type given = Types.upper(actual.arguments().get(i));
      boolean exact = wanted instanceof Type.Declared && !wanted.erasure().equals(given.erasure());
      boolean bounded =
          wanted instanceof Type.Wildcard wildcard
              && !wildcard.lower()
              && wildcard.bound() instanceof Type.Declared
              && isSubtype(given.erasure(), wildcard.bound().erasure()) == Certainty.NO;
      if (given instanceof Type.Declared && (exact || bounded)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFree(Type type) {
    return type instanceof Type.Variable variable && Inference.isFree(variable);
  }

  private boolean fitsVariable(Type from, Type.Variable variable, boolean boxing) {
    if (from instanceof Type.Primitive && (!boxing || Types.isVoid(from))) {
      return false;
    }
    return fits(Types.boxed(from), Types.erased(variable.bound()), boxing);
  }

  private boolean fitsPrimitive(Type from, Type to, boolean boxing) {
    if (from instanceof Type.Primitive && to instanceof Type.Primitive) {
      return Types.widens(from.erasure(), to.erasure());
    }
    if (!boxing || Types.isVoid(from) || Types.isVoid(to)) {
      return false;
    }
    if (from instanceof Type.Primitive) {
      return fits(Types.boxed(from), to, false);
    }
    Type unboxed = Types.unboxed(from);
    return unboxed != null && Types.widens(unboxed.erasure(), to.erasure());
  }

  private boolean fitsReference(Type from, Type to) {
    if (from instanceof Type.Intersection both) {
      return both.parts().stream().anyMatch(part -> fits(part, to, false));
    }
    if (to instanceof Type.Intersection both) {
      return both.parts().stream().allMatch(part -> fits(from, part, false));
    }
    if (from instanceof Type.Array array) {
      return to instanceof Type.Array other
          ? fitsElement(array.element(), other.element())
          : ARRAY_SUPERTYPES.contains(to.erasure());
    }
    return !(to instanceof Type.Array) && isSubtype(from.erasure(), to.erasure()) != Certainty.NO;
  }

  private boolean fitsElement(Type from, Type to) {
    if (from instanceof Type.Primitive || to instanceof Type.Primitive) {
      return from.equals(to) || !from.isKnown() || !to.isKnown();
    }
    return fits(from, to, false);
  }

  /**
   * A common supertype, simplified: the nearest of the first type's supertypes that all are below.
   */
  Type lub(List<Type> types) {
    List<Type> known = new ArrayList<>();
    for (Type type : types) {
      if (type.isKnown() && !(type instanceof Type.Null) && !known.contains(type)) {
        known.add(type);
      }
    }
    if (known.isEmpty()) {
      return types.stream()
          .filter(t -> !t.isKnown())
          .findFirst()
          .orElse(types.isEmpty() ? Types.UNKNOWN : Types.NULL);
    }
    return known.size() == 1 ? known.get(0) : common(known.stream().map(Types::boxed).toList());
  }

  private Type common(List<Type> types) {
    Type first = types.get(0);
    Type upper = Types.upper(first);
    if (upper instanceof Type.Array) {
      return types.stream().allMatch(t -> fits(t, first, false)) ? first : Types.OBJECT;
    }
    for (Type candidate : types) {
      if (types.stream().allMatch(t -> isBelow(t, candidate))) {
        return merged(candidate, types);
      }
    }
    for (String name : lineage(upper.erasure()).names()) {
      if (types.stream().allMatch(t -> asSuper(t, name) != null)) {
        Type above = asSuper(upper, name);
        return above == null ? Types.OBJECT : above;
      }
    }
    return Types.OBJECT;
  }

  /**
   * A type that all are below, with what each knows of its arguments: {@code Mono<String>} for a
   * {@code Mono} of something open and a {@code Mono<String>}.
   */
  private Type merged(Type above, List<Type> types) {
    List<Type> merged = new ArrayList<>();
    for (int i = 0; i < above.arguments().size(); i++) {
      List<Type> known = new ArrayList<>();
      for (Type type : types) {
        Type seen = asSuper(type, Types.upper(above).erasure());
        if (seen != null && i < seen.arguments().size()) {
          known.add(seen.arguments().get(i));
        }
      }
      merged.add(mergedArgument(known.isEmpty() ? above.arguments() : known));
    }
    return above instanceof Type.Declared && !merged.isEmpty()
        ? new Type.Declared(above.erasure(), merged)
        : above;
  }

  private Type mergedArgument(List<Type> arguments) {
    List<Type> known = arguments.stream().filter(Type::isKnown).distinct().toList();
    if (known.isEmpty()) {
      return arguments.get(0);
    }
    Type first = known.get(0);
    boolean alike = known.stream().allMatch(t -> t.erasure().equals(first.erasure()));
    return alike && first instanceof Type.Declared ? merged(first, known) : first;
  }

  private boolean isBelow(Type type, Type above) {
    return type.equals(above) || asSuper(type, Types.upper(above).erasure()) != null;
  }

  /**
   * A raw type with the arguments that make it a subtype of a parameterized one: the converse of
   * {@link #asSuper}.
   */
  Type parameterized(Type raw, Type above) {
    TypeSymbol symbol = universe.symbol(raw);
    Type seen = symbol == null ? null : symbol.lineage().find(above.erasure());
    if (seen == null || symbol == null || symbol.typeParameters().isEmpty()) {
      return raw;
    }
    Map<String, Type> values = new HashMap<>();
    for (int i = 0; i < seen.arguments().size() && i < above.arguments().size(); i++) {
      if (seen.arguments().get(i) instanceof Type.Variable variable) {
        values.put(variable.name(), Types.bound(above.arguments().get(i)));
      }
    }
    return Types.substitute(symbol.thisType(), values);
  }
}
