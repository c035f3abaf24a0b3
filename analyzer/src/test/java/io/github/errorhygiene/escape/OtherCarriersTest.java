package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Futures and publishers of Mutiny, RxJava, Vert.x, vavr, Guava and Spring. */
class OtherCarriersTest {
  private static final String PARSE =
      "static int parse(String s) { return Integer.parseInt(s); }\n";

  private static String uni(String chain) {
    return PARSE
        + "io.smallrye.mutiny.Uni<Integer> run(String id) { return"
        + " io.smallrye.mutiny.Uni.createFrom().item(() -> parse(id))"
        + chain
        + "; }";
  }

  @Test
  void mutinyFails() {
    assertThat(failuresOf(uni(""))).containsExactly("NumberFormatException because REQUEST");
    assertThat(
            failuresOf(
                "io.smallrye.mutiny.Uni<String> run() { return"
                    + " io.smallrye.mutiny.Uni.createFrom().failure(new OrderMissing()); }"))
        .containsExactly("OrderMissing always");
  }

  @Test
  void mutinyDealsWithTheFailuresThatWereChosen() {
    assertThat(failuresOf(uni(".onFailure().recoverWithItem(0)"))).isEmpty();
    assertThat(failuresOf(uni(".onFailure(NumberFormatException.class).recoverWithItem(e -> 0)")))
        .isEmpty();
    assertThat(failuresOf(uni(".onFailure(IllegalStateException.class).recoverWithItem(0)")))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(
            failuresOf(uni(".onFailure(NumberFormatException.class).transform(OrderMissing::new)")))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
    assertThat(failuresOf(uni(".onFailure().invoke(e -> {})")))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(failuresOf(uni(".onFailure().retry().atMost(3)")))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void mutinyMissesWhatIsNull() {
    assertThat(
            failuresOf(
                """
                interface Repo { io.smallrye.mutiny.Uni<Order> find(String id); }
                Repo repo;
                io.smallrye.mutiny.Uni<Order> run(String id) {
                  return repo.find(id).onItem().ifNull().failWith(() -> new OrderMissing());
                }
                """))
        .containsExactly("OrderMissing because REQUEST, absence");
  }

  @Test
  void mutinyIsAwaited() {
    assertThat(
            escapesOf(
                "void run() { io.smallrye.mutiny.Uni.createFrom().failure(new"
                    + " Checked()).await().indefinitely(); }"))
        .containsExactly("CompletionException always, wrapping Checked");
  }

  private static String single(String chain) {
    return PARSE
        + "io.reactivex.rxjava3.core.Single<Integer> run(String id) { return"
        + " io.reactivex.rxjava3.core.Single.fromCallable(() -> parse(id))"
        + chain
        + "; }";
  }

  @Test
  void rxJavaRecoversAndIsAwaited() {
    assertThat(failuresOf(single(".map(n -> n + 1)")))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(failuresOf(single(".onErrorReturn(e -> 0)"))).isEmpty();
    assertThat(
            failuresOf(
                single(
                    ".onErrorResumeNext(e -> io.reactivex.rxjava3.core.Single.error(new"
                        + " OrderMissing(e)))")))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
    assertThat(
            escapesOf(
                "void run() { io.reactivex.rxjava3.core.Single.error(new Checked()).blockingGet(); }"))
        .containsExactly("RuntimeException always, wrapping Checked");
  }

  @Test
  void vertxRecovers() {
    String source =
        PARSE
            + "io.vertx.core.Future<Integer> run(String id) { return"
            + " io.vertx.core.Future.succeededFuture(id).map(x -> parse(x))";
    assertThat(failuresOf(source + "; }")).containsExactly("NumberFormatException because REQUEST");
    assertThat(failuresOf(source + ".otherwise(0); }")).isEmpty();
    assertThat(
            failuresOf(
                source
                    + ".recover(e -> io.vertx.core.Future.failedFuture(new OrderMissing(e))); }"))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void vertxCallbacksAreGivenAResultThatFailedOrDidNot() {
    assertThat(
            failuresOf(
                """
                io.vertx.core.Future<String> run(String id) {
                  io.vertx.core.Promise<String> promise = io.vertx.core.Promise.promise();
                  io.vertx.core.Future.succeededFuture(id).map(x -> Integer.parseInt(x)).onComplete(ar -> {
                    if (ar.failed()) promise.fail(new OrderMissing(ar.cause()));
                    else promise.complete("");
                  });
                  return promise.future();
                }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void vavrTries() {
    String of = PARSE + "int run(String id) { return io.vavr.control.Try.of(() -> parse(id))";
    assertThat(escapesOf(of + ".get(); }"))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(escapesOf(of + ".getOrElse(0); }")).isEmpty();
    assertThat(escapesOf(of + ".recover(NumberFormatException.class, 0).get(); }")).isEmpty();
    assertThat(escapesOf(of + ".getOrElseThrow(e -> new OrderMissing(e)); }"))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void guavaFuturesAreTransformedAndAwaited() {
    String source =
        """
        static com.google.common.util.concurrent.ListenableFuture<Integer> load(String id, Executor pool) {
          return com.google.common.util.concurrent.Futures.transform(
              com.google.common.util.concurrent.Futures.immediateFuture(id), x -> Integer.parseInt(x), pool);
        }
        """;
    assertThat(
            escapesOf(
                source
                    + "Executor pool; int run(String id) throws Exception { return load(id, pool).get(); }"))
        .containsExactly("ExecutionException because REQUEST, wrapping NumberFormatException");
    assertThat(
            escapesOf(
                source
                    + """
                    Executor pool;
                    int run(String id) throws Exception {
                      return com.google.common.util.concurrent.Futures.getUnchecked(load(id, pool));
                    }
                    """))
        .containsExactly(
            "UncheckedExecutionException because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void aDeferredResultIsSetOrFails() {
    assertThat(
            failuresOf(
                """
                ExecutorService pool;
                org.springframework.web.context.request.async.DeferredResult<String> run(String id) {
                  var result = new org.springframework.web.context.request.async.DeferredResult<String>();
                  pool.submit(() -> {
                    try { result.setResult("" + Integer.parseInt(id)); }
                    catch (NumberFormatException e) { result.setErrorResult(new OrderMissing(e)); }
                  });
                  return result;
                }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void aCircuitBreakerFallsBack() {
    String breaker =
        "org.springframework.cloud.client.circuitbreaker.CircuitBreaker breaker; " + PARSE;
    assertThat(
            escapesOf(
                breaker + "int run(String id) { return breaker.run(() -> parse(id), e -> 0); }"))
        .isEmpty();
    assertThat(
            escapesOf(
                breaker
                    + "int run(String id) { return breaker.run(() -> parse(id), e -> { throw new"
                    + " OrderMissing(); }); }"))
        .containsExactly("OrderMissing because REQUEST");
    assertThat(escapesOf(breaker + "int run(String id) { return breaker.run(() -> parse(id)); }"))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aCircuitBreakerAroundAPublisherFallsBack() {
    String breaker =
        "org.springframework.cloud.client.circuitbreaker.ReactiveCircuitBreaker breaker; " + PARSE;
    String ask = "reactor.core.publisher.Mono.fromCallable(() -> parse(id))";
    String run = "reactor.core.publisher.Mono<Integer> run(String id) { return ";
    assertThat(
            failuresOf(
                breaker
                    + run
                    + "breaker.run("
                    + ask
                    + ", e -> reactor.core.publisher.Mono.just(0)); }"))
        .isEmpty();
    assertThat(failuresOf(breaker + run + "breaker.run(" + ask + "); }"))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(
            failuresOf(
                breaker
                    + run
                    + ask
                    + ".transform(it -> breaker.run(it, e -> reactor.core.publisher.Mono.just(0))); }"))
        .isEmpty();
  }
}
