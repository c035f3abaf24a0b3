package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter of a resource method, or a field of a bean of parameters, is bound to.
 *
 * @param name of the variable, query parameter…; empty for others
 * @param annotations all of the parameter
 */
record Input(Kind kind, String name, Type type, List<AnnotationSymbol> annotations) {
  /** Where it comes from. */
  enum Kind {
    PATH("PathParam"),
    QUERY("QueryParam"),
    MATRIX("MatrixParam"),
    HEADER("HeaderParam"),
    COOKIE("CookieParam"),
    FORM("FormParam"),
    /** An object with more parameters in its fields. */
    BEAN("BeanParam"),
    /** The runtime supplies it. */
    CONTEXT("Context"),
    /** What the request is answered through later. */
    SUSPENDED("container.Suspended"),
    /** A part of a multipart body, or something that an extension supplies. */
    OTHER(""),
    /** The body. */
    ENTITY("");

    private final String annotation;

    Kind(String annotation) {
      this.annotation = annotation;
    }

    /** One text that is converted to the parameter's type. */
    boolean isConverted() {
      return this == PATH
          || this == QUERY
          || this == MATRIX
          || this == HEADER
          || this == COOKIE
          || this == FORM;
    }
  }

  /** RESTEasy's and Quarkus's shorthands, whose name may be left out. */
  private static final Map<String, Kind> REST =
      Map.of(
          "Path", Kind.PATH,
          "Query", Kind.QUERY,
          "Matrix", Kind.MATRIX,
          "Header", Kind.HEADER,
          "Cookie", Kind.COOKIE,
          "Form", Kind.FORM);

  /** Annotations that leave a parameter the body. */
  private static final Set<String> HARMLESS =
      Set.of("Valid", "Encoded", "DefaultValue", "Deprecated", "Nullable", "SuppressWarnings");

  /** What annotations make of a parameter. */
  static Input of(List<AnnotationSymbol> annotations, Type type, String parameter) {
    for (Kind kind : Kind.values()) {
      AnnotationSymbol found =
          kind.annotation.isEmpty() ? null : Ws.find(annotations, kind.annotation);
      if (found != null) {
        return new Input(kind, text(found, ""), type, annotations);
      }
    }
    for (AnnotationSymbol annotation : annotations) {
      boolean resteasy = annotation.type().startsWith("org.jboss.resteasy.");
      String name = Ws.simple(annotation.type()).replaceAll("^Rest|Param$", "");
      Kind kind = resteasy ? REST.get(name) : null;
      if (kind != null) {
        return new Input(kind, text(annotation, parameter), type, annotations);
      }
    }
    boolean entity = annotations.stream().allMatch(Input::isHarmless);
    return new Input(entity ? Kind.ENTITY : Kind.OTHER, "", type, annotations);
  }

  private static boolean isHarmless(AnnotationSymbol annotation) {
    String type = annotation.type();
    return HARMLESS.contains(Ws.simple(type))
        || type.contains(".validation.")
        || type.startsWith("io.swagger.")
        || type.startsWith("org.eclipse.microprofile.openapi.");
  }

  private static String text(AnnotationSymbol annotation, String otherwise) {
    return annotation.value("value") instanceof String text && !text.isEmpty() ? text : otherwise;
  }

  /** The same, bound to something else than its annotations say. */
  Input as(Kind other, String from) {
    return new Input(other, from, type, annotations);
  }

  /** A constraint or {@code @NotNull} of Bean Validation; null if there is none of that name. */
  @Nullable AnnotationSymbol constraint(String simpleName) {
    for (AnnotationSymbol annotation : annotations) {
      boolean ofValidation = annotation.type().contains(".validation.");
      if (ofValidation && Ws.simple(annotation.type()).equals(simpleName)) {
        return annotation;
      }
    }
    return null;
  }

  /** Whether Bean Validation looks at it. */
  boolean isValidated() {
    return annotations.stream()
        .anyMatch(
            a ->
                a.type().contains(".validation.constraints.")
                    || a.type().endsWith(".validation.Valid")
                    || a.type().endsWith(".validation.Validated"));
  }

  boolean hasDefault() {
    return Ws.find(annotations, "DefaultValue") != null;
  }
}
