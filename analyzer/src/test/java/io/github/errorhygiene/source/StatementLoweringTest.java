package io.github.errorhygiene.source;

import static io.github.errorhygiene.source.Lowered.statements;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementLoweringTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "f(); => f();",
        "return; => return;",
        "return x; => return x;",
        "throw new E(); => throw new E();",
        "; => {}",
        "{ f(); { g(); } } => {f(); {g();}}",
        "assert x : y; => {}",
        "synchronized (lock()) { f(); g(); } => {lock(); f(); g();}",
        "if (a) f(); => if (a) f();",
        "if (a) f(); else if (b) g(); else { h(); } => if (a) f(); else if (b) g(); else {h();}",
        "out: while (a) { break out; } => out: loop (a) {break out;}",
        "this.x = 1; => (this.x = 1);"
      })
  void simple_statements(String source, String lowered) {
    assertThat(statements(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "int a; => int a;",
        "int a = 1, b[] = {2}; => int a = 1; int[] b = {2};",
        "final var x = f(); => var x = f();",
        "@A List<? extends B>[] x; => @A() List<? extends<B>>[] x;",
        "Map<String, ? super C> m; => Map<String, ? super<C>> m;",
        "Outer<A>.Inner<B> i; => Outer.Inner<B, A> i;",
        "var _ = f(); => var _ = f();"
      })
  void a_declaration_gives_one_local_a_variable(String source, String lowered) {
    assertThat(statements(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "while (a) f(); => loop (a) f();",
        "do { f(); continue; } while (a); => do-loop (a) {f(); continue;}",
        "for (;;) {} => loop () {}",
        "for (int i = 0, j = 1; i < n; i++, j--) f(i);"
            + " => loop (int i = 0; int j = 1; (i < n); (x++ i), (x-- j)) f(i);",
        "for (i = 0; ; ) {} => loop ((i = 0); ) {}",
        "for (final var x : xs()) f(x); => each (var x; xs()) f(x);",
        "for (@A int[] x : xs) {} => each (@A() int[] x; xs) {}"
      })
  void loops(String source, String lowered) {
    assertThat(statements(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "try { f(); } catch (E e) { g(e); } => try {f();} catch (E e) {g(e);}",
        "try { f(); } catch (final A | b.B e) {} finally { h(); } => try {f();} catch (A | b.B e) {} finally {h();}",
        "try (var a = f(); B b = new B(a); c; this.d) { g(); }"
            + " => try (var a = f(); B b = new B(a); c; this.d;) {g();}",
        "try { } finally { } => try {} finally {}"
      })
  void try_statements(String source, String lowered) {
    assertThat(statements(source)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "switch (x) { case 1: case 2: f(); break; default: } => switch (x) {1: 2: f(); break; default:}",
        "switch (x) { case A, B -> f(); default -> { g(); } } => switch (x) {A, B -> f(); default -> {g();}}",
        "switch (x) { case \"a\" -> throw e; } => switch (x) {\"a\" -> throw e;}",
        "switch (o) { case A a when a.b() && c -> f(); case null -> {} default -> {} }"
            + " => switch (o) {~A a when (a.b() && c) -> f(); null -> {} default -> {}}",
        "switch (o) { case A a: f(); break; case B(var x): }"
            + " => switch (o) {~A a: f(); break; ~B(var x):}"
      })
  void switches(String source, String lowered) {
    assertThat(statements(source)).isEqualTo(lowered);
  }

  @Test
  void local_types_are_numbered_through_the_top_level_type() {
    assertThat(
            statements("class L { Object o = new Object() {}; } record R(int x) {} interface I {}"))
        .isEqualTo(
            "local class C$1L {Object o = new Object() {class C$2 extends Object {}};}"
                + " local static final record C$3R(int x) {}"
                + " local abstract static interface C$4I {}");
  }

  @Test
  void local_enums_are_read_although_the_parser_does_not_know_them() {
    assertThat(
            statements(
                "f(); enum A { B, C { void m() {} } } enum D implements I { E(1); D(int x) {} }\n"
                    + "                  enum F { G, H } int x; if (x) { enum J {} }"))
        .isEqualTo(
            "f(); local static enum C$1A {B(), C() final class C$2 extends A {void m() {}},}"
                + " local static final enum C$3D implements I {E(1), private void <init>(int x) {}}"
                + " local static final enum C$4F {G(), H(),} int x; if (x) {local static final enum C$5J {}}");
    Stmt.LocalType type = (Stmt.LocalType) Lowered.body("                  enum F { G, H }").get(0);
    assertThat(type.type().position()).isEqualTo(new Position(2, 24));
  }

  @Test
  void contextual_keywords_are_names() {
    assertThat(
            statements(
                "int record = 1, sealed = 2, permits = 3, when = 4, module = 5, with = 6, open = 7, to = 8;"
                    + " record = sealed + when(permits); module.exports(to);"))
        .endsWith("(record = (sealed + when(permits))); module.exports(to);");
  }

  @Test
  void yield_is_a_name_where_the_file_is_older_than_the_keyword() {
    assertThat(statements("int yield = 1; yield = 2; Thread.yield(); this.yield(); f(yield);"))
        .isEqualTo("int yield = 1; (yield = 2); Thread.yield(); this.yield(); f(yield);");
  }

  @Test
  void constructors_call_each_other_with_a_name_of_their_own() {
    assertThat(Lowered.method("C(int x) { this(x, 1); }"))
        .isEqualTo("void <init>(int x) {this.<init>(x, 1);}");
    assertThat(Lowered.method("C() { <A>super(f()); }"))
        .isEqualTo("void <init>() {super.<A><init>(f());}");
  }

  @Test
  void statements_may_come_before_the_constructor_call() {
    assertThat(Lowered.method("C(int x) { check(x); super(x); }"))
        .isEqualTo("void <init>(int x) {check(x); super.<init>(x);}");
  }
}
