package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which providers a runtime knows: those that the program names, and, unless it names all that it
 * has (section 2.3.2 of the specification), those that scanning finds by an annotation.
 */
final class Registered implements Predicate<TypeSymbol> {
  /** Annotations that no container looks at. */
  private static final List<String> OF_COMPILERS = List.of("java.lang.", "lombok.");

  private final Project project;
  private final Program program;
  private final boolean all;

  Registered(Project project) {
    this.project = project;
    this.program = project.program();
    this.all = isRegistering() && project.sourceTypes().stream().anyMatch(this::isRoot);
  }

  @Override
  public boolean test(TypeSymbol provider) {
    return isNamed(provider) || (!namesAll() && isAnnotated(provider));
  }

  private boolean namesAll() {
    return all && project.sourceTypes().stream().filter(this::isRoot).allMatch(this::isNamed);
  }

  /** By calls of {@code ResourceConfig} or the like, or by an {@code Application}'s methods. */
  private boolean isRegistering() {
    boolean called = program.isUsed("register") && !program.isUsed("packages");
    return called
        || Ws.names("core.Application")
            .flatMap(name -> project.sourceSubtypes(name).stream())
            .flatMap(type -> type.methods().stream())
            .anyMatch(method -> method.name().matches("getClasses|getSingletons"));
  }

  private boolean isRoot(TypeSymbol type) {
    return type.kind() == TypeDecl.Kind.CLASS
        && !type.isAbstract()
        && Ws.find(type, "Path") != null;
  }

  private boolean isNamed(TypeSymbol type) {
    return program.isCreated(type.name()) || program.isUsed(Ws.simple(type.name()) + ".class");
  }

  private static boolean isAnnotated(TypeSymbol type) {
    return type.annotations().stream()
        .map(AnnotationSymbol::type)
        .anyMatch(name -> OF_COMPILERS.stream().noneMatch(name::startsWith));
  }
}
