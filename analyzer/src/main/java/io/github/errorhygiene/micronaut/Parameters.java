package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.text.Formats;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the parameters of a route are bound to (RequestArgumentSatisfier). */
final class Parameters {
  /** Not what the client sent, or sent and checked before. */
  private static final Set<String> GIVEN =
      Set.of(
          "java.util.Locale",
          "java.security.Principal",
          "io.micronaut.http.context.ServerRequestContext",
          "io.micronaut.http.server.multipart.MultipartBody",
          "io.micronaut.security.authentication.Authentication",
          "io.micronaut.session.Session",
          "io.micronaut.websocket.WebSocketSession");

  /** What may be unconverted without an error. */
  private static final Set<String> OPTIONAL =
      Set.of("java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong");

  private static final Set<String> TEXT =
      Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.Object", "byte[]");

  private static final Set<String> BODIES = Set.of("Body", "Part");

  private static final Set<String> VALID =
      Set.of("jakarta.validation.Valid", "javax.validation.Valid");

  private final Metadata metadata;

  Parameters(Metadata metadata) {
    this.metadata = metadata;
  }

  List<Value> values(MethodSymbol method, List<String> templates) {
    return IntStream.range(0, method.parameterTypes().size())
        .mapToObj(i -> value(method, i, templates))
        .toList();
  }

  private Value value(MethodSymbol method, int index, List<String> templates) {
    Type type = method.parameterTypes().get(index);
    if (GIVEN.contains(type.erasure())) {
      return Value.GIVEN;
    }
    String name = name(method, index);
    Dependence data = Dependence.REQUEST;
    boolean inPath = templates.stream().allMatch(t -> UriTemplates.hasPathVariable(t, name));
    if (inPath) {
      data = data.and(Dependence.of(Trait.NOT_EMPTY));
    }
    boolean restricted = templates.stream().allMatch(t -> UriTemplates.restricts(t, name));
    if (restricted || hasFormat(method, index)) {
      data = data.and(Dependence.of(Trait.CHECKED));
    }
    if (has(method, index, Names.HTTP + "Body")) {
      data = data.with(Trait.INPUT);
    }
    if (VALID.stream().anyMatch(valid -> has(method, index, valid))) {
      data = data.with(Trait.VALID);
    }
    Value value = Value.unknown(data);
    return isOptional(method, index) && !hasDefault(method, index)
        ? value.absentBy(Dependence.REQUEST.with(Trait.LEFT_OUT))
        : value.sure();
  }

  private boolean has(MethodSymbol method, int index, String annotation) {
    return metadata.onParameter(method, index).stream()
        .anyMatch(each -> each.type().equals(annotation));
  }

  private boolean hasFormat(MethodSymbol method, int index) {
    return metadata.onParameter(method, index).stream().anyMatch(Formats::isOne);
  }

  /** The name in the request: the annotation's, else the parameter's. */
  private String name(MethodSymbol method, int index) {
    for (AnnotationSymbol annotation : metadata.onParameter(method, index)) {
      if (annotation.type().startsWith(Names.HTTP)) {
        for (String member : List.of("value", "name")) {
          if (annotation.value(member) instanceof String given && !given.isEmpty()) {
            return given;
          }
        }
      }
    }
    return method.parameterNames().get(index);
  }

  /** Whether nothing is bound if the client sends nothing. */
  private boolean isOptional(MethodSymbol method, int index) {
    Type type = method.parameterTypes().get(index);
    return OPTIONAL.contains(type.erasure())
        || Metadata.names(metadata.onParameter(method, index), "Nullable");
  }

  /**
   * Whether the request can lack it: then UnsatisfiedArgumentException or one like it is raised.
   */
  boolean mayBeMissing(MethodSymbol method, int index, List<String> templates) {
    Type type = method.parameterTypes().get(index);
    String name = name(method, index);
    return !isOfFramework(type)
        && !isOptional(method, index)
        && !hasDefault(method, index)
        && !isBean(method, index)
        && templates.stream().noneMatch(t -> UriTemplates.hasPathVariable(t, name));
  }

  /** Whether what the client sends may be of a form that does not become the parameter's type. */
  boolean mustBeConverted(MethodSymbol method, int index) {
    Type type = method.parameterTypes().get(index);
    boolean text = TEXT.contains(type.erasure());
    boolean list = type.arguments().size() == 1 && TEXT.contains(type.arguments().get(0).erasure());
    return !text
        && type.isKnown()
        && !(list && !isBody(method, index))
        && !isOfFramework(type)
        && !OPTIONAL.contains(type.erasure())
        && !isBean(method, index);
  }

  /** Whether it is read from the body: by annotation, or since nothing else names it. */
  boolean isBody(MethodSymbol method, int index) {
    return metadata.onParameter(method, index).stream()
        .anyMatch(a -> a.type().startsWith(Names.HTTP) && BODIES.contains(Names.simple(a.type())));
  }

  /** Whether it is validated before the method runs. */
  boolean isValidated(MethodSymbol method, int index) {
    return metadata.onParameter(method, index).stream()
        .anyMatch(
            a ->
                a.type().contains(".validation.constraints.")
                    || a.type().endsWith(".validation.Valid"));
  }

  private boolean hasDefault(MethodSymbol method, int index) {
    return metadata.onParameter(method, index).stream()
        .anyMatch(
            a ->
                a.value("defaultValue") != null
                    || a.type().equals("io.micronaut.core.bind.annotation.Bindable"));
  }

  private boolean isBean(MethodSymbol method, int index) {
    return metadata.onParameter(method, index, Names.HTTP + "RequestBean") != null;
  }

  private static boolean isOfFramework(Type type) {
    String name = type.erasure();
    return GIVEN.contains(name)
        || name.startsWith("io.micronaut.")
        || name.startsWith("java.util.Map")
        || name.startsWith("org.reactivestreams.")
        || name.startsWith("java.util.concurrent.")
        || name.startsWith("reactor.core.");
  }
}
