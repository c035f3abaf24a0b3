package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.Set;

/**
 * Which methods only some callers may call (Jakarta Annotations, sections 2.10 and 2.12): what a
 * method says counts before what its class says.
 */
final class Guards {
  private static final Set<String> GUARDED =
      Set.of("RolesAllowed", "DenyAll", "Authenticated", "PermissionsAllowed");

  private final Program program;

  Guards(Program program) {
    this.program = program;
  }

  /** Who may call a method. */
  enum Access {
    /** Nobody said. */
    UNSAID,
    ANYBODY,
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
    return said;
  }

  private static Access says(Annotated element) {
    for (AnnotationSymbol annotation : element.annotations()) {
      String name = Ws.simple(annotation.type());
      boolean known =
          annotation.type().endsWith(".annotation.security." + name)
              || annotation.type().equals("io.quarkus.security." + name);
      if (known && name.equals("PermitAll")) {
        return Access.ANYBODY;
      }
      if (known && GUARDED.contains(name)) {
        return Access.SOME;
      }
    }
    return Access.UNSAID;
  }
}
