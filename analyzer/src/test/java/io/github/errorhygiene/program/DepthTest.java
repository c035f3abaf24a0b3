package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Hostile and odd sources neither overflow the stack nor take for ever. */
class DepthTest {
  @Test
  void longSums() {
    Linked linked =
        Linked.ofStatements(
            "String s = \"\"" + " + help()".repeat(5000) + ";", "int help() { return 1; }");

    assertThat(linked.unresolved()).isEmpty();
  }

  @Test
  void longFluentChains() {
    Linked linked =
        Linked.ofStatements("new StringBuilder()" + ".append(1)".repeat(800) + ".toString();");

    assertThat(linked.target("toString")).isEqualTo("java.lang.StringBuilder#toString()");
  }

  @Test
  void nestedLambdasAreLookedAtOnce() {
    String nested = "x";
    for (int i = 0; i < 25; i++) {
      nested =
          "Optional.of("
              + nested
              + ").map(a"
              + i
              + " -> "
              + nested.replace("x", "a" + i).length()
              + ").flatMap(b"
              + i
              + " -> Optional.of("
              + (i % 5 == 0 ? "1" : "b" + i)
              + ")).get()";
    }
    String statements = "Object x = null; Object y = " + nested + ";";

    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThat(Linked.ofStatements(statements).unresolved()).isEmpty());
  }

  @Test
  void lambdasInLambdas() {
    String open = "Optional.of(1).map(a -> ";
    String body = open.repeat(40) + "a" + ")".repeat(40);

    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(
                    Linked.ofStatements(
                            "Object y = "
                                + body.replace("map(a -> Optional", "map(a -> (Object) Optional")
                                + ";")
                        .program())
                .isNotNull());
  }

  @Test
  void longElseIfChains() {
    String chain = "if (o instanceof String s) { s.length(); }";
    Linked linked = onBigStack("Object o = null; " + (chain + " else ").repeat(2000) + chain);

    assertThat(onSmallStack(linked)).isEmpty();
  }

  @Test
  void whatNestsTooDeeplyIsUnresolvedRatherThanThrown() {
    String open = "Optional.of(1).map(a -> ";
    Linked lambdas = onBigStack("Object y = " + open.repeat(300) + "a" + ")".repeat(300) + ";");
    Linked calls = onBigStack("f(".repeat(600) + "1" + ")".repeat(600) + ";");

    Linked blocks = onBigStack("{ if (f(1) > 0) ".repeat(500) + "f(2);" + " }".repeat(500));

    assertThat(onSmallStack(blocks)).containsOnly(": nested too deeply");
    assertThat(onSmallStack(lambdas)).contains(": nested too deeply");
    assertThat(onSmallStack(calls)).containsOnly(": nested too deeply");
  }

  private static Linked onBigStack(String statements) {
    return onStack(64 << 20, () -> Linked.ofStatements(statements, "int f(int n) { return n; }"));
  }

  /**
   * What threads have by default; frames of code that is not compiled yet are several times larger.
   */
  private static List<String> onSmallStack(Linked linked) {
    return onStack(1 << 20, linked::unresolved);
  }

  private static <T> T onStack(int bytes, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(null, task, "stack", bytes).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void typesAboveThemselves() {
    Linked linked =
        Linked.of(
            "class A extends B { void run() { f(); } } class B extends A { void f() {} }",
            "class C<T extends C<T>> extends C<C<T>> { T t; void g() { t.g(); this.h(); } }",
            "interface I extends I {} enum E implements E {} class Outer extends Outer.Inner { class Inner {} }");

    assertThat(linked.target("f")).isEqualTo("B#f()");
    assertThat(linked.program().supertypes("A")).contains("A", "B");
  }

  @Test
  void selfTypesOfBuilders() {
    Linked linked =
        Linked.of(
            """
            abstract class Builder<T extends Builder<T>> { T name(String n) { return self(); } abstract T self(); Object build() { return null; } }
            class Special extends Builder<Special> { Special self() { return this; } Special extra() { return this; } }
            class Test { Object run(Builder<?> b) { b.name("").name("").build(); return new Special().name("").extra().build(); } }
            """);

    assertThat(linked.unresolved()).isEmpty();
  }
}
