package io.github.errorhygiene.proxy;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds annotations through meta-annotations, overridden methods and supertypes. */
final class Found {
  private final Program program;

  /** All annotations of an element, its meta-annotations included, by type. */
  private final Map<Annotated, Set<String>> all = new IdentityHashMap<>();

  private final Map<MethodSymbol, List<MethodSymbol>> declarations = new IdentityHashMap<>();

  Found(Program program) {
    this.program = program;
  }

  /** On the method or one that it overrides; null if there is none. */
  @Nullable AnnotationSymbol onMethod(MethodSymbol method, String type) {
    for (MethodSymbol at : declarations(method)) {
      AnnotationSymbol found = on(at, type);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private List<MethodSymbol> declarations(MethodSymbol method) {
    List<MethodSymbol> known = declarations.get(method);
    if (known == null) {
      known = new ArrayList<>(List.of(method));
      known.addAll(program.overridden(method));
      declarations.put(method, known);
    }
    return known;
  }

  /** On the type or one of its supertypes; null if there is none. */
  @Nullable AnnotationSymbol onType(TypeSymbol type, String annotation) {
    for (String name : program.supertypes(type.name())) {
      TypeSymbol at = program.type(name);
      AnnotationSymbol found = at == null ? null : on(at, annotation);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** On the element itself or as a meta-annotation; null if there is none. */
  @Nullable AnnotationSymbol on(Annotated element, String type) {
    return all(element).contains(type) ? on(element, type, new HashSet<>()) : null;
  }

  private Set<String> all(Annotated element) {
    Set<String> known = all.get(element);
    if (known == null) {
      known = new HashSet<>();
      collect(element, known);
      all.put(element, known);
    }
    return known;
  }

  private void collect(Annotated element, Set<String> types) {
    for (AnnotationSymbol used : element.annotations()) {
      TypeSymbol declared = types.add(used.type()) ? program.type(used.type()) : null;
      if (declared != null) {
        collect(declared, types);
      }
    }
  }

  private @Nullable AnnotationSymbol on(Annotated element, String type, Set<String> seen) {
    AnnotationSymbol direct = element.annotation(type);
    if (direct != null) {
      return direct;
    }
    for (AnnotationSymbol used : element.annotations()) {
      TypeSymbol declared = seen.add(used.type()) ? program.type(used.type()) : null;
      AnnotationSymbol meta = declared == null ? null : on(declared, type, seen);
      if (meta != null) {
        Map<String, Object> values = new LinkedHashMap<>(meta.values());
        values.putAll(used.values());
        return new AnnotationSymbol(type, values, used.position());
      }
    }
    return null;
  }
}
