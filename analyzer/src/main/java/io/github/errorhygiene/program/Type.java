package io.github.errorhygiene.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resolved type. */
public sealed interface Type {
  /**
   * The erased name: a binary class name ({@code java.util.Map$Entry}), a primitive, {@code void},
   * an array as {@code T[]}, the erased bound of a variable or wildcard; the name as written if
   * unresolved; {@code null} for the null type.
   */
  String erasure();

  /** Type arguments; empty if none or raw. */
  default List<Type> arguments() {
    return List.of();
  }

  /** Whether the type is known well enough to look for members in it. */
  default boolean isKnown() {
    return true;
  }

  /** A class or interface, perhaps with arguments. */
  record Declared(String name, List<Type> arguments) implements Type {
    public Declared {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String erasure() {
      return name;
    }
  }

  /** A primitive type or {@code void}. */
  record Primitive(String name) implements Type {
    @Override
    public String erasure() {
      return name;
    }
  }

  /** An array. */
  record Array(Type element) implements Type {
    @Override
    public String erasure() {
      return element.erasure() + "[]";
    }
  }

  /** A type variable with its bound, in which variables have erased bounds. */
  record Variable(String name, Type bound) implements Type {
    @Override
    public String erasure() {
      return bound.erasure();
    }
  }

  /**
   * A wildcard.
   *
   * @param lower {@code ? super bound} rather than {@code ? extends bound}
   */
  record Wildcard(Type bound, boolean lower) implements Type {
    @Override
    public String erasure() {
      return lower ? "java.lang.Object" : bound.erasure();
    }
  }

  /**
   * Several types at once, such as the bound {@code A & B}.
   *
   * @param parts at least one
   */
  record Intersection(List<Type> parts) implements Type {
    public Intersection {
      parts = List.copyOf(parts);
    }

    @Override
    public String erasure() {
      return parts.get(0).erasure();
    }
  }

  /** The type of {@code null}. */
  record Null() implements Type {
    @Override
    public String erasure() {
      return "null";
    }
  }

  /**
   * A type that could not be resolved.
   *
   * @param written the best name at hand: fully qualified where an import says so; null for no idea
   *     at all
   */
  record Unknown(@Nullable String written) implements Type {
    @Override
    public String erasure() {
      return written == null ? "" : written;
    }

    @Override
    public boolean isKnown() {
      return false;
    }
  }
}
