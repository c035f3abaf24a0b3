package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reactor: failures travel down the chain of operators, to whoever subscribes. */
class ReactiveTest {
  private static final String FIND =
      """
      interface Repo extends org.springframework.data.repository.reactive.ReactiveCrudRepository<Order, String> {}
      Repo repo;
      """;

  @Test
  void anErrorIsThereWhenSomebodySubscribes() {
    String source = "Mono<String> run() { return Mono.error(new OrderMissing()); }";
    assertThat(escapesOf(source)).isEmpty();
    assertThat(failuresOf(source)).containsExactly("OrderMissing always");
    assertThat(failuresOf("Mono<String> run() { return Mono.error(() -> new OrderMissing()); }"))
        .containsExactly("OrderMissing always");
    assertThat(failuresOf("Flux<String> run() { return Flux.error(OrderMissing::new); }"))
        .containsExactly("OrderMissing always");
  }

  @Test
  void whatAnOperatorsFunctionThrowsOrReturnsIsTheErrorOfTheResult() {
    assertThat(
            failuresOf(
                """
                Mono<Integer> run(String id) {
                  return Mono.just(id).map(Integer::parseInt)
                      .flatMap(n -> n < 0 ? Mono.error(new Conflict()) : Mono.just(n));
                }
                """))
        .containsExactly("Conflict because REQUEST", "NumberFormatException because REQUEST");
  }

  @Test
  void whatIsNotThereIsMissed() {
    assertThat(
            failuresOf(
                FIND
                    + """
                    Mono<Order> run(String id) {
                      return repo.findById(id).switchIfEmpty(Mono.error(new OrderMissing()));
                    }
                    """))
        .containsExactly("OrderMissing because REQUEST, absence");
    assertThat(
            failuresOf(
                FIND
                    + """
                    Mono<Order> missing() { return Mono.error(new OrderMissing()); }
                    Mono<Order> run(String id) {
                      return repo.findById(id).switchIfEmpty(Mono.defer(() -> missing()));
                    }
                    """))
        .containsExactly("OrderMissing because REQUEST, absence");
  }

  @Test
  void whatHasItsOwnReasonKeepsIt() {
    assertThat(
            failuresOf(
                FIND
                    + """
                    int seen;
                    void see() { seen++; }
                    Mono<Order> run(String id, Order other) {
                      Mono<Order> first = Mono.fromCallable(() -> {
                        if (seen > 1) throw new Conflict();
                        return other;
                      });
                      return repo.findById(id).switchIfEmpty(first);
                    }
                    """))
        .containsExactly("Conflict because STATE");
  }

  @Test
  void whatWasCollectedIsTheStoresThoughTheClientHasChosenIt() {
    assertThat(
            failuresOf(
                """
                interface Repo extends org.springframework.data.repository.reactive.ReactiveCrudRepository<Order, String> {
                  Flux<Order> findByIdIn(List<String> ids);
                }
                Repo repo;
                Mono<Order> run(List<String> ids) {
                  return repo.findByIdIn(ids).collectList().map(all -> {
                    for (Order order : all) { if (order.toString().isEmpty()) throw new Conflict(); }
                    return all.get(0);
                  });
                }
                """))
        .contains("Conflict because STATE");
  }

