package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All types that the sources declare, by binary name. Of types declared twice the first one counts.
 */
final class SourceIndex {
  private final Map<String, SourceType> types = new HashMap<>();
  private final List<SourceType> sorted;
  private final Set<String> packages = new HashSet<>();
  private final NavigableSet<String> imported = new TreeSet<>();
  private final Map<Object, Map<String, String>> localTypes = new IdentityHashMap<>();

  SourceIndex(List<Unit> units) {
    for (Unit unit : units) {
      packages.add(unit.packageName());
      unit.imports().forEach(each -> imported.add(each.name()));
      unit.types().forEach(type -> add(new SourceType(type, unit, null, null, Map.of())));
    }
    sorted = new ArrayList<>(types.values());
    sorted.sort(Comparator.comparing(type -> type.declaration().name()));
  }

  @Nullable SourceType find(String binaryName) {
    return types.get(binaryName);
  }

  /** Sorted by name. */
  List<SourceType> all() {
    return sorted;
  }

  /** Whether something is imported that is {@linkplain Import#isBelow below} a name. */
  boolean imports(String prefix) {
    String next = imported.ceiling(prefix);
    return (next != null && next.startsWith(prefix))
        || (prefix.endsWith(".") && imported.contains(prefix.substring(0, prefix.length() - 1)));
  }

  boolean hasPackage(String name) {
    return packages.contains(name);
  }

  /** Simple to binary name of the types declared directly in a body. */
  Map<String, String> localTypes(Object owner) {
    return localTypes.getOrDefault(owner, Map.of());
  }

  private void add(SourceType type) {
    TypeDecl declaration = type.declaration();
    if (types.putIfAbsent(declaration.name(), type) != null) {
      return;
    }
    for (TypeDecl nested : declaration.types()) {
      add(new SourceType(nested, type.unit(), declaration.name(), null, Map.of()));
    }
    for (TypeDecl.EnumConstant constant : declaration.enumConstants()) {
      addBody(type, constant, new ArrayList<>(constant.arguments()));
      if (constant.body() != null) {
        add(new SourceType(constant.body(), type.unit(), declaration.name(), constant, Map.of()));
      }
    }
    for (FieldDecl field : declaration.fields()) {
      addBody(type, field, field.initializer() == null ? List.of() : List.of(field.initializer()));
    }
    for (MethodDecl method : declaration.methods()) {
      addBody(type, method, method.body() == null ? List.of() : List.of(method.body()));
    }
  }

  private void addBody(SourceType enclosing, Object owner, List<?> roots) {
    List<Object> found = new ArrayList<>();
    roots.forEach(root -> found.addAll(NestedNodes.typesIn(root)));
    Map<String, String> named = new HashMap<>();
    for (Object node : found) {
      if (node instanceof Stmt.LocalType local) {
        named.put(localName(local.type().name()), local.type().name());
      }
    }
    if (!named.isEmpty()) {
      localTypes.put(owner, named);
    }
    for (Object node : found) {
      TypeDecl declaration = NestedNodes.declaration(node);
      add(
          new SourceType(
              declaration, enclosing.unit(), enclosing.declaration().name(), owner, named));
    }
  }

  /** {@code Local} of {@code com.acme.Outer$1Local}. */
  static String localName(String binaryName) {
    String last = binaryName.substring(binaryName.lastIndexOf('$') + 1);
    int start = 0;
    while (start < last.length() && Character.isDigit(last.charAt(start))) {
      start++;
    }
    return last.substring(start);
  }
}
