package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lambdas and method references: run by whoever is given them, with what they captured. */
class FunctionTest {
  private static final String FAIL = "void fail() { throw new OrderMissing(); }\n";

  @Test
  void aLambdaThatNobodyRunsThrowsNothing() {
    assertThat(escapesOf(FAIL + "void run(String id) { Runnable task = () -> fail(); }")).isEmpty();
  }

  @Test
  void aLambdaThrowsWhereItIsRun() {
    assertThat(
            escapesOf(FAIL + "void run(String id) { Runnable task = () -> fail(); task.run(); }"))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aWrapperThatCatchesMakesALambdaSafe() {
    assertThat(
            escapesOf(
                FAIL
                    + """
                    void run(String id) { doSafely(() -> fail()); doSafely(this::fail); }
                    void doSafely(Runnable task) {
                      try { task.run(); } catch (OrderMissing e) {}
                    }
                    """))
        .isEmpty();
  }

  @Test
  void aWrapperThatTranslatesThrowsItsOwn() {
    assertThat(
            escapesOf(
                """
                int run(String id) { return translate(() -> Integer.parseInt(id)); }
                <T> T translate(Supplier<T> work) {
                  try { return work.get(); } catch (RuntimeException e) { throw new OrderMissing(e); }
                }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void aLambdaGoesThroughSeveralHands() {
    assertThat(
            escapesOf(
                FAIL
                    + """
                    void run(String id) { one(() -> fail()); }
                    void one(Runnable task) { two(() -> task.run()); }
                    void two(Runnable task) { task.run(); }
                    """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aLambdaReturnsWhatItMakes() {
    assertThat(
            escapesOf(
                """
                void run(String id) { if (id.isEmpty()) fail(() -> new OrderMissing()); }
                void fail(Supplier<? extends RuntimeException> what) { throw what.get(); }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void aLambdaIsGivenWhatItIsCalledWith() {
    assertThat(
            escapesOf(
                """
                void run(String id) { with(id, s -> Integer.parseInt(s)); with("1", s -> Long.parseLong(s)); }
                void with(String text, Consumer<String> use) { use.accept(text); }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aLambdaInAFieldIsRunThroughTheField() {
    assertThat(
            escapesOf(
                """
                private static final Function<String, Integer> PARSE = s -> Integer.parseInt(s);
                private final Function<String, Long> parse = s -> Long.parseLong(s);
                void run(String id) { PARSE.apply(id); parse.apply(id); }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aLambdaKeptByAnObjectIsRunByIt() {
    assertThat(
            escapesOf(
                FAIL
                    + """
                    record Job(Runnable task) { void go() { task.run(); } }
                    static class Keeper {
                      private final Runnable task;
                      Keeper(Runnable task) { this.task = task; }
                      void go() { this.task.run(); }
                    }
                    void run(String id) { new Job(() -> fail()).go(); }
                    void other(String id) { new Keeper(() -> fail()).go(); }
                    """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void referencesAreBoundUnboundStaticOrConstructors() {
    String prelude =
        """
        static class Part { void fail() { throw new OrderMissing(); } static void no(String s) { throw new Conflict(); } }
        """;
    assertThat(
            escapesOf(
                prelude
                    + "void run(String id) { Part p = new Part(); Runnable r = p::fail; r.run();"
                    + " }"))
        .containsExactly("OrderMissing always");
    assertThat(
            escapesOf(
                prelude
                    + "void run(String id) { Consumer<Part> c = Part::fail; c.accept(new Part());"
                    + " }"))
        .containsExactly("OrderMissing always");
    assertThat(
            escapesOf(
                prelude + "void run(String id) { Consumer<String> c = Part::no; c.accept(id); }"))
        .containsExactly("Conflict always");
    assertThat(
            escapesOf(
                "void run(String id) { Supplier<OrderMissing> s = OrderMissing::new; throw s.get();"
                    + " }"))
        .containsExactly("OrderMissing always");
    assertThat(
            escapesOf(
                "void run(String id) { Function<String, Integer> f = Integer::parseInt;"
                    + " f.apply(id); }"))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aFunctionalInterfaceOfTheProjectIsRun() {
    assertThat(
            escapesOf(
                """
                interface Action<T> { T go() throws Checked; default T twice() throws Checked { go(); return go(); } }
                <T> T retry(Action<T> action) throws Checked { return action.twice(); }
                void run(String id) throws Checked { retry(() -> { throw new Checked(); }); }
                """))
        .containsExactly("Checked always");
  }

  @Test
  void libraryMethodsRunWhatTheyAreGiven() {
    assertThat(escapesOf("void run(List<String> ids) { ids.forEach(id -> Integer.parseInt(id)); }"))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(
            escapesOf(
                "List<Integer> run(List<String> ids) { return"
                    + " ids.stream().map(Integer::parseInt).toList(); }"))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(
            escapesOf(
                """
                Map<String, Order> cache = new HashMap<>();
                Order run(String id) { return cache.computeIfAbsent(id, key -> load(key)); }
                Order load(String id) { if (id.isEmpty()) throw new OrderMissing(); return null; }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void libraryMethodsRunObjectsThatStandForAFunction() {
    assertThat(
            escapesOf(
                """
                void run(List<String> ids) { ids.forEach(new Parse()); }
                static class Parse implements Consumer<String> {
                  public void accept(String s) { Integer.parseInt(s); }
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void whatALambdaThrowsInAnotherThreadNeverComesBack() {
    assertThat(escapesOf(FAIL + "void run(String id) { new Thread(() -> fail()).start(); }"))
        .isEmpty();
  }

  @Test
  void returnInALambdaLeavesTheLambdaOnly() {
    assertThat(
            escapesOf(
                """
                void run(List<String> ids) {
                  ids.forEach(id -> { return; });
                  throw new Conflict();
                }
                """))
        .containsExactly("Conflict always");
  }
}
