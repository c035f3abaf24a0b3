package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What simple names mean in one file outside its types: imports, package, {@code java.lang}. */
final class UnitNames {
  /** Lombok's annotations: their package is often imported on demand beside other unknown ones. */
  private static final Set<String> LOMBOK =
      Set.of(
          "AllArgsConstructor",
          "Builder",
          "Data",
          "EqualsAndHashCode",
          "Getter",
          "NoArgsConstructor",
          "NonNull",
          "RequiredArgsConstructor",
          "Setter",
          "Singular",
          "SneakyThrows",
          "ToString",
          "Value",
          "With");

  private final Universe universe;
  private final Unit unit;
  private final Map<String, String> single = new HashMap<>();
  private final Map<String, List<String>> staticSingle = new HashMap<>();
  private final List<String> onDemand = new ArrayList<>();
  private final List<String> staticOnDemand = new ArrayList<>();
  private final Map<String, Optional<Type>> resolved = new HashMap<>();

  UnitNames(Universe universe, Unit unit) {
    this.universe = universe;
    this.unit = unit;
    unit.imports().forEach(this::add);
  }

  private void add(Import declaration) {
    String name = declaration.name();
    if (declaration.wildcard()) {
      (declaration.isStatic() ? staticOnDemand : onDemand).add(name);
      return;
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (!declaration.isStatic()) {
      single.putIfAbsent(simple, name);
    } else if (name.indexOf('.') > 0) {
      String owner = name.substring(0, name.lastIndexOf('.'));
      staticSingle.computeIfAbsent(simple, s -> new ArrayList<>()).add(owner);
    }
  }

  /** Types from which a static member of that name may be imported, single imports first. */
  List<Type> staticOwners(String member) {
    List<Type> owners = new ArrayList<>();
    staticSingle.getOrDefault(member, List.of()).forEach(name -> owners.add(qualified(name)));
    staticOnDemand.forEach(name -> owners.add(qualified(name)));
    return owners;
  }

  /** The type that alone explains a static member by a single static import, or null. */
  @Nullable Type explicitStaticOwner(String member) {
    List<String> owners = staticSingle.getOrDefault(member, List.of());
    return owners.isEmpty() ? null : qualified(owners.get(0));
  }

  /**
   * The type that a simple name means; unknown with its full name where an import says so; null if
   * nothing does.
   */
  @Nullable Type type(String simpleName) {
    Optional<Type> known = resolved.get(simpleName);
    if (known == null) {
      known = Optional.ofNullable(find(simpleName));
      resolved.put(simpleName, known);
    }
    return known.orElse(null);
  }

  private @Nullable Type find(String name) {
    String imported = single.get(name);
    if (imported != null) {
      return qualified(imported);
    }
    TypeSymbol symbol =
        universe.type(unit.packageName().isEmpty() ? name : unit.packageName() + '.' + name);
    if (symbol == null) {
      symbol = imported(staticSingle.getOrDefault(name, List.of()), name);
    }
    if (symbol == null) {
      symbol = onDemand(name);
    }
    if (symbol == null) {
      symbol = universe.type("java.lang." + name);
    }
    return symbol != null ? Types.declared(symbol.name()) : guess(name);
  }

  private @Nullable TypeSymbol imported(List<String> owners, String name) {
    for (String owner : owners) {
      TypeSymbol type = universe.qualified(owner);
      TypeSymbol member = type == null ? null : universe.memberType(type, name);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  private @Nullable TypeSymbol onDemand(String name) {
    for (String prefix : onDemand) {
      TypeSymbol found = universe.type(prefix + '.' + name);
      TypeSymbol around = found == null ? universe.qualified(prefix) : null;
      found = around == null ? found : universe.type(around.name() + '$' + name);
      if (found != null) {
        return found;
      }
    }
    return imported(staticOnDemand, name);
  }

  /**
   * A name that nothing known explains comes from the only package imported on demand of which
   * nothing is known, if there is exactly one; with several any choice would be a guess.
   */
  private @Nullable Type guess(String name) {
    if (!Character.isUpperCase(name.charAt(0))) {
      return null;
    }
    if (onDemand.contains("lombok") && LOMBOK.contains(name)) {
      return new Type.Unknown("lombok." + name);
    }
    List<String> unknown =
        onDemand.stream()
            .filter(p -> !universe.hasPackage(p) && universe.qualified(p) == null)
            .distinct()
            .toList();
    return unknown.size() == 1 ? new Type.Unknown(binaryGuess(unknown.get(0) + '.' + name)) : null;
  }

  /** A type by its fully qualified name; unknown, but with its name, if it is nowhere. */
  Type qualified(String name) {
    TypeSymbol symbol = universe.qualified(name);
    return symbol != null ? Types.declared(symbol.name()) : new Type.Unknown(binaryGuess(name));
  }

  /**
   * By convention the first part in upper case is the top-level type and what follows is nested in
   * it.
   */
  static String binaryGuess(String name) {
    int start = 0;
    while (start < name.length() && !Character.isUpperCase(name.charAt(start))) {
      int dot = name.indexOf('.', start);
      if (dot < 0) {
        return name;
      }
      start = dot + 1;
    }
    return name.substring(0, start) + name.substring(start).replace('.', '$');
  }
}
