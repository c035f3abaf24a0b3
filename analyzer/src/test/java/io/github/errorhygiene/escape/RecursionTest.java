package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recursion reaches the least fixed point, and the work stays in proportion to the program. */
class RecursionTest {
  @Test
  void aMethodThatCallsItselfThrowsWhatItThrows() {
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  if (id.isEmpty()) throw new OrderMissing();
                  if (id.length() > 3) run(id.substring(1));
                }
                """))
        .contains("OrderMissing because REQUEST");
  }

  @Test
  void codeAfterAnEndlessRecursionIsNeverReached() {
    assertThat(escapesOf("void run(String id) { run(id); throw new OrderMissing(); }")).isEmpty();
  }

  @Test
  void whatADecoratorIsAroundMayBeNowhereInTheSources() {
    assertThat(
            escapesOf(
                """
                void run(Mapper mapper, String id) { mapper.map(id); throw new OrderMissing(); }
                interface Mapper { String map(String s); }
                static abstract class Decorator implements Mapper {
                  Mapper delegate;
                  public String map(String s) { return delegate.map(s).trim(); }
                }
                """))
        .isNotEmpty();
  }

  @Test
  void twoMethodsThatCallEachOtherThrowWhatBothThrow() {
    String both =
        """
        void even(int n) { if (n < 0) throw new OrderMissing(); if (n > 0) odd(n - 1); }
        void odd(int n) { if (n > 100) throw new Conflict(); if (n > 0) even(n - 1); }
        """;
    assertThat(escapesOf("void run(int n) { even(n); }" + both))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
    assertThat(escapesOf("void run(int n) { odd(n); }" + both))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void threeMethodsWithSeveralWaysRoundThrowWhatAllThrow() {
    assertThat(
            escapesOf(
                """
                void run(int n) { a(n); }
                void a(int n) { if (n > 9) b(n); else if (n > 5) c(n); }
                void b(int n) { if (n > 8) throw new OrderMissing(); if (n > 7) c(n); else a(n); }
                void c(int n) { if (n > 6) throw new Conflict(); if (n > 4) b(n); a(n); }
                """))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void anExceptionThatRecursionCatchesDoesNotEscape() {
    assertThat(
            escapesOf(
                """
                void run(int n) {
                  if (n == 0) throw new OrderMissing();
                  try { run(n - 1); } catch (OrderMissing e) { throw new Conflict(); }
                }
                """))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void recursionOverGrowingConstantsEnds() {
    Evaluated counting =
        Evaluated.members(
            """
            void run(int n) { count(0, ""); }
            void count(int n, String path) {
              if (n > 1000) throw new OrderMissing(path);
              count(n + 1, path + "/");
            }
            """);
    assertThat(counting.escapes()).hasSize(1);
    assertThat(counting.evaluations()).isLessThan(100);
  }

  @Test
  void recursionThatBuildsTreesEnds() {
    Evaluated tree =
        Evaluated.members(
            """
            record Node(Node left, Node right, String name, List<Node> more) {}
            Node run(int n) {
              if (n == 0) return null;
              Node a = new Node(run(n - 1), run(n - 2), "x" + n, null);
              Node b = new Node(a, run(n - 3), "y", null);
              return n > 4 ? new Node(a, b, "z", null) : new Node(b, a, "u", List.of(a, b));
            }
            """);
    assertThat(tree.escapes()).isEmpty();
    assertThat(tree.evaluations()).isLessThan(100);
  }

  @Test
  void recursionThatWrapsFunctionsEnds() {
    Evaluated wrapping =
        Evaluated.members(
            """
            void run(int n) { go(n, () -> { throw new OrderMissing(); }); }
            void go(int n, Runnable task) {
              if (n == 0) task.run();
              go(n - 1, () -> task.run());
              go(n - 2, () -> { task.run(); });
              go(n - 3, task);
            }
            """);
    assertThat(wrapping.escapes()).contains("OrderMissing because REQUEST");
    assertThat(wrapping.evaluations()).isLessThan(300);
  }

  @Test
  void functionsThatCallThemselvesEnd() {
    Evaluated self =
        Evaluated.members(
            """
            private final Function<Integer, Integer> fib =
                n -> { if (n < 0) throw new OrderMissing(); return this.fib.apply(n - 1) + this.fib.apply(n - 2); };
            void run(int n) { fib.apply(n); }
            """);
    assertThat(self.escapes()).containsExactly("OrderMissing because REQUEST");
    assertThat(self.evaluations()).isLessThan(50);
  }

  @Test
  void functionsThatRunFunctionsTwiceDoNotDoubleTheWork() {
    String levels =
        IntStream.range(0, 25)
            .mapToObj(
                i ->
                    "void twice%d(Runnable task) { twice%d(() -> { task.run(); task.run(); }); }"
                        .formatted(i, i + 1))
            .collect(Collectors.joining("\n"));
    Evaluated nested =
        Evaluated.members(
            "void run(int n) { twice0(() -> { if (n > 3) throw new Conflict(); }); }\n"
                + levels
                + "void twice25(Runnable task) { task.run(); }");
    assertThat(nested.escapes()).isNotNull();
    assertThat(nested.evaluations()).isLessThan(300);
  }

  @Test
  void lambdasNestedInLambdasDoNotDoubleTheWork() {
    int deep = 12; // JavaParser reads what is nested deeper in exponential time
    String open = "list.forEach(a%d -> { list.forEach(b%d -> use(b%d)); ";
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < deep; i++) {
      nested.append(open.formatted(i, i, i));
    }
    nested.append("throw new Conflict();").append("}); ".repeat(deep));
    Evaluated lambdas =
        Evaluated.members(
            "void run(List<String> list) { for (;;) { " + nested + "} } void use(Object o) {}");
    assertThat(lambdas.escapes()).containsExactly("Conflict because REQUEST");
    assertThat(lambdas.evaluations()).isLessThan(240);
  }

  @Test
  void nestedLoopsDoNotDoubleTheWork() {
    String open =
        IntStream.range(0, 30)
            .mapToObj(i -> "for (int i%d = 0; i%d < n; i%d++) {".formatted(i, i, i))
            .collect(Collectors.joining());
    Evaluated loops =
        Evaluated.members(
            "void run(int n) {" + open + "step();" + "}".repeat(30) + "} void step() {}");
    assertThat(loops.escapes()).isEmpty();
    assertThat(loops.statements()).isLessThan(2_000);
  }

  @Test
  void fiftyMethodsThatAllCallEachOtherEnd() {
    String methods =
        IntStream.range(0, 50).mapToObj(RecursionTest::callsAll).collect(Collectors.joining("\n"));
    Evaluated all = Evaluated.members("void run(int n) { m0(n); }\n" + methods, exceptions(50));
    assertThat(all.escapes()).hasSize(50);
    assertThat(all.evaluations()).isLessThan(500);
  }

  private static String callsAll(int i) {
    String calls =
        IntStream.range(0, 50)
            .mapToObj(j -> "if (n > %d) m%d(n - 1);".formatted(j, j))
            .collect(Collectors.joining(" "));
    return "void m%d(int n) { %s if (n == %d) throw new E%d(); }".formatted(i, calls, i, i);
  }

  private static String exceptions(int count) {
    return IntStream.range(0, count)
        .mapToObj("class E%d extends RuntimeException {}"::formatted)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aRingOfMethodsEnds() {
    String ring =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    "void m%d(int n) { if (n == %d) throw new E%d(); small%d(n); if (n > 0) m%d(n - 1); }\n"
                            .formatted(i, i, i, i, (i + 1) % 100)
                        + "void small%d(int n) { if (n > 5) small%d(n - 1); }".formatted(i, i))
            .collect(Collectors.joining("\n"));
    Evaluated round = Evaluated.members("void run(int n) { m0(n); }\n" + ring, exceptions(100));
    assertThat(round.escapes()).hasSize(100);
    assertThat(round.evaluations()).isLessThan(1_000);
  }

  @Test
  void aMethodCalledWithManyConstantsIsNotEvaluatedForEach() {
    String calls =
        IntStream.range(0, 200).mapToObj("use(%d);"::formatted).collect(Collectors.joining());
    Evaluated many =
        Evaluated.members(
            "void run(int n) { " + calls + " } void use(int i) { next(i); } void next(int i) {}");
    assertThat(many.escapes()).isEmpty();
    assertThat(many.evaluations()).isLessThan(80);
  }

  @Test
  void manyImplementationsCallingEachOtherEnd() {
    String steps =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    "class S%d implements Step { public void go(Step next, int n) { if (n == %d) throw new E%d(); next.go(this, n); } }"
                        .formatted(i, i, i))
            .collect(Collectors.joining("\n"));
    Evaluated chain =
        Evaluated.members(
            "void run(Step step, int n) { step.go(step, n); }",
            "interface Step { void go(Step next, int n); }",
            steps,
            exceptions(30));
    assertThat(chain.escapes()).isNotEmpty();
    assertThat(chain.evaluations()).isLessThan(1_500);
  }
}
