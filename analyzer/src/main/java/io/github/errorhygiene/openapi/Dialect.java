package io.github.errorhygiene.openapi;

import io.github.errorhygiene.openapi.Operation.In;
import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The annotations that generators write for one framework.
 *
 * @param api package of the framework's annotations, with a dot at the end
 * @param validation package of Bean Validation, with a dot at the end
 */
record Dialect(String api, String validation) {
  private static final String MICRONAUT = "io.micronaut.http.annotation.";

  /** Annotations of classes that another framework calls. */
  private static final List<String> OTHERS = List.of("Controller", "RestController", "Service");

  /** They are never null: what is left out is 0. */
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");

  /** {@code jaxrs-spec} and Quarkus' generator; {@code micronaut} of kokuwa and of Micronaut. */
  private static final List<Dialect> ALL =
      List.of(
          new Dialect("jakarta.ws.rs.", "jakarta.validation."),
          new Dialect("javax.ws.rs.", "javax.validation."),
          new Dialect(MICRONAUT, "jakarta.validation."));

  /**
   * Those of which the sources use annotations. A small JAX-RS service names none beside what is
   * generated.
   *
   * @param exists whether there is a class of that qualified name
   */
  static List<Dialect> of(List<Unit> units, Predicate<String> exists) {
    boolean others = units.stream().anyMatch(Dialect::isOfSpring);
    return ALL.stream()
        .filter(
            each ->
                units.stream().anyMatch(each::isIn) || (!others && exists.test(each.api + "Path")))
        .toList();
  }

  private static boolean isOfSpring(Unit unit) {
    return unit.imports().stream().anyMatch(each -> each.isBelow("org.springframework."));
  }

  private boolean isIn(Unit unit) {
    return unit.imports().stream().anyMatch(this::isOf);
  }

  private boolean isOf(Import imported) {
    return imported.isBelow(api);
  }

  private boolean isMicronaut() {
    return api.equals(MICRONAUT);
  }

  /** Whether the framework calls objects of the class. */
  boolean calls(TypeDecl type, Unit unit) {
    boolean marked = type.annotations().stream().anyMatch(a -> OTHERS.contains(simple(a.name())));
    return isMicronaut() ? marked && isIn(unit) : !marked;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  List<Annotation> ofType() {
    return isMicronaut() ? List.of() : List.of(annotation(api + "Path", "value", text("/")));
  }

  List<Annotation> ofMethod(Operation operation) {
    List<Annotation> annotations = new ArrayList<>();
    Expr path = text(operation.path());
    if (isMicronaut()) {
      annotations.add(annotation(api + capitalised(operation.method()), "value", path));
    } else {
      annotations.add(new Annotation(api + operation.method(), Map.of(), Position.NONE));
      annotations.add(annotation(api + "Path", "value", path));
    }
    media("Consumes", operation.consumes(), annotations);
    media("Produces", operation.produces(), annotations);
    return annotations;
  }

  private void media(String name, List<String> types, List<Annotation> annotations) {
    if (!types.isEmpty()) {
      List<Expr> each = types.stream().map(Dialect::text).toList();
      annotations.add(annotation(api + name, "value", new Expr.ArrayLiteral(each, Position.NONE)));
    }
  }

  private static String capitalised(String method) {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
  }

  /**
   * Of a parameter.
   *
   * @param type of the method that implements the operation
   * @param validatesBodies whether the generator has constraints within bodies checked
   */
  List<Annotation> ofParameter(
      Operation.Parameter parameter, TypeRef type, boolean validatesBodies) {
    List<Annotation> annotations = new ArrayList<>();
    String binding = binding(parameter.in());
    if (!binding.isEmpty()) {
      annotations.add(new Annotation(api + binding, members(parameter), Position.NONE));
    }
    if (parameter.defaulted() && !isMicronaut()) {
      annotations.add(annotation(api + "DefaultValue", "value", text("")));
    }
    if (isMicronaut() && !parameter.defaulted() && !parameter.required()) {
      annotations.add(mark("io.micronaut.core.annotation.Nullable"));
    }
    if (parameter.required() && parameter.in() != In.PATH && !PRIMITIVES.contains(type.name())) {
      annotations.add(mark(validation + "constraints.NotNull"));
    }
    if (parameter.in() != In.BODY && parameter.in() != In.QUERY_OBJECT) {
      parameter.constraints().forEach(c -> annotations.add(mark(validation + "constraints." + c)));
    } else if (validatesBodies) {
      parameter.constraints().forEach(each -> annotations.add(mark(validation + each)));
    }
    return annotations;
  }

  private Map<String, Expr> members(Operation.Parameter parameter) {
    if (parameter.in() == In.BODY) {
      return Map.of();
    }
    Expr name = text(parameter.name());
    return parameter.defaulted() && isMicronaut()
        ? Map.of("value", name, "defaultValue", text(""))
        : Map.of("value", name);
  }

  private String binding(In in) {
    return switch (in) {
      case PATH -> isMicronaut() ? "PathVariable" : "PathParam";
      case QUERY, QUERY_OBJECT -> isMicronaut() ? "QueryValue" : "QueryParam";
      case HEADER -> isMicronaut() ? "Header" : "HeaderParam";
      case COOKIE -> isMicronaut() ? "CookieValue" : "CookieParam";
      case FORM -> isMicronaut() ? "Part" : "FormParam";
      case BODY -> isMicronaut() ? "Body" : "";
    };
  }

  private static Annotation mark(String name) {
    return new Annotation(name, Map.of(), Position.NONE);
  }

  private static Annotation annotation(String name, String member, Expr value) {
    return new Annotation(name, Map.of(member, value), Position.NONE);
  }

  private static Expr text(String text) {
    return new Expr.Literal(text, Position.NONE);
  }
}
