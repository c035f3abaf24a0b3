package io.github.errorhygiene.source;

import static io.github.errorhygiene.source.Lowered.expression;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionLoweringTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "x => x",
        "((x)) => x",
        "a.b.c => a.b.c",
        "this.x => this.x",
        "super.x => super.x",
        "Outer.this.x => Outer.this.x",
        "f() => f()",
        "a.b().c(1, d()) => a.b().c(1, d())",
        "super.f() => super.f()",
        "Iface.super.f() => Iface.super.f()",
        "List.<String>of() => List.<String>of()",
        "this.<A, B[]>f(x) => this.<A, B[]>f(x)",
        "a[0][i] => a[0][i]",
        "String.class => String.class",
        "int[].class => int[].class",
        "void.class => void.class",
        "java.util.Map.Entry.class => java.util.Map.Entry.class"
      })
  void names_and_members_are_kept_as_written(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "a + b * c => (a + (b * c))",
        "(a + b) * c => ((a + b) * c)",
        "a - b - c => ((a - b) - c)",
        "a + (b + c) => (a + (b + c))",
        "a && b || !c => ((a && b) || (! c))",
        "a >>> 1 => (a >>> 1)",
        "i++ + --i => ((x++ i) + (--x i))",
        "~a ^ -b => ((~ a) ^ (- b))",
        "a ? b : c ? d : e => (a ? b : (c ? d : e))",
        "a = b += c => (a = (b += c))",
        "a >>>= 2 => (a >>>= 2)",
        "(String) o => ((String) o)",
        "(int) -1 => ((int) (- 1))",
        "(Runnable & java.io.Serializable) r => ((&<Runnable, java.io.Serializable>) r)"
      })
  void operators_nest_by_precedence(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "o instanceof String => (o instanceof String)",
        "o instanceof List<?>[] => (o instanceof List<?>[])",
        "o instanceof String s && s.isEmpty() => ((o instanceof String s) && s.isEmpty())",
        "o instanceof final String s => (o instanceof String s)",
        "o instanceof String _ => (o instanceof String)",
        "o instanceof Point(int x, var y) => (o instanceof Point(int x, var y))",
        "o instanceof Line<T>(Point(var x, _), Point p) => (o instanceof Line<T>(Point(var x, var), Point p))"
      })
  void instanceof_has_a_pattern(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "new A() => new A()",
        "new a.b.C<String>(x) => new a.b.C<String>(x)",
        "new ArrayList<>() => new ArrayList<<>>()",
        "o.new Inner(1) => o.new Inner(1)",
        "new A() {} => new A() {class C$1 extends A {}}",
        "new int[3] => new int[][3]",
        "new int[3][n][] => new int[][][][3][n]",
        "new String[] {a, b} => new String[] {a, b}",
        "new int[][] {{1}, {}} => new int[][] {{1}, {}}"
      })
  void creations_have_their_type(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "() -> 1 => () -> return 1;",
        "x -> x => (var x) -> return x;",
        "(x, y) -> {} => (var x, var y) -> {}",
        "(int x, final String... ys) -> { return; } => (int x, String[]... ys) -> {return;}",
        "(@A var x) -> f() => (@A() var x) -> return f();",
        "_ -> 1 => (var _) -> return 1;",
        "() -> () -> { throw e; } => () -> return () -> {throw e;};",
        "(Runnable) () -> f() => ((Runnable) () -> return f();)",
        "x -> y = x => (var x) -> return (y = x);"
      })
  void lambdas_with_an_expression_return_it(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "this::x => this::x",
        "super::x => super::x",
        "Outer.super::x => Outer.super::x",
        "f()::x => f()::x",
        "a.b::x => a.b::x",
        "this.a::x => this.a::x",
        "Type::x => Type::x",
        "Type::new => Type::<init>",
        "int[]::new => type int[]::<init>",
        "String[]::clone => type String[]::clone",
        "List<String>::new => type List<String>::<init>",
        "Map.Entry<K, V>::getKey => type Map.Entry<K, V>::getKey",
        "((A) b)::x => ((A) b)::x",
        "a[0]::x => a[0]::x",
        "\"s\"::equals => \"s\"::equals",
        "Type::<String>x => Type::x"
      })
  void method_references_have_a_target_or_a_type(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "switch (x) { case 1 -> a; case 2, 3 -> { yield b; } default -> throw e; }"
            + " => <switch (x) {1 -> yield a; 2, 3 -> {yield b;} default -> throw e;}>",
        "switch (x) { case A: f(); case B: yield 1; default: yield 2; }"
            + " => <switch (x) {A: f(); B: yield 1; default: yield 2;}>",
        "switch (o) { case null, default -> 0; case String s when s.isEmpty() -> 1; case Point(int x, _) -> x; }"
            + " => <switch (o) {null, default -> yield 0; ~String s when s.isEmpty() -> yield 1;"
            + " ~Point(int x, var) -> yield x;}>",
        "switch (o) { case A _, B _ -> 1; case Color.RED -> 2; }"
            + " => <switch (o) {~A, ~B -> yield 1; Color.RED -> yield 2;}>"
      })
  void switches_yield(String source, String lowered) {
    assertThat(expression(source)).isEqualTo(lowered);
  }

  @Test
  void a_long_chain_of_terms_leans_to_the_left() {
    assertThat(expression("a + \"b\" + c() + 1")).isEqualTo("(((a + \"b\") + c()) + 1)");
  }
}
