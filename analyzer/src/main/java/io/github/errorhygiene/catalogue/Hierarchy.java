package io.github.errorhygiene.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a map from type to superclass. */
final class Hierarchy {
  private Hierarchy() {}

  /** The type and its superclasses as far as they are known, nearest first; ends at a cycle. */
  static List<String> supertypes(Map<String, String> superclasses, String name) {
    Set<String> chain = new LinkedHashSet<>();
    @Nullable String type = name;
    while (type != null && chain.add(type)) {
      type = superclasses.get(type);
    }
    return List.copyOf(chain);
  }
}
