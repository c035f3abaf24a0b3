package io.github.errorhygiene.armeria;

import io.github.errorhygiene.program.Type;
import java.util.Set;

/** What annotated services return. */
final class Results {
  private static final Set<String> WRAPPERS =
      Set.of(
          "com.linecorp.armeria.server.annotation.HttpResult",
          "com.linecorp.armeria.common.ResponseEntity",
          "java.util.Optional",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "org.reactivestreams.Publisher",
          "reactor.core.publisher.Mono");

  private static final Set<String> RESPONSES =
      Set.of(
          "com.linecorp.armeria.common.AggregatedHttpResponse",
          "com.linecorp.armeria.common.HttpResponse");

  private Results() {}

  /** Erased type of the body; empty if it is not known, {@code void} if there is none. */
  static String body(Type returned) {
    Type type = returned;
    while (WRAPPERS.contains(type.erasure())) {
      if (type.arguments().isEmpty()) {
        return "";
      }
      type = type.arguments().get(0);
    }
    if (type.erasure().equals("java.lang.Void")) {
      return "void";
    }
    return type.isKnown() && !RESPONSES.contains(type.erasure()) ? type.erasure() : "";
  }

  /** Whether the returned object itself says what is answered. */
  static boolean isResponse(Type returned) {
    boolean wrapped =
        WRAPPERS.contains(returned.erasure())
            && returned.arguments().stream().anyMatch(Results::isResponse);
    return wrapped || RESPONSES.contains(returned.erasure());
  }
}
