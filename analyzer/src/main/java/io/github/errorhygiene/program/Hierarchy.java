package io.github.errorhygiene.program;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who is below whom, and who overrides what. */
final class Hierarchy {
  private final Universe universe;
  private @Nullable Map<String, List<TypeSymbol>> below;
  private final Map<Call, List<MethodSymbol>> implementations = new HashMap<>();
  private final Map<String, List<MethodSymbol>> allMethods = new HashMap<>();

  Hierarchy(Universe universe) {
    this.universe = universe;
  }

  /** A method as called on something of that type. */
  private record Call(TypeSymbol receiver, MethodSymbol method) {
    /** Symbols are the same or not equal. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Call that && receiver == that.receiver && method == that.method;
    }

    @Override
    public int hashCode() {
      return 31 * receiver.hashCode() + method.hashCode();
    }
  }

  /** All subtypes in the sources, sorted by name. */
  List<TypeSymbol> sourceSubtypes(String type) {
    Map<String, List<TypeSymbol>> index = below;
    if (index == null) {
      index = index();
      below = index;
    }
    return Collections.unmodifiableList(index.getOrDefault(type, List.of()));
  }

  private Map<String, List<TypeSymbol>> index() {
    Map<String, List<TypeSymbol>> index = new HashMap<>();
    for (SourceType source : universe.sources().all()) {
      TypeSymbol symbol = universe.type(source.declaration().name());
      if (symbol == null) {
        continue;
      }
      for (String above : symbol.lineage().names()) {
        if (!above.equals(symbol.name())) {
          index.computeIfAbsent(above, a -> new ArrayList<>()).add(symbol);
        }
      }
    }
    return index;
  }

  /** The methods that may run, see {@link Program#implementations}. */
  List<MethodSymbol> implementations(MethodSymbol method, Type receiver) {
    if (method.isStatic() || method.isConstructor() || !isOverridable(method)) {
      return runs(method) ? List.of(method) : List.of();
    }
    TypeSymbol start = universe.symbol(receiver);
    TypeSymbol top =
        start == null || start.lineage().find(method.owner().name()) == null
            ? method.owner()
            : start;
    Call call = new Call(top, method);
    List<MethodSymbol> known = implementations.get(call);
    if (known == null) {
      known = findImplementations(top, method);
      implementations.put(call, known);
    }
    return known;
  }

  private List<MethodSymbol> findImplementations(TypeSymbol top, MethodSymbol method) {
    Set<MethodSymbol> found = new LinkedHashSet<>();
    addImplementation(top, method, found);
    for (TypeSymbol subtype : sourceSubtypes(top.name())) {
      addImplementation(subtype, method, found);
    }
    return found.stream().sorted(Comparator.comparing(m -> m.owner().name())).toList();
  }

  private static boolean isOverridable(MethodSymbol method) {
    return !Modifier.isPrivate(method.modifiers());
  }

  private static boolean runs(MethodSymbol method) {
    return method.hasBody() || method.implicit() != MethodSymbol.Implicit.NONE;
  }

  private void addImplementation(TypeSymbol type, MethodSymbol method, Set<MethodSymbol> found) {
    MethodSymbol best = null;
    for (MethodSymbol candidate : universe.members().methods(type, method.name())) {
      boolean same = candidate == method || overrides(type, candidate, method);
      if (same && !candidate.isAbstract() && (best == null || beats(candidate, best))) {
        best = candidate;
      }
    }
    if (best != null && runs(best)) {
      found.add(best);
    }
  }

  /** Candidates come nearest first, but a method of a class wins over any default method. */
  private static boolean beats(MethodSymbol candidate, MethodSymbol best) {
    return best.owner().isInterface() && !candidate.owner().isInterface();
  }

  /** Whether two methods are the same as seen from a type that has both. */
  private boolean overrides(TypeSymbol type, MethodSymbol one, MethodSymbol other) {
    int count = one.parameterTypes().size();
    if (!one.name().equals(other.name())
        || count != other.parameterTypes().size()
        || one.isStatic()) {
      return false;
    }
    return parameters(type, one).equals(parameters(type, other))
        || (isOnlyOneOfArity(one) && isOnlyOneOfArity(other) && mayBeSame(type, one, other));
  }

  /** No primitive stands for a type that is not known: {@code get(int)} is no {@code get(T)}. */
  private boolean mayBeSame(TypeSymbol type, MethodSymbol one, MethodSymbol other) {
    List<String> those = parameters(type, one);
    List<String> these = parameters(type, other);
    return IntStream.range(0, those.size())
        .allMatch(
            i ->
                those.get(i).equals(these.get(i))
                    || (!isPrimitive(one, i) && !isPrimitive(other, i)));
  }

  private static boolean isPrimitive(MethodSymbol method, int parameter) {
    return method.parameterTypes().get(parameter) instanceof Type.Primitive;
  }

  private List<String> parameters(TypeSymbol type, MethodSymbol method) {
    return method.parameterTypes().stream()
        .map(p -> universe.members().seenFrom(type.thisType(), method.owner(), p).erasure())
        .toList();
  }

  /**
   * Where types are unknown or raw, a single method of that name and arity is taken for the same.
   */
  private static boolean isOnlyOneOfArity(MethodSymbol method) {
    long same =
        method.owner().methods().stream()
            .filter(
                m ->
                    m.name().equals(method.name())
                        && m.parameterTypes().size() == method.parameterTypes().size())
            .count();
    return same == 1;
  }

  /** What the method overrides or implements, nearest first. */
  List<MethodSymbol> overridden(MethodSymbol method) {
    if (method.isStatic() || method.isConstructor()) {
      return List.of();
    }
    TypeSymbol owner = method.owner();
    return universe.members().methods(owner.thisType(), method.name()).stream()
        .filter(m -> m.owner() != owner && isOverridable(m) && overrides(owner, method, m))
        .toList();
  }

  /** All methods, inherited ones included, overridden ones excluded. */
  List<MethodSymbol> allMethods(TypeSymbol type) {
    List<MethodSymbol> known = allMethods.get(type.name());
    if (known == null) {
      known = findAll(type);
      allMethods.put(type.name(), known);
    }
    return known;
  }

  private List<MethodSymbol> findAll(TypeSymbol type) {
    Map<String, List<MethodSymbol>> byName = new HashMap<>();
    List<MethodSymbol> all = new ArrayList<>();
    for (String above : type.lineage().names()) {
      TypeSymbol owner = universe.type(above);
      for (MethodSymbol method : owner == null ? List.<MethodSymbol>of() : owner.methods()) {
        List<MethodSymbol> same = byName.computeIfAbsent(method.name(), n -> new ArrayList<>());
        boolean inherited = owner == type || !method.isConstructor();
        if (inherited
            && same.stream()
                .noneMatch(m -> m.owner() != method.owner() && overrides(type, m, method))) {
          same.add(method);
          all.add(method);
        }
      }
    }
    return List.copyOf(all);
  }
}
