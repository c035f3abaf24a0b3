package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Annotations as Spring finds them: through meta-annotations, overridden methods and supertypes
 * (AnnotatedElementUtils).
 */
final class Merged {
  private final Program program;
  private final @Nullable ContractFirst generated;

  /** By annotation, and by what it was asked of: a type, a method, the name of an annotation. */
  private final Map<String, Map<Object, Optional<AnnotationSymbol>>> known = new HashMap<>();

  /** Annotations as they are written. */
  Merged(Program program) {
    this.program = program;
    this.generated = null;
  }

  /** Annotations as they are written, and those that generated interfaces will have. */
  Merged(Program program, ContractFirst generated) {
    this.program = program;
    this.generated = generated;
  }

  /**
   * The annotation, directly present or as a meta-annotation; members of the annotation in use win
   * over those of the meta.
   */
  @Nullable AnnotationSymbol find(Annotated element, String type) {
    return find(element, type, new HashSet<>());
  }

  private @Nullable AnnotationSymbol find(Annotated element, String type, Set<String> seen) {
    AnnotationSymbol direct = element.annotation(type);
    if (direct != null) {
      return direct;
    }
    for (AnnotationSymbol used : element.annotations()) {
      AnnotationSymbol meta = seen.add(used.type()) ? onAnnotation(used.type(), type, seen) : null;
      if (meta != null) {
        return overlay(meta, used);
      }
    }
    return null;
  }

  private @Nullable AnnotationSymbol onAnnotation(String used, String type, Set<String> seen) {
    Map<Object, Optional<AnnotationSymbol>> answers = answers(type);
    Optional<AnnotationSymbol> meta = answers.get(used);
    if (meta == null) {
      TypeSymbol declared = program.type(used);
      meta = Optional.ofNullable(declared == null ? null : find(declared, type, seen));
      answers.put(used, meta);
    }
    return meta.orElse(null);
  }

  private static AnnotationSymbol overlay(AnnotationSymbol meta, AnnotationSymbol used) {
    Map<String, Object> values = new LinkedHashMap<>(meta.values());
    values.putAll(used.values());
    return new AnnotationSymbol(meta.type(), values, used.position());
  }

  private Map<Object, Optional<AnnotationSymbol>> answers(String annotation) {
    return known.computeIfAbsent(annotation, asked -> new HashMap<>());
  }

  /** On the type or the nearest of its supertypes. */
  @Nullable AnnotationSymbol onType(TypeSymbol type, String annotation) {
    Map<Object, Optional<AnnotationSymbol>> answers = answers(annotation);
    Optional<AnnotationSymbol> found = answers.get(type);
    if (found == null) {
      found = Optional.ofNullable(findOnType(type, annotation));
      answers.put(type, found);
    }
    return found.orElse(null);
  }

  private @Nullable AnnotationSymbol findOnType(TypeSymbol type, String annotation) {
    for (String name : program.supertypes(type.name())) {
      TypeSymbol at = program.type(name);
      AnnotationSymbol found = at == null ? null : find(at, annotation);
      if (found != null) {
        return found;
      }
    }
    return generated == null ? null : find(() -> generated.of(type), annotation);
  }

  /** On the method or the nearest that it overrides. */
  @Nullable AnnotationSymbol onMethod(MethodSymbol method, String annotation) {
    Map<Object, Optional<AnnotationSymbol>> answers = answers(annotation);
    Optional<AnnotationSymbol> found = answers.get(method);
    if (found == null) {
      found = Optional.ofNullable(findOnMethod(method, annotation));
      answers.put(method, found);
    }
    return found.orElse(null);
  }

  private @Nullable AnnotationSymbol findOnMethod(MethodSymbol method, String annotation) {
    for (Annotated at : declarations(method)) {
      AnnotationSymbol found = find(at, annotation);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The method and those that it overrides, nearest first. */
  List<Annotated> declarations(MethodSymbol method) {
    List<Annotated> declarations = new ArrayList<>(readable(method));
    Generated last = generated == null ? null : generated.of(method);
    if (last != null) {
      declarations.add(last);
    }
    return declarations;
  }

  private List<MethodSymbol> readable(MethodSymbol method) {
    List<MethodSymbol> declarations = new ArrayList<>();
    declarations.add(method);
    declarations.addAll(program.overridden(method));
    return declarations;
  }

  /** On a parameter, of the method or of the nearest that it overrides. */
  @Nullable AnnotationSymbol onParameter(MethodSymbol method, int index, String annotation) {
    for (AnnotationSymbol found : onParameter(method, index)) {
      if (found.type().equals(annotation)) {
        return found;
      }
    }
    return null;
  }

  /** All annotations of a parameter, nearest declaration first. */
  List<AnnotationSymbol> onParameter(MethodSymbol method, int index) {
    List<AnnotationSymbol> found = new ArrayList<>();
    readable(method).forEach(at -> found.addAll(at.parameterAnnotations(index)));
    Generated last = generated == null ? null : generated.of(method);
    if (last != null) {
      found.addAll(last.parameter(index));
    }
    return found;
  }
}
