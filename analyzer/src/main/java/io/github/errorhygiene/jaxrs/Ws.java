package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of the API's types: {@code javax.ws.rs} until 2.1, {@code jakarta.ws.rs} since 3.0. */
final class Ws {
  static final List<String> PACKAGES = List.of("jakarta.ws.rs.", "javax.ws.rs.");

  private Ws() {}

  /** The annotation of the API with that name, as {@code Path}; null if there is none. */
  static @Nullable AnnotationSymbol find(Annotated element, String name) {
    return find(element.annotations(), name);
  }

  /** The annotation of the API with that name among these; null if there is none. */
  static @Nullable AnnotationSymbol find(List<AnnotationSymbol> annotations, String name) {
    for (AnnotationSymbol annotation : annotations) {
      if (is(annotation.type(), name)) {
        return annotation;
      }
    }
    return null;
  }

  /** Whether that is the type of the API with that name, as {@code core.Response}. */
  static boolean is(String type, String name) {
    return type.endsWith(name)
        && PACKAGES.contains(type.substring(0, type.length() - name.length()));
  }

  /** Whether the type is one of the API's own. */
  static boolean isOfApi(String type) {
    return PACKAGES.stream().anyMatch(type::startsWith);
  }

  /** Both names of a type. */
  static Stream<String> names(String name) {
    return PACKAGES.stream().map(start -> start + name);
  }

  /**
   * Names of a type and its supertypes, each as {@link #renamed}: without a class path, the
   * signatures of a runtime's types are those of one version, which may have the other API.
   */
  static List<String> supertypes(Program program, String type) {
    return program.supertypes(type).stream().map(Ws::renamed).toList();
  }

  /** The name since Jakarta EE 9 of a type that had another one before. */
  static String renamed(String type) {
    return type.startsWith("javax.ws.rs.") || type.startsWith("javax.validation.")
        ? "jakarta" + type.substring("javax".length())
        : type;
  }

  /** Simple name of a binary name. */
  static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
