package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Futures of the Java platform: they hold what fails inside of them until somebody awaits them. */
class FutureTest {
  private static final String FAIL = "static String fail() { throw new OrderMissing(); }\n";

  @Test
  void aFutureHoldsWhatItsTaskThrows() {
    String source =
        FAIL
            + "CompletableFuture<String> run() { return CompletableFuture.supplyAsync(() -> fail()); }";
    assertThat(escapesOf(source)).isEmpty();
    assertThat(failuresOf(source)).containsExactly("OrderMissing always");
  }

  @Test
  void nobodyLearnsOfAFutureThatIsDropped() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    ExecutorService pool;
                    void run() {
                      CompletableFuture.runAsync(() -> fail());
                      pool.submit(() -> fail());
                      pool.execute(() -> fail());
                      new Thread(() -> fail()).start();
                    }
                    """))
        .isEmpty();
  }

  @Test
  void joinWrapsInACompletionException() {
    assertThat(
            escapesOf(
                FAIL
                    + "String run() { return CompletableFuture.supplyAsync(() -> fail()).join(); }"))
        .containsExactly("CompletionException always, wrapping OrderMissing");
    assertThat(
            escapesOf(
                "String run() { return CompletableFuture.<String>failedFuture(new Conflict()).join(); }"))
        .containsExactly("CompletionException always, wrapping Conflict");
  }

  @Test
  void getWrapsInAnExecutionException() {
    assertThat(
            escapesOf(
                FAIL
                    + "String run() throws Exception { return CompletableFuture.supplyAsync(() ->"
                    + " fail()).get(); }"))
        .containsExactly("ExecutionException always, wrapping OrderMissing");
    assertThat(
            escapesOf(
                FAIL
                    + "ExecutorService pool; String run() throws Exception { return pool.submit(() ->"
                    + " fail()).get(); }"))
        .containsExactly("ExecutionException always, wrapping OrderMissing");
  }

  @Test
  void getWithALimitMayBeTooSlow() {
    assertThat(
            escapesOf(
                "ExecutorService pool; String run() throws Exception { return pool.submit(() ->"
                    + " \"\").get(1, TimeUnit.SECONDS); }"))
        .containsExactly("TimeoutException because UPSTREAM");
  }

  @Test
  void theCauseIsTakenOutAndThrown() {
    assertThat(
            escapesOf(
                FAIL
                    + """
                    ExecutorService pool;
                    String run() throws Exception {
                      try { return pool.submit(() -> fail()).get(); }
                      catch (ExecutionException e) {
                        if (e.getCause() instanceof OrderMissing missing) throw missing;
                        throw new IllegalStateException(e);
                      }
                    }
                    """))
        .contains("OrderMissing always")
        .doesNotContain("ExecutionException always, wrapping OrderMissing");
  }

  @Test
  void stagesPassFailuresOnAndAddTheirs() {
    assertThat(
            failuresOf(
                """
                String find(String id) { if (id.isEmpty()) throw new OrderMissing(); return id; }
                CompletionStage<Integer> run(String id) {
                  return CompletableFuture.supplyAsync(() -> find(id))
                      .thenApply(text -> Integer.parseInt(id))
                      .thenCompose(n -> CompletableFuture.failedFuture(new Conflict()));
                }
                """))
        .containsExactly(
            "Conflict always",
            "NumberFormatException because REQUEST",
            "OrderMissing because REQUEST");
  }

  @Test
  void aStageAfterOneThatOnlyFailsNeverRuns() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.<String>failedFuture(new Conflict()).thenApply(x -> fail());
                    }
                    """))
        .containsExactly("Conflict always");
  }

  @Test
  void exceptionallyTakesEveryFailure() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.supplyAsync(() -> fail()).exceptionally(e -> "none");
                    }
                    """))
        .isEmpty();
  }

  @Test
  void exceptionallyMayThrowItsOwn() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.supplyAsync(() -> fail())
                          .exceptionally(e -> { throw new IllegalStateException(e.getCause()); });
                    }
                    """))
        .containsExactly("IllegalStateException always, wrapping OrderMissing");
  }

  @Test
  void whatPassedAStageIsWrappedAndWhatDidNotIsNot() {
    String rethrow =
        """
        String rethrow(Throwable e) {
          if (e instanceof OrderMissing) throw new Conflict();
          if (e.getCause() instanceof OrderMissing) throw new OrderClosed();
          return "";
        }
        """;
    assertThat(
            failuresOf(
                rethrow
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.<String>failedFuture(new OrderMissing()).exceptionally(e -> rethrow(e));
                    }
                    """))
        .containsExactly("Conflict always");
    assertThat(
            failuresOf(
                FAIL
                    + rethrow
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.supplyAsync(() -> fail()).exceptionally(e -> rethrow(e));
                    }
                    """))
        .containsExactly("OrderClosed always");
  }

  @Test
  void handleIsGivenAResultOrAFailure() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.supplyAsync(() -> fail())
                          .handle((text, e) -> { if (e != null) throw new Conflict(); return text; });
                    }
                    """))
        .containsExactly("Conflict always");
    assertThat(
            failuresOf(
                """
                CompletionStage<String> run(String id) {
                  return CompletableFuture.supplyAsync(() -> "" + Integer.parseInt(id))
                      .handle((text, e) -> e == null ? text : "none");
                }
                """))
        .isEmpty();
  }

  @Test
  void whenCompleteOnlyWatches() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    CompletionStage<String> run() {
                      return CompletableFuture.supplyAsync(() -> fail()).whenComplete((text, e) -> {});
                    }
                    """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aFutureIsCompletedByHand() {
    assertThat(
            failuresOf(
                """
                CompletableFuture<String> run(String id) {
                  CompletableFuture<String> result = new CompletableFuture<>();
                  if (id.isEmpty()) result.completeExceptionally(new OrderMissing());
                  else result.complete(id);
                  return result;
                }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void aCallbackCompletesAFuture() {
    assertThat(
            failuresOf(
                """
                ExecutorService pool;
                CompletableFuture<String> run(String id) {
                  CompletableFuture<String> result = new CompletableFuture<>();
                  pool.execute(() -> {
                    try { result.complete("" + Integer.parseInt(id)); }
                    catch (NumberFormatException e) { result.completeExceptionally(e); }
                  });
                  return result;
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void futuresInCollectionsAreAwaited() {
    assertThat(
            escapesOf(
                FAIL
                    + """
                    List<String> run(List<String> ids) {
                      List<CompletableFuture<String>> all = ids.stream()
                          .map(id -> CompletableFuture.supplyAsync(() -> fail())).toList();
                      return all.stream().map(CompletableFuture::join).toList();
                    }
                    """))
        .containsExactly("CompletionException because REQUEST, wrapping OrderMissing");
  }

  @Test
  void aWrapperOfTheProjectMayReturnAFuture() {
    assertThat(
            failuresOf(
                FAIL
                    + """
                    CompletableFuture<String> run() { return async(() -> fail()); }
                    <T> CompletableFuture<T> async(Supplier<T> work) {
                      return CompletableFuture.supplyAsync(work);
                    }
                    """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aCallableIsRunByWhoAwaitsIt() {
    String source = FAIL + "Callable<String> run() { return () -> fail(); }";
    assertThat(escapesOf(source)).isEmpty();
    assertThat(failuresOf(source)).containsExactly("OrderMissing always");
  }
}
