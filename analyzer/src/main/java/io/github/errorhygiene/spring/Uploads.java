package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import java.util.Set;
import java.util.stream.IntStream;

/** Which handlers of Spring MVC take parts of multipart requests. */
final class Uploads {
  /** A request that is none has no status of its own (RequestParamMethodArgumentResolver). */
  static final String NO_MULTIPART = "org.springframework.web.multipart.MultipartException";

  /** Thrown before a handler is looked for (StandardMultipartHttpServletRequest). */
  static final String TOO_LARGE =
      "org.springframework.web.multipart.MaxUploadSizeExceededException";

  private static final String FILE = "org.springframework.web.multipart.MultipartFile";

  private static final Set<String> TAKING = Set.of("RequestParam", "RequestPart");

  private final Merged merged;

  Uploads(Merged merged) {
    this.merged = merged;
  }

  /** Whether it takes files. */
  boolean takes(MethodSymbol method) {
    return method.parameterTypes().stream().anyMatch(Uploads::isFile);
  }

  /** Whether it cannot do without one. */
  boolean needs(MethodSymbol method) {
    return IntStream.range(0, method.parameterTypes().size())
        .filter(i -> isFile(method.parameterTypes().get(i)))
        .anyMatch(i -> merged.onParameter(method, i).stream().anyMatch(Uploads::demands));
  }

  private static boolean isFile(Type type) {
    return type.erasure().equals(FILE)
        || type.erasure().equals(FILE + "[]")
        || type.arguments().stream().anyMatch(each -> each.erasure().equals(FILE));
  }

  private static boolean demands(AnnotationSymbol annotation) {
    return annotation.type().startsWith(Names.WEB)
        && TAKING.contains(Names.simple(annotation.type()))
        && !Boolean.FALSE.equals(annotation.value("required"));
  }
}
