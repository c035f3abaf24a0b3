package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program's classes with {@code @ControllerAdvice}, and which controllers they are for. */
final class AdviceScopes {
  private static final List<String> SELECTORS =
      List.of("value", "basePackages", "basePackageClasses", "assignableTypes", "annotations");

  private final Program program;
  private final Merged merged;

  AdviceScopes(Program program, Merged merged) {
    this.program = program;
    this.merged = merged;
  }

  /** All of them, in the order of the sources. */
  List<TypeSymbol> types(Project project) {
    return project.sourceTypes().stream().filter(type -> annotation(type) != null).toList();
  }

  /** The annotation of a class that is a bean; null if it has none. */
  @Nullable AnnotationSymbol annotation(TypeSymbol type) {
    if (type.kind() != TypeDecl.Kind.CLASS || type.isAbstract()) {
      return null;
    }
    AnnotationSymbol rest = merged.onType(type, Names.REST_CONTROLLER_ADVICE);
    return rest != null ? rest : merged.onType(type, Names.CONTROLLER_ADVICE);
  }

  /** Whether it is for some controllers only. */
  static boolean isSelective(AnnotationSymbol annotation) {
    return SELECTORS.stream().anyMatch(member -> !annotation.list(member).isEmpty());
  }

  /** HandlerTypePredicate: any selector that matches suffices. */
  boolean isFor(AnnotationSymbol annotation, TypeSymbol controller) {
    return !isSelective(annotation)
        || inPackage(annotation, controller.name())
        || annotation.types("assignableTypes").stream()
            .anyMatch(type -> program.isSubtype(controller.name(), type.erasure()) == Certainty.YES)
        || annotation.types("annotations").stream()
            .anyMatch(type -> merged.onType(controller, type.erasure()) != null);
  }

  private static boolean inPackage(AnnotationSymbol annotation, String controller) {
    List<String> packages = new ArrayList<>(annotation.strings("value"));
    packages.addAll(annotation.strings("basePackages"));
    annotation.types("basePackageClasses").forEach(type -> packages.add(packageOf(type.erasure())));
    return packages.stream()
        .anyMatch(name -> controller.startsWith(name.endsWith(".") ? name : name + "."));
  }

  private static String packageOf(String type) {
    return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
  }
}
