package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Set;

/** What resource methods return, without the wrappers that the runtimes take off. */
final class Results {
  private static final Set<String> WRAPPERS =
      Set.of(
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "java.util.Optional",
          "io.smallrye.mutiny.Uni",
          "org.jboss.resteasy.reactive.RestResponse",
          "jakarta.ws.rs.core.GenericEntity",
          "javax.ws.rs.core.GenericEntity",
          "reactor.core.publisher.Mono");

  private Results() {}

  /** Erased type of the body; empty if it is not known; {@code void} if there is none. */
  static String body(Type returned) {
    Type type = returned;
    while (WRAPPERS.contains(type.erasure())) {
      List<Type> arguments = type.arguments();
      if (arguments.isEmpty()) {
        return "";
      }
      type = arguments.get(0);
    }
    String erased = type.erasure();
    return Ws.is(erased, "core.Response") || erased.equals("java.lang.Object") ? "" : erased;
  }

  /** Whether it completes later, perhaps with a failure. */
  static boolean isStage(Type returned) {
    return returned.erasure().equals("java.util.concurrent.CompletionStage")
        || returned.erasure().equals("java.util.concurrent.CompletableFuture");
  }

  static boolean isWrapped(Type returned) {
    return WRAPPERS.contains(returned.erasure());
  }

  /** Whether it is an answer, not a body. */
  static boolean isResponse(Type returned) {
    Type type = returned;
    while (WRAPPERS.contains(type.erasure()) && !type.arguments().isEmpty()) {
      if (type.erasure().endsWith(".RestResponse")) {
        return true;
      }
      type = type.arguments().get(0);
    }
    return Ws.is(type.erasure(), "core.Response");
  }

  /** Whether there never is a body. */
  static boolean isNothing(Type returned) {
    String body = body(returned);
    return body.equals("void") || body.equals("java.lang.Void");
  }
}
