package io.github.errorhygiene.armeria;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What the parameters of annotated services are bound to ({@code AnnotatedValueResolver}). */
final class Parameters {
  private static final Set<String> BOUND = Set.of("Param", "Header", "Attribute");
  private static final Set<String> TEXT = Set.of("java.lang.String", "java.lang.CharSequence");
  private static final Set<String> OPTIONAL = Set.of("Nullable", "Default");

  private Parameters() {}

  static List<Value> values(MethodSymbol method, List<String> templates) {
    return IntStream.range(0, method.parameterTypes().size())
        .mapToObj(i -> value(method, i, templates))
        .toList();
  }

  private static Value value(MethodSymbol method, int index, List<String> templates) {
    Type type = method.parameterTypes().get(index);
    boolean optional =
        type.erasure().equals("java.util.Optional")
            || Annotations.has(method, index, Set.of("Nullable"));
    boolean absent = optional && !isInPath(method, index, templates);
    Value value = Value.unknown(Dependence.REQUEST);
    return absent ? value.absentBy(Dependence.REQUEST.with(Trait.LEFT_OUT)) : value.sure();
  }

  /**
   * Whether a request may lack a parameter, or have one of a form that does not become its type:
   * then {@code IllegalArgumentException}.
   */
  static boolean mayNotBind(MethodSymbol method, List<String> templates) {
    return IntStream.range(0, method.parameterTypes().size())
        .anyMatch(
            i -> isBound(method, i) && (converted(method, i) || absent(method, i, templates)));
  }

  private static boolean isBound(MethodSymbol method, int index) {
    return Annotations.has(method, index, BOUND);
  }

  private static boolean converted(MethodSymbol method, int index) {
    Type type = method.parameterTypes().get(index);
    Type inner = type.arguments().isEmpty() ? type : type.arguments().get(0);
    return inner.isKnown() && !TEXT.contains(inner.erasure());
  }

  private static boolean absent(MethodSymbol method, int index, List<String> templates) {
    String erased = method.parameterTypes().get(index).erasure();
    boolean none = erased.equals("java.util.Optional") || erased.startsWith("java.util.");
    return !none
        && !Annotations.has(method, index, OPTIONAL)
        && !isInPath(method, index, templates);
  }

  private static boolean isInPath(MethodSymbol method, int index, List<String> templates) {
    String name = name(method, index);
    return templates.stream().anyMatch(path -> path.contains("{" + name + "}"));
  }

  /** The annotation's, else the parameter's. */
  private static String name(MethodSymbol method, int index) {
    return method.parameterAnnotations(index).stream()
        .filter(a -> BOUND.contains(Annotations.simple(a)))
        .map(AnnotationSymbol.class::cast)
        .map(a -> a.value("value"))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse(method.parameterNames().get(index));
  }

  /** Whether the body is read into an object ({@code JacksonRequestConverterFunction}). */
  static boolean readsBody(MethodSymbol method) {
    return IntStream.range(0, method.parameterTypes().size())
        .anyMatch(i -> method.parameterAnnotations(i).isEmpty() && isObject(method, i));
  }

  private static boolean isObject(MethodSymbol method, int index) {
    Type type = method.parameterTypes().get(index);
    String name = type.erasure();
    return type instanceof Type.Declared
        && !TEXT.contains(name)
        && !name.equals("byte[]")
        && !name.startsWith("com.linecorp.armeria.");
  }
}
