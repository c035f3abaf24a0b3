package io.github.errorhygiene.domain;

import java.util.Set;

/**
 * Types whose objects hold a value or none. Each is represented by the value that it holds, and is
 * empty when that value is absent.
 */
public final class Holders {
  private static final Set<String> TYPES =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "com.google.common.base.Optional",
          "io.vavr.control.Option",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage");

  private Holders() {}

  /**
   * Whether values of the type say themselves that they are empty, so that using them is safe.
   *
   * @param type binary name
   */
  public static boolean isHolder(String type) {
    return TYPES.contains(type);
  }
}
