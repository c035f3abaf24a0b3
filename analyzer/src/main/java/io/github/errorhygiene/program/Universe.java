package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All types there are: those of the sources first, then those of the class path. */
final class Universe {
  private final SourceIndex sources;
  private final ClassSource classes;
  private final Function<String, List<String>> knownSupertypes;
  private final Map<String, Optional<TypeSymbol>> symbols = new HashMap<>();
  private final Map<Unit, Set<Position>> read = new IdentityHashMap<>();
  private final Map<Unit, UnitNames> unitNames = new IdentityHashMap<>();
  private final Map<String, Boolean> compiled = new HashMap<>();
  private final Members members = new Members(this);
  private final Typing typing = new Typing(this);
  private final Constants constants = new Constants(this);

  Universe(
      SourceIndex sources, ClassSource classes, Function<String, List<String>> knownSupertypes) {
    this.sources = sources;
    this.classes = classes;
    this.knownSupertypes = knownSupertypes;
  }

  SourceIndex sources() {
    return sources;
  }

  Members members() {
    return members;
  }

  Typing typing() {
    return typing;
  }

  Constants constants() {
    return constants;
  }

  /**
   * Supertypes by hearsay of a type that no source and no class file declares; empty if unheard of.
   */
  List<String> knownSupertypes(String name) {
    return knownSupertypes.apply(name);
  }

  boolean hasPackage(String name) {
    return sources.hasPackage(name) || classes.hasPackage(name);
  }

  /** The type with that binary name, or null. */
  @Nullable TypeSymbol type(String binaryName) {
    Optional<TypeSymbol> known = symbols.get(binaryName);
    if (known == null) {
      // Whether Lombok makes a builder of that name may be asked again while it is found out.
      symbols.put(binaryName, Optional.empty());
      known = Optional.ofNullable(load(binaryName));
      symbols.put(binaryName, known);
    }
    return known.orElse(null);
  }

  /** The declaration of a type, or null. */
  @Nullable TypeSymbol symbol(Type type) {
    Type upper = Types.upper(type);
    if (upper instanceof Type.Intersection both) {
      return symbol(both.parts().get(0));
    }
    return upper instanceof Type.Declared declared ? type(declared.name()) : null;
  }

  private @Nullable TypeSymbol load(String name) {
    SourceType source = sources.find(name);
    if (source != null) {
      return TypeSymbol.ofSource(this, source);
    }
    if (name.isEmpty() || Types.isPrimitiveName(name)) {
      return null;
    }
    TypeDecl declaration = classes.find(name);
    return declaration != null
        ? TypeSymbol.ofClassFile(this, declaration)
        : LombokBuilders.builderType(this, name);
  }

  /** The type with a name whose dots may separate packages or nested types, or null. */
  @Nullable TypeSymbol qualified(String name) {
    String candidate = name;
    while (true) {
      TypeSymbol found = type(candidate);
      if (found != null) {
        return found;
      }
      int dot = candidate.lastIndexOf('.');
      if (dot < 0) {
        return null;
      }
      candidate = candidate.substring(0, dot) + '$' + candidate.substring(dot + 1);
    }
  }

  /** A member type, declared or inherited, or null. */
  @Nullable TypeSymbol memberType(TypeSymbol owner, String simpleName) {
    TypeSymbol own = declaredMember(owner, simpleName);
    if (own != null) {
      return own;
    }
    for (String supertype : owner.lineage().names()) {
      boolean asked = supertype.equals(owner.name()) || supertype.equals("java.lang.Object");
      TypeSymbol declaring = asked ? null : type(supertype);
      TypeSymbol inherited = declaring == null ? null : declaredMember(declaring, simpleName);
      if (inherited != null
          && declaring != null
          && Access.isMember(owner, declaring, inherited.modifiers())) {
        return inherited;
      }
    }
    return null;
  }

  /**
   * Looks for a file only where one may be: nearly all questions are for types that are not there.
   */
  private @Nullable TypeSymbol declaredMember(TypeSymbol owner, String simpleName) {
    boolean mayBe =
        !owner.isSource()
            || owner.declaresMember(simpleName)
            || LombokBuilders.mentionsBuilder(owner)
            || isCompiled(owner);
    return mayBe ? type(owner.name() + '$' + simpleName) : null;
  }

  /** Whether there are class files beside those that the type's source is compiled to. */
  private boolean isCompiled(TypeSymbol type) {
    Unit unit = type.unit();
    return unit == null
        || compiled.computeIfAbsent(
            unit.packageName(), name -> name.isEmpty() || classes.hasPackage(name));
  }

  void reads(Unit unit, Position member) {
    read.computeIfAbsent(unit, u -> new HashSet<>()).add(member);
  }

  Set<Position> read(Unit unit) {
    return Collections.unmodifiableSet(read.getOrDefault(unit, Set.of()));
  }

  UnitNames namesOf(Unit unit) {
    return unitNames.computeIfAbsent(unit, u -> new UnitNames(this, u));
  }
}
