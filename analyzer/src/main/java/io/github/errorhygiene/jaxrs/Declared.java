package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotations as the runtimes find them (section 3.6 of the specification): a method without any of
 * its own has those of the method that it overrides, superclasses before interfaces; a class
 * without has those of its supertypes.
 */
final class Declared {
  private final Program program;

  Declared(Program program) {
    this.program = program;
  }

  /** The method itself or the one that it overrides, whichever carries the annotations. */
  @Nullable MethodSymbol declaration(MethodSymbol method) {
    if (isAnnotated(method)) {
      return method;
    }
    for (MethodSymbol overridden : program.overridden(method)) {
      if (isAnnotated(overridden)) {
        return overridden;
      }
    }
    return null;
  }

  private boolean isAnnotated(MethodSymbol method) {
    boolean ofApi = method.annotations().stream().anyMatch(a -> Ws.isOfApi(a.type()));
    return ofApi || !verbs(method).isEmpty();
  }

  /** The HTTP methods that a method is for. */
  List<String> verbs(MethodSymbol method) {
    List<String> verbs = new ArrayList<>();
    for (AnnotationSymbol annotation : method.annotations()) {
      String verb = verb(annotation);
      if (!verb.isEmpty()) {
        verbs.add(verb);
      }
    }
    return verbs;
  }

  private String verb(AnnotationSymbol annotation) {
    TypeSymbol type = program.type(annotation.type());
    AnnotationSymbol meta = type == null ? null : Ws.find(type, "HttpMethod");
    if (meta != null) {
      return String.valueOf(meta.value("value"));
    }
    String name = Ws.simple(annotation.type());
    boolean known = type == null && Ws.isOfApi(annotation.type()) && STANDARD.contains(name);
    return known ? name : "";
  }

  private static final List<String> STANDARD =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

  /** On the type or the nearest of its supertypes. */
  @Nullable AnnotationSymbol onType(TypeSymbol type, String name) {
    Annotated found = carrier(type, name);
    return found == null ? null : Ws.find(found, name);
  }

  /** The type or the nearest of its supertypes that has the annotation. */
  @Nullable TypeSymbol carrier(TypeSymbol type, String name) {
    for (String supertype : program.supertypes(type.name())) {
      TypeSymbol at = program.type(supertype);
      if (at != null && Ws.find(at, name) != null) {
        return at;
      }
    }
    return null;
  }

  /** The media types that an annotation of the method, else of its class, names. */
  List<String> mediaTypes(MethodSymbol method, TypeSymbol type, String name) {
    AnnotationSymbol onMethod = Ws.find(method, name);
    AnnotationSymbol found = onMethod == null ? onType(type, name) : onMethod;
    return found == null
        ? List.of()
        : found.strings("value").stream()
            .flatMap(text -> List.of(text.split(",")).stream())
            .map(text -> text.split(";", 2)[0].strip())
            .toList();
  }
}
