package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Set;

/** What handler methods return, without the wrappers that Spring takes off. */
final class ReturnTypes {
  private static final Set<String> WRAPPERS =
      Set.of(
          Names.RESPONSE_ENTITY,
          "org.springframework.http.HttpEntity",
          "org.springframework.web.context.request.async.DeferredResult",
          "org.springframework.web.context.request.async.WebAsyncTask",
          "java.util.Optional",
          "java.util.concurrent.Callable",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "reactor.core.publisher.Mono");

  /** Bodies that are written as whatever the client accepts, and read from whatever it sends. */
  private static final Set<String> ANY_MEDIA_TYPE =
      Set.of(
          "java.lang.String",
          "java.lang.CharSequence",
          "byte[]",
          "org.springframework.http.ProblemDetail",
          "org.springframework.web.ErrorResponse",
          "org.springframework.web.ErrorResponseException",
          "org.springframework.core.io.Resource",
          "org.springframework.core.io.InputStreamResource",
          "org.springframework.core.io.ByteArrayResource",
          "org.springframework.core.io.FileSystemResource",
          "org.springframework.core.io.UrlResource",
          "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody",
          "org.springframework.web.servlet.mvc.method.annotation.SseEmitter",
          "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter");

  private static final Set<String> NOTHING = Set.of("void", "java.lang.Void");
  private static final Set<String> OPEN = Set.of("", "java.lang.Object");

  private ReturnTypes() {}

  /**
   * Erased type of the body; empty if it is not known, {@code void} or {@code java.lang.Void} if
   * there is none.
   */
  static String body(Type returned) {
    Type type = returned;
    while (WRAPPERS.contains(type.erasure())) {
      List<Type> arguments = type.arguments();
      if (arguments.isEmpty()) {
        return "";
      }
      type = arguments.get(0);
    }
    return type.erasure();
  }

  /** Whether there surely is a body, and only some media types will do for it. */
  static boolean isNegotiated(String body) {
    return !body.startsWith("#")
        && !ANY_MEDIA_TYPE.contains(body)
        && !NOTHING.contains(body)
        && !OPEN.contains(body);
  }

  static boolean isOpen(String body) {
    return OPEN.contains(body);
  }
}
