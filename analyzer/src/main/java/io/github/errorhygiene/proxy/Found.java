package io.github.errorhygiene.proxy;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds annotations through meta-annotations, overridden methods and supertypes. */
final class Found {
  private final Program program;

  Found(Program program) {
    this.program = program;
  }

  /** On the method or one that it overrides; null if there is none. */
  @Nullable AnnotationSymbol onMethod(MethodSymbol method, String type) {
    return Stream.concat(Stream.of(method), program.overridden(method).stream())
        .map(at -> on(at, type))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
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
    return on(element, type, new HashSet<>());
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
