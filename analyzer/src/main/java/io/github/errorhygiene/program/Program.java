package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All units linked with the class path. Members and bodies are resolved on demand and kept. Not
 * thread safe.
 */
public final class Program {
  // SKELETON: the linking stage fills this in

  /**
   * All types of the sources, nested ones included, local and anonymous ones not, sorted by name.
   */
  public List<TypeSymbol> sourceTypes() {
    throw new IllegalStateException();
  }

  /** The type with that binary name, or null. */
  public @Nullable TypeSymbol type(String binaryName) {
    throw new IllegalStateException();
  }

  /** The body's facts; the method must have a body. */
  public Body body(MethodSymbol method) {
    throw new IllegalStateException();
  }

  /** The facts of a field's initialiser (or an enum constant's arguments). */
  public Body body(FieldSymbol field) {
    throw new IllegalStateException();
  }

  /**
   * Whether {@code type} is {@code supertype} or below it; both binary names. {@code UNKNOWN} if
   * the hierarchy above {@code type} has holes and {@code supertype} was not met.
   */
  public Certainty isSubtype(String type, String supertype) {
    throw new IllegalStateException();
  }

  /**
   * The superclass chain and all interfaces of a type by binary name, nearest first, itself first,
   * without duplicates; types of which nothing is known but the name are included.
   */
  public List<String> supertypes(String type) {
    throw new IllegalStateException();
  }

  /**
   * All direct and indirect subtypes in the sources (anonymous and local ones included), sorted by
   * name.
   */
  public List<TypeSymbol> sourceSubtypes(String type) {
    throw new IllegalStateException();
  }

  /**
   * The methods with a body (or implicit ones) that a call of {@code method} on a value of static
   * type {@code receiver} may run: the method itself and its overriders in the sources, sorted by
   * owner. Empty if no source implements it.
   */
  public List<MethodSymbol> implementations(MethodSymbol method, Type receiver) {
    throw new IllegalStateException();
  }

  /**
   * The method that {@code method} overrides or implements in each supertype, nearest first, itself
   * excluded.
   */
  public List<MethodSymbol> overridden(MethodSymbol method) {
    throw new IllegalStateException();
  }

  /**
   * All methods of a type, inherited ones included, overridden ones excluded; declared ones first.
   */
  public List<MethodSymbol> allMethods(TypeSymbol type) {
    throw new IllegalStateException();
  }
}
