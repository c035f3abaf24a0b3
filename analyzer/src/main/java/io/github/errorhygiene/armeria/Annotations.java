package io.github.errorhygiene.armeria;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The annotations of annotated services, package {@code com.linecorp.armeria.server.annotation}.
 */
final class Annotations {
  static final String PACKAGE = "com.linecorp.armeria.server.annotation.";

  private static final Set<String> METHODS =
      Set.of("Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Trace");

  private Annotations() {}

  /** Those of the framework that name an HTTP method. */
  static List<AnnotationSymbol> mappings(MethodSymbol method) {
    return method.annotations().stream()
        .filter(a -> a.type().startsWith(PACKAGE) && METHODS.contains(simple(a)))
        .toList();
  }

  /** {@code Get} of {@code …annotation.Get}. */
  static String simple(AnnotationSymbol annotation) {
    return annotation.type().substring(annotation.type().lastIndexOf('.') + 1);
  }

  /** Those of that simple name on the method, then those on its class. */
  static Stream<AnnotationSymbol> named(TypeSymbol type, MethodSymbol method, String simpleName) {
    return Stream.concat(method.annotations().stream(), type.annotations().stream())
        .filter(a -> a.type().equals(PACKAGE + simpleName));
  }

  /** The classes that such annotations name, those of the method first. */
  static List<String> classes(TypeSymbol type, MethodSymbol method, String simpleName) {
    return named(type, method, simpleName)
        .flatMap(a -> a.types("value").stream())
        .map(Type::erasure)
        .toList();
  }

  /** Whether a parameter has one of these annotations. */
  static boolean has(MethodSymbol method, int parameter, Set<String> simpleNames) {
    return method.parameterAnnotations(parameter).stream()
        .anyMatch(a -> simpleNames.contains(simple(a)));
  }

  /** The media type that is produced, or consumed: {@code ProducesJson}; empty if none is named. */
  static String mediaType(TypeSymbol type, MethodSymbol method, String verb) {
    if (named(type, method, verb + "Json").findAny().isPresent()) {
      return "application/json";
    }
    if (named(type, method, verb + "Text").findAny().isPresent()) {
      return "text/plain";
    }
    return named(type, method, verb)
        .flatMap(a -> a.strings("value").stream())
        .map(text -> text.split(";", 2)[0].strip())
        .findFirst()
        .orElse("");
  }
}
