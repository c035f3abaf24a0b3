package io.github.errorhygiene.spring;

import io.github.errorhygiene.openapi.Operation;
import io.github.errorhygiene.openapi.Operation.In;
import io.github.errorhygiene.openapi.Operation.Parameter;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The annotations that openapi-generator's {@code spring} writes for an operation. */
final class OperationAnnotations {
  private static final String REQUEST_METHOD = Names.WEB + "RequestMethod";

  /** Parameters beside those of the document: {@code reactive}, {@code x-spring-paginated}, … */
  private static final Set<String> ADDED =
      Set.of(
          "Pageable",
          "ServerWebExchange",
          "ServerHttpRequest",
          "HttpServletRequest",
          "HttpServletResponse",
          "NativeWebRequest",
          "Principal");

  private OperationAnnotations() {}

  static Generated of(Operation operation, MethodSymbol method) {
    List<List<AnnotationSymbol>> parameters = new ArrayList<>();
    @Nullable Parameter[] matched =
        operation.bound(method.parameterNames(), i -> isAdded(method.parameterTypes().get(i)));
    for (int i = 0; i < matched.length; i++) {
      Parameter parameter = matched[i];
      Type type = method.parameterTypes().get(i);
      parameters.add(parameter == null ? List.of() : annotations(parameter, type));
    }
    return new Generated(List.of(mapping(operation)), parameters);
  }

  private static AnnotationSymbol mapping(Operation operation) {
    Object method = new AnnotationSymbol.EnumValue(REQUEST_METHOD, operation.method());
    return annotation(Names.REQUEST_MAPPING, Map.of("method", method, "value", operation.path()));
  }

  /** Whether a parameter of that type is the generator's own, not the document's. */
  static boolean isAdded(Type type) {
    return ADDED.contains(Names.simple(type.erasure()));
  }

  private static List<AnnotationSymbol> annotations(Parameter parameter, Type type) {
    List<AnnotationSymbol> annotations = new ArrayList<>();
    annotations.add(binding(parameter, type));
    for (String constraint : parameter.constraints()) {
      boolean object = parameter.in() == In.BODY || parameter.in() == In.QUERY_OBJECT;
      String within = object ? "" : "constraints.";
      annotations.add(annotation("jakarta.validation." + within + constraint, Map.of()));
    }
    return annotations;
  }

  private static AnnotationSymbol binding(Parameter parameter, Type type) {
    String name =
        switch (parameter.in()) {
          case PATH -> "PathVariable";
          case QUERY -> "RequestParam";
          // queryParams.mustache: none, so that Spring makes the object
          case QUERY_OBJECT -> "ModelAttribute";
          case HEADER -> "RequestHeader";
          case COOKIE -> "CookieValue";
          case FORM -> type.erasure().endsWith("MultipartFile") ? "RequestPart" : "RequestParam";
          case BODY -> "RequestBody";
        };
    Map<String, Object> values = new LinkedHashMap<>();
    if (parameter.in() == In.QUERY_OBJECT) {
      return annotation(Names.WEB + name, values);
    }
    values.put("required", parameter.required());
    if (parameter.in() != In.BODY) {
      values.put("value", parameter.name());
    }
    if (parameter.defaulted()) {
      values.put("defaultValue", "");
    }
    return annotation(Names.WEB + name, values);
  }

  static AnnotationSymbol annotation(String type, Map<String, Object> values) {
    return new AnnotationSymbol(type, values, Position.NONE);
  }
}
