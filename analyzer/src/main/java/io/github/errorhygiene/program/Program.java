package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All units linked with the class path. Members and bodies are resolved on demand and kept. Not
 * thread safe.
 */
public final class Program {
  private final Universe universe;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private @Nullable List<TypeSymbol> sourceTypes;
  private @Nullable CreatedTypes created;
  private @Nullable UsedNames used;
  private final Set<String> createdAsked = new HashSet<>();
  private final Set<String> usedAsked = new HashSet<>();

  private Program(Universe universe) {
    this.universe = universe;
    this.hierarchy = new Hierarchy(universe);
    this.bodies = new Bodies(universe);
  }

  /** Links units with a class path. Of types that several units declare the first one counts. */
  public static Program link(List<Unit> units, ClassSource classes) {
    return link(units, classes, name -> List.of());
  }

  /**
   * Links units with a class path.
   *
   * @param knownSupertypes supertypes of a class that is neither in the sources nor on the class
   *     path, by binary name, nearest first, direct ones or all; empty if nothing is known of it.
   *     If not empty they are taken for all there are.
   */
  public static Program link(
      List<Unit> units, ClassSource classes, Function<String, List<String>> knownSupertypes) {
    return new Program(new Universe(new SourceIndex(units), classes, knownSupertypes));
  }

  /**
   * All types of the sources, nested ones included, local and anonymous ones not, sorted by name.
   */
  public List<TypeSymbol> sourceTypes() {
    List<TypeSymbol> known = sourceTypes;
    if (known == null) {
      known = listTypes();
      sourceTypes = known;
    }
    return known;
  }

  private List<TypeSymbol> listTypes() {
    List<TypeSymbol> types = new ArrayList<>();
    for (SourceType source : universe.sources().all()) {
      TypeSymbol symbol =
          source.owner() == null ? universe.type(source.declaration().name()) : null;
      if (symbol != null) {
        types.add(symbol);
      }
    }
    return List.copyOf(types);
  }

  /**
   * The members of a unit whose body or initialiser anybody has asked for so far, by where they are
   * declared. Of others only what they declare was seen, and what {@link #asked} tells.
   */
  public Set<Position> read(Unit unit) {
    return universe.read(unit);
  }

  /** What was asked so far of all bodies and initialisers at once. */
  public Asked asked() {
    return new Asked(new TreeSet<>(createdAsked), new TreeSet<>(usedAsked));
  }

  /**
   * Whether a source file imports something below a package or type, or that itself.
   *
   * @param prefix its name with a dot at the end, or the beginning of a name
   */
  public boolean imports(String prefix) {
    return universe.sources().imports(prefix);
  }

  /** The type with that binary name, or null. */
  public @Nullable TypeSymbol type(String binaryName) {
    return universe.type(binaryName);
  }

  /** The body's facts; empty ones if the method has no body. */
  public Body body(MethodSymbol method) {
    return bodies.of(method);
  }

  /** The facts of a field's initialiser (or an enum constant's arguments). */
  public Body body(FieldSymbol field) {
    return bodies.of(field);
  }

  /**
   * The value of a constant: a {@link String}, boxed primitive or {@link
   * AnnotationSymbol.EnumValue}; null if the field is not a constant whose value is known.
   */
  public @Nullable Object constant(FieldSymbol field) {
    return universe.constants().value(field);
  }

  /**
   * Whether {@code type} is {@code supertype} or below it; both binary names. {@code UNKNOWN} if
   * the hierarchy above {@code type} has holes and {@code supertype} was not met.
   */
  public Certainty isSubtype(String type, String supertype) {
    return universe.typing().isSubtype(type, supertype);
  }

  /**
   * The superclass chain and all interfaces of a type by binary name, nearest first, itself first,
   * without duplicates; types of which nothing is known but the name are included.
   */
  public List<String> supertypes(String type) {
    return universe.typing().lineage(type).names();
  }

  /**
   * The type, which may be a variable, array or unknown, seen as its supertype of that binary name;
   * null if it is none.
   */
  public @Nullable Type asSuper(Type type, String supertype) {
    return universe.typing().asSuper(type, supertype);
  }

  /** Whether the sources may make objects of that type, a binary name: see {@link #asked}. */
  public boolean isCreated(String type) {
    @Nullable CreatedTypes known = created;
    if (known == null) {
      known = new CreatedTypes(universe.sources().all());
      created = known;
    }
    createdAsked.add(type);
    return known.contains(type);
  }

  /**
   * Whether the sources call a method, use a field or variable, or make an object of a type of that
   * name, whosever it is; {@code request.name} for a method called on something that is called a
   * request, {@code Name.class} for a class literal: see {@link #asked}.
   */
  public boolean isUsed(String name) {
    @Nullable UsedNames known = used;
    if (known == null) {
      known = new UsedNames(universe.sources().all());
      used = known;
    }
    usedAsked.add(name);
    return known.contains(name);
  }

  /**
   * All direct and indirect subtypes in the sources (anonymous and local ones included), sorted by
   * name.
   */
  public List<TypeSymbol> sourceSubtypes(String type) {
    return hierarchy.sourceSubtypes(type);
  }

  /**
   * The methods with a body (or implicit ones) that a call of {@code method} on a value of static
   * type {@code receiver} may run: the method itself and its overriders in the sources, sorted by
   * owner. Empty if no source implements it.
   */
  public List<MethodSymbol> implementations(MethodSymbol method, Type receiver) {
    return hierarchy.implementations(method, receiver);
  }

  /**
   * The method that {@code method} overrides or implements in each supertype, nearest first, itself
   * excluded.
   */
  public List<MethodSymbol> overridden(MethodSymbol method) {
    return hierarchy.overridden(method);
  }

  /**
   * All methods of a type, inherited ones included, overridden ones excluded; declared ones first.
   */
  public List<MethodSymbol> allMethods(TypeSymbol type) {
    return hierarchy.allMethods(type);
  }
}
