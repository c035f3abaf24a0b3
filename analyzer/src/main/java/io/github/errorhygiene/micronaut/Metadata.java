package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Annotations as Micronaut's compiler finds them: methods and parameters inherit those of what they
 * override (AbstractAnnotationMetadataBuilder).
 */
final class Metadata {
  private final Program program;

  Metadata(Program program) {
    this.program = program;
  }

  /** On the method or the nearest that it overrides; null if on none. */
  @Nullable AnnotationSymbol onMethod(MethodSymbol method, String annotation) {
    return declarations(method)
        .map(at -> at.annotation(annotation))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  /** On the method, else on the class or its nearest supertype; null if on none. */
  @Nullable AnnotationSymbol onMethodOrType(
      TypeSymbol type, MethodSymbol method, String annotation) {
    AnnotationSymbol own = onMethod(method, annotation);
    return own == null ? onType(type, annotation) : own;
  }

  /** On the class or its nearest supertype; null if on none. */
  @Nullable AnnotationSymbol onType(TypeSymbol type, String annotation) {
    for (String name : program.supertypes(type.name())) {
      TypeSymbol at = program.type(name);
      AnnotationSymbol found = at == null ? null : at.annotation(annotation);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The method and those that it overrides, nearest first. */
  Stream<MethodSymbol> declarations(MethodSymbol method) {
    return Stream.concat(Stream.of(method), program.overridden(method).stream());
  }

  /** All annotations of a parameter, nearest declaration first. */
  List<AnnotationSymbol> onParameter(MethodSymbol method, int index) {
    List<AnnotationSymbol> found = new ArrayList<>();
    declarations(method).forEach(at -> found.addAll(at.parameterAnnotations(index)));
    return found;
  }

  /** One annotation of a parameter; null if it has none of that name. */
  @Nullable AnnotationSymbol onParameter(MethodSymbol method, int index, String annotation) {
    return onParameter(method, index).stream()
        .filter(found -> found.type().equals(annotation))
        .findFirst()
        .orElse(null);
  }

  /** Whether the element has an annotation of that simple name: {@code Nullable}. */
  static boolean names(List<AnnotationSymbol> annotations, String simpleName) {
    return annotations.stream().anyMatch(a -> Names.simple(a.type()).equals(simpleName));
  }

  /** The annotations of an element that are from a package. */
  static Stream<AnnotationSymbol> from(Annotated element, String packageName) {
    return element.annotations().stream().filter(a -> a.type().startsWith(packageName));
  }
}
