package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types are futures or publishers, or stand for one while it is being put together. */
final class CarrierTypes {
  /** What a stage of the Java platform wraps the failure of the stage before in. */
  static final String COMPLETION_EXCEPTION = "java.util.concurrent.CompletionException";

  private static final Set<String> TYPES =
      Set.of(
          "com.google.common.util.concurrent.FluentFuture",
          "com.google.common.util.concurrent.ListenableFuture",
          "io.reactivex.Completable",
          "io.reactivex.Flowable",
          "io.reactivex.Maybe",
          "io.reactivex.Observable",
          "io.reactivex.Single",
          "io.reactivex.rxjava3.core.Completable",
          "io.reactivex.rxjava3.core.Flowable",
          "io.reactivex.rxjava3.core.Maybe",
          "io.reactivex.rxjava3.core.Observable",
          "io.reactivex.rxjava3.core.Single",
          "io.smallrye.mutiny.Multi",
          "io.smallrye.mutiny.Uni",
          "io.vavr.concurrent.Future",
          "io.vavr.control.Try",
          "io.vertx.core.AsyncResult",
          "io.vertx.core.Future",
          "io.vertx.core.Promise",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow$Publisher",
          "java.util.concurrent.Future",
          "org.reactivestreams.Publisher",
          "org.springframework.util.concurrent.ListenableFuture",
          "org.springframework.web.context.request.async.DeferredResult",
          "org.springframework.web.context.request.async.WebAsyncTask",
          "reactor.core.publisher.Flux",
          "reactor.core.publisher.Mono");

  /** Mutiny's groups of operators. */
  private static final String GROUPS = "io.smallrye.mutiny.groups.";

  private static final Set<String> HOLDERS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Iterator",
          "java.util.Map",
          "java.util.Optional",
          "java.util.stream.BaseStream",
          "java.util.stream.Stream");

  private final Program program;
  private final Map<String, Boolean> carriers = new HashMap<>();
  private final Map<String, Boolean> holders = new HashMap<>();

  CarrierTypes(Program program) {
    this.program = program;
  }

  boolean isCarrier(String type) {
    return !type.isEmpty() && carriers.computeIfAbsent(type, this::look);
  }

  boolean isCarrier(List<String> owners) {
    return !owners.isEmpty() && isCarrier(owners.get(0));
  }

  private boolean look(String type) {
    return type.startsWith(GROUPS)
        || TYPES.contains(type)
        || program.supertypes(type).stream().anyMatch(TYPES::contains);
  }

  /** Whether something of that type may have futures in it. */
  boolean mayHold(String type) {
    return type.isEmpty()
        || type.endsWith("[]")
        || type.equals("java.lang.Object")
        || holders.computeIfAbsent(type, this::holds);
  }

  private boolean holds(String type) {
    return program.supertypes(type).stream().anyMatch(HOLDERS::contains);
  }

  /** Of the Java platform's stages, which wrap what comes from the stage before. */
  boolean isStage(String type) {
    return program.supertypes(type).contains("java.util.concurrent.CompletionStage");
  }
}
