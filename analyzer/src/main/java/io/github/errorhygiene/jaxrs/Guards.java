package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which methods only some callers may call (Jakarta Annotations, sections 2.10 and 2.12): what a
 * method says counts before what its class says.
 */
final class Guards {
  private static final Set<String> GUARDED =
      Set.of("RolesAllowed", "DenyAll", "PermissionsAllowed");

  /** Packages of annotations of runtimes. */
  private static final List<String> OWN =
      List.of("io.quarkus.security.", "io.helidon.security.annotations.");

  private final Program program;
  private final List<TypeSymbol> applications;

  Guards(Project project) {
    this.program = project.program();
    this.applications =
        Ws.names("core.Application")
            .flatMap(name -> project.sourceSubtypes(name).stream())
            .toList();
  }

  /** Who may call a method. */
  enum Access {
    /** Nobody said. */
    UNSAID,
    ANYBODY,
    /** Who says who he is. */
    KNOWN,
    SOME
  }

  /** Who may call a method of objects of a type. */
  Access to(MethodSymbol method, TypeSymbol type) {
    Access said = says(method);
    for (String name : program.supertypes(type.name())) {
      TypeSymbol at = program.type(name);
      if (said == Access.UNSAID && at != null) {
        said = says(at);
      }
    }
    for (TypeSymbol application : applications) {
      said = said == Access.UNSAID ? says(application) : said;
    }
    return said;
  }

  /** Whether one of these annotations is on a method, on its class or on the application. */
  boolean says(List<String> annotations, MethodSymbol method, TypeSymbol type) {
    Stream<TypeSymbol> types =
        Stream.concat(
            program.supertypes(type.name()).stream().map(program::type).filter(Objects::nonNull),
            applications.stream());
    return Stream.concat(Stream.of(method), types)
        .flatMap(element -> element.annotations().stream())
        .anyMatch(annotation -> annotations.contains(annotation.type()));
  }

  private static Access says(Annotated element) {
    for (AnnotationSymbol annotation : element.annotations()) {
      String name = Ws.simple(annotation.type());
      boolean known =
          annotation.type().endsWith(".annotation.security." + name)
              || OWN.contains(
                  annotation.type().substring(0, annotation.type().length() - name.length()));
      if (known && name.equals("PermitAll")) {
        return Access.ANYBODY;
      }
      if (known && name.equals("Authenticated")) {
        return Access.KNOWN;
      }
      if (known && GUARDED.contains(name)) {
        return Access.SOME;
      }
    }
    return Access.UNSAID;
  }
}
