package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters of handlers without an annotation that says where they come from: a simple one is a
 * parameter of the request of the same name, and may be left out
 * (RequestParamMethodArgumentResolver with default resolution).
 */
final class BareParameters {
  /** What could be written instead. */
  static final AnnotationSymbol BINDING =
      OperationAnnotations.annotation(Names.WEB + "RequestParam", Map.of("required", false));

  /** Where annotations come from that say nothing about the origin. */
  private static final List<String> SAYING_NOTHING =
      List.of(
          "io.swagger.",
          "jakarta.annotation.",
          "jakarta.validation.",
          "javax.annotation.",
          "javax.validation.",
          "org.hibernate.validator.",
          "org.jetbrains.annotations.",
          "org.jspecify.annotations.",
          "org.springframework.format.annotation.",
          "org.springframework.lang.");

  private static final Set<String> CONSTRAINTS = Set.of("NotBlank", "NotEmpty", "NotNull");

  /** BeanUtils.isSimpleValueType, without what is bound to something else before. */
  private static final Set<String> SIMPLE =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.CharSequence",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Short",
          "java.lang.String",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.net.URI",
          "java.net.URL",
          "java.time.temporal.Temporal",
          "java.util.Currency",
          "java.util.Date",
          "java.util.UUID",
          "org.springframework.web.multipart.MultipartFile");

  /** Resolved before (ServletRequestMethodArgumentResolver). */
  private static final String HTTP_METHOD = "org.springframework.http.HttpMethod";

  private final Program program;
  private final Merged merged;

  BareParameters(Program program, Merged merged) {
    this.program = program;
    this.merged = merged;
  }

  boolean isOne(MethodSymbol method, int index) {
    return isSimple(element(method.parameterTypes().get(index)))
        && merged.onParameter(method, index).stream().allMatch(BareParameters::saysNothing);
  }

  /** Whether nothing refuses the request if it is left out. */
  boolean mayBeLeftOut(MethodSymbol method, int index) {
    return isOne(method, index)
        && merged.onParameter(method, index).stream()
            .noneMatch(annotation -> CONSTRAINTS.contains(Names.simple(annotation.type())));
  }

  private static Type element(Type type) {
    return type instanceof Type.Array array ? array.element() : type;
  }

  private boolean isSimple(Type type) {
    String name = type.erasure();
    return type instanceof Type.Primitive
        || (!name.equals(HTTP_METHOD)
            && (SIMPLE.contains(name)
                || program.supertypes(name).stream().anyMatch(SIMPLE::contains)));
  }

  static boolean saysNothing(AnnotationSymbol annotation) {
    return SAYING_NOTHING.stream().anyMatch(annotation.type()::startsWith);
  }
}