  @Test
  void aRetryThatIsExhaustedIsToldByItsPredicate() {
    assertThat(
            failuresOf(
                """
                Mono<Order> run(String id) {
                  return Mono.<Order>error(new OrderMissing())
                      .onErrorMap(reactor.core.Exceptions::isRetryExhausted, e -> new Conflict());
                }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void whatIsThereIsNotMissed() {
    assertThat(
            failuresOf(
                """
                Mono<String> run(String id) {
                  return Mono.just("a").switchIfEmpty(Mono.error(new OrderMissing()));
                }
                """))
        .isEmpty();
  }

  @Test
  void aDefaultTakesThePlaceOfNothing() {
    assertThat(
            failuresOf(
                FIND
                    + """
                    Mono<Order> run(String id) {
                      return repo.findById(id).defaultIfEmpty(new Order("", 0, null))
                          .switchIfEmpty(Mono.error(new OrderMissing()));
                    }
                    """))
        .isEmpty();
  }

  @Test
  void resumingTakesEverythingOrATypeOrWhatAQuestionSays() {
    String chain =
        "Mono<Integer> run(String id) { return Mono.fromCallable(() -> Integer.parseInt(id))";
    assertThat(failuresOf(chain + ".onErrorResume(e -> Mono.just(0)); }")).isEmpty();
    assertThat(failuresOf(chain + ".onErrorReturn(0); }")).isEmpty();
    assertThat(failuresOf(chain + ".onErrorComplete(); }")).isEmpty();
    assertThat(
            failuresOf(chain + ".onErrorResume(NumberFormatException.class, e -> Mono.just(0)); }"))
        .isEmpty();
    assertThat(
            failuresOf(
                chain
                    + ".onErrorResume(e -> e instanceof NumberFormatException, e -> Mono.just(0)); }"))
        .isEmpty();
    assertThat(failuresOf(chain + ".onErrorReturn(IllegalStateException.class, 0); }"))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(
            failuresOf(
                chain + ".onErrorResume(e -> e instanceof OrderMissing, e -> Mono.just(0)); }"))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void resumingWithAnErrorReplacesIt() {
    assertThat(
            failuresOf(
                """
                Mono<Integer> run(String id) {
                  return Mono.fromCallable(() -> Integer.parseInt(id))
                      .onErrorResume(e -> Mono.error(new OrderMissing(e)));
                }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void mappingAnErrorReplacesItOnlyIfItIsOfTheType() {
    String chain =
        "Mono<Integer> run(String id) { return Mono.fromCallable(() -> Integer.parseInt(id))";
    assertThat(failuresOf(chain + ".onErrorMap(e -> new OrderMissing(e)); }"))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
    assertThat(failuresOf(chain + ".onErrorMap(NumberFormatException.class, OrderMissing::new); }"))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
    assertThat(failuresOf(chain + ".onErrorMap(OrderMissing.class, e -> new Conflict()); }"))
        .containsExactly("Conflict because UNKNOWN", "NumberFormatException because REQUEST");
  }

  @Test
  void watchingChangesNothing() {
    assertThat(
            failuresOf(
                """
                Mono<Integer> run(String id) {
                  return Mono.fromCallable(() -> Integer.parseInt(id)).doOnError(e -> {}).doOnNext(n -> {}).log();
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aSinkFails() {
    assertThat(
            failuresOf(
                """
                Mono<String> run(String id) {
                  return Mono.create(sink -> { if (id.isEmpty()) sink.error(new OrderMissing()); else sink.success(id); });
                }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void blockingThrowsItAsItIsUnlessItIsChecked() {
    assertThat(escapesOf("String run() { return Mono.<String>error(new OrderMissing()).block(); }"))
        .containsExactly("OrderMissing always");
    assertThat(escapesOf("String run() { return Mono.<String>error(new Checked()).block(); }"))
        .containsExactly("ReactiveException always, wrapping Checked");
  }

  @Test
  void subscribingThrowsNothing() {
    assertThat(failuresOf("void run() { Mono.error(new OrderMissing()).subscribe(); }")).isEmpty();
  }

  @Test
  void retriesThatRunOutWrapAndLimitsAdd() {
    assertThat(
            failuresOf(
                """
                Mono<String> run() {
                  return Mono.<String>error(new OrderMissing())
                      .retryWhen(reactor.util.retry.Retry.backoff(3, Duration.ofSeconds(1)));
                }
                """))
        .containsExactly("RetryExhaustedException always, wrapping OrderMissing");
    assertThat(
            failuresOf(
                "Mono<String> run(String id) { return Mono.just(id).timeout(Duration.ofSeconds(1)); }"))
        .containsExactly("TimeoutException because UPSTREAM");
  }

  @Test
  void whatARetryIsNotForGoesOnAtOnce() {
    assertThat(
            failuresOf(
                """
                Mono<Integer> run(String id) {
                  return Mono.fromCallable(() -> Integer.parseInt(id))
                      .retryWhen(
                          reactor.util.retry.Retry.backoff(3, Duration.ofSeconds(1))
                              .filter(OrderMissing.class::isInstance)
                              .maxBackoff(Duration.ofSeconds(9)));
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aFutureLosesItsWrapper() {
    assertThat(
            failuresOf(
                """
                Mono<String> run() {
                  return Mono.<String>fromFuture(CompletableFuture.supplyAsync(() -> { throw new OrderMissing(); }))
                      .onErrorResume(OrderMissing.class, e -> Mono.error(new Conflict()));
                }
                """))
        .containsExactly("Conflict always");
  }

  @Test
  void aWrapperOfTheProjectMayTranslate() {
    assertThat(
            failuresOf(
                """
                Mono<Integer> run(String id) { return safely(Mono.fromCallable(() -> Integer.parseInt(id))); }
                <T> Mono<T> safely(Mono<T> work) { return work.onErrorMap(OrderMissing::new); }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
    assertThat(
            failuresOf(
                """
                Mono<Integer> run(String id) {
                  return Mono.fromCallable(() -> Integer.parseInt(id)).transform(work -> work.onErrorMap(OrderMissing::new));
                }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void allOfSeveralMayFail() {
    assertThat(
            failuresOf(
                """
                Mono<String> run(String id) {
                  return Mono.zip(Mono.error(new OrderMissing()), Mono.error(new Conflict()), (a, b) -> "")
                      .then(Mono.fromCallable(() -> "" + Integer.parseInt(id)));
                }
                """))
        .containsExactly(
            "Conflict always", "NumberFormatException because REQUEST", "OrderMissing always");
  }
}
