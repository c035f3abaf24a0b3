package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Well-known types and operations on types that need no declarations. */
final class Types {
  static final Type UNKNOWN = new Type.Unknown(null);

  /** In the place of a type argument that the call around is still to infer. */
  static final Type OPEN = new Type.Unknown("");

  static final Type NULL = new Type.Null();
  static final Type OBJECT = declared("java.lang.Object");
  static final Type STRING = declared("java.lang.String");
  static final Type VOID = new Type.Primitive("void");
  static final Type BOOLEAN = new Type.Primitive("boolean");
  static final Type INT = new Type.Primitive("int");
  static final Type LONG = new Type.Primitive("long");
  static final Type FLOAT = new Type.Primitive("float");
  static final Type DOUBLE = new Type.Primitive("double");
  static final Type CHAR = new Type.Primitive("char");

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "short", "java.lang.Short",
          "char", "java.lang.Character",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double",
          "void", "java.lang.Void");

  /** Numeric primitives, each assignable to those after it (char is beside short). */
  private static final List<String> WIDENING =
      List.of("byte", "short", "int", "long", "float", "double");

  private Types() {}

  static Type.Declared declared(String name, Type... arguments) {
    return new Type.Declared(name, List.of(arguments));
  }

  static boolean isPrimitiveName(String name) {
    return BOXES.containsKey(name);
  }

  static boolean isPrimitive(Type type) {
    return type instanceof Type.Primitive && !isVoid(type);
  }

  static boolean isVoid(Type type) {
    return type.equals(VOID);
  }

  /** The wrapper class of a primitive; any other type as it is. */
  static Type boxed(Type type) {
    return type instanceof Type.Primitive primitive
        ? declared(Objects.requireNonNull(BOXES.get(primitive.name())))
        : type;
  }

  /** The primitive of a wrapper class or primitive, or null. */
  static @Nullable Type unboxed(Type type) {
    if (type instanceof Type.Primitive) {
      return isVoid(type) ? null : type;
    }
    String erased = type.erasure();
    for (Map.Entry<String, String> box : BOXES.entrySet()) {
      if (box.getValue().equals(erased) && !box.getKey().equals("void")) {
        return new Type.Primitive(box.getKey());
      }
    }
    return null;
  }

  /**
   * Whether a primitive value may be assigned to a variable of another primitive type without a
   * cast.
   */
  static boolean widens(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.equals("char")) {
      return WIDENING.indexOf(to) >= WIDENING.indexOf("int");
    }
    return WIDENING.contains(from) && WIDENING.indexOf(from) < WIDENING.indexOf(to);
  }

  /** The result of arithmetic on two operands (JLS 5.6). */
  static Type promoted(Type left, Type right) {
    Type first = unboxed(left);
    Type second = unboxed(right);
    if (first == null || second == null) {
      return first == null && second == null
          ? UNKNOWN
          : promotedOne(first == null ? second : first);
    }
    if (first.equals(BOOLEAN)) {
      return BOOLEAN;
    }
    int rank = Math.max(WIDENING.indexOf(first.erasure()), WIDENING.indexOf(second.erasure()));
    return new Type.Primitive(WIDENING.get(Math.max(rank, WIDENING.indexOf("int"))));
  }

  private static Type promotedOne(@Nullable Type type) {
    return type == null ? UNKNOWN : promoted(type, type);
  }

  /** What a value of the type can be used as: bounds in place of variables and wildcards. */
  static Type upper(Type type) {
    Type current = type;
    for (int i = 0; i < 8; i++) {
      if (current instanceof Type.Variable variable) {
        current = variable.bound();
      } else if (current instanceof Type.Wildcard wildcard) {
        current = wildcard.lower() ? OBJECT : wildcard.bound();
      } else {
        return current;
      }
    }
    return OBJECT;
  }

  /** The type an expression has whose declared type came out as a wildcard. */
  static Type read(Type type) {
    return type instanceof Type.Wildcard wildcard
        ? wildcard.lower() ? OBJECT : read(wildcard.bound())
        : type;
  }

  /** The bound of a wildcard, lower or upper; any other type as it is. */
  static Type bound(Type type) {
    return type instanceof Type.Wildcard wildcard ? bound(wildcard.bound()) : type;
  }

  static Type array(Type element, int dimensions) {
    Type type = element;
    for (int i = 0; i < dimensions; i++) {
      type = new Type.Array(type);
    }
    return type;
  }

  static Type element(Type array) {
    return upper(array) instanceof Type.Array known ? known.element() : UNKNOWN;
  }

  /** Replaces type variables by name. */
  static Type substitute(Type type, Map<String, Type> values) {
    if (values.isEmpty()) {
      return type;
    }
    if (type instanceof Type.Variable variable) {
      return values.getOrDefault(variable.name(), variable);
    }
    if (type instanceof Type.Declared declared) {
      return declared.arguments().isEmpty()
          ? declared
          : new Type.Declared(declared.name(), substitute(declared.arguments(), values));
    }
    if (type instanceof Type.Array array) {
      return new Type.Array(read(substitute(array.element(), values)));
    }
    if (type instanceof Type.Wildcard wildcard) {
      return new Type.Wildcard(bound(substitute(wildcard.bound(), values)), wildcard.lower());
    }
    if (type instanceof Type.Intersection both) {
      return new Type.Intersection(substitute(both.parts(), values));
    }
    return type;
  }

  static List<Type> substitute(List<Type> types, Map<String, Type> values) {
    if (values.isEmpty() || types.isEmpty()) {
      return types;
    }
    List<Type> result = new ArrayList<>(types.size());
    for (Type type : types) {
      result.add(substitute(type, values));
    }
    return result;
  }

  /** The type without its arguments. */
  static Type erased(Type type) {
    if (type instanceof Type.Declared declared) {
      return declared.arguments().isEmpty() ? declared : declared(declared.name());
    }
    if (type instanceof Type.Array array) {
      return new Type.Array(erased(array.element()));
    }
    if (type instanceof Type.Variable
        || type instanceof Type.Wildcard
        || type instanceof Type.Intersection) {
      Type upper = upper(type);
      return erased(upper instanceof Type.Intersection both ? both.parts().get(0) : upper);
    }
    return type;
  }
}
