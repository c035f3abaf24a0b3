package io.github.errorhygiene.source;

import static io.github.errorhygiene.source.Lowered.fields;
import static io.github.errorhygiene.source.Lowered.method;
import static io.github.errorhygiene.source.Lowered.typeText;
import static io.github.errorhygiene.source.Lowered.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import org.junit.jupiter.api.Test;

class DeclarationLoweringTest {
  @Test
  void a_unit_has_a_package_imports_and_types() {
    Unit unit =
        unit(
            """
            package com.acme.orders;

            import java.util.List;
            import java.util.concurrent.*;
            import static java.util.Map.entry;
            import static org.junit.Assert.*;

            class A {}
            interface B {}
            """);

    assertThat(unit.packageName()).isEqualTo("com.acme.orders");
    assertThat(unit.imports())
        .containsExactly(
            new Import("java.util.List", false, false),
            new Import("java.util.concurrent", false, true),
            new Import("java.util.Map.entry", true, false),
            new Import("org.junit.Assert", true, true));
    assertThat(unit.types())
        .extracting(TypeDecl::name)
        .containsExactly("com.acme.orders.A", "com.acme.orders.B");
    assertThat(unit.lines()).isEqualTo(9);
  }

  @Test
  void files_without_types_are_units_without_types() {
    assertThat(unit("").types()).isEmpty();
    assertThat(unit("@NullMarked package a.b;").packageName()).isEqualTo("a.b");
    assertThat(unit("open module m { requires java.base; exports p to q; }").types()).isEmpty();
  }

  @Test
  void classes() {
    assertThat(
            typeText(
                "public abstract class A<T extends B & C<T>, U> extends d.D<T> implements E, F<U> {}"))
        .isEqualTo(
            "public abstract class A<T extends B & C<T>, U> extends d.D<T> implements E, F<U> {}");
    assertThat(typeText("public sealed class A permits B, C {}")).isEqualTo("public class A {}");
    assertThat(typeText("non-sealed class A extends B {}")).isEqualTo("class A extends B {}");
  }

  @Test
  void fields_of_one_declaration_are_separate() {
    assertThat(fields("@A private static final int a = 1, b[] = {2}, c;"))
        .isEqualTo(
            "@A() private static final int a = 1; @A() private static final int[] b = {2};"
                + " @A() private static final int c;");
  }

  @Test
  void methods() {
    assertThat(method("protected final synchronized void m() throws A, b.B { f(); }"))
        .isEqualTo("protected final synchronized void m() throws A, b.B {f();}");
    assertThat(method("abstract int m();")).isEqualTo("abstract int m();");
    assertThat(method("static native <T extends A> List<T>[] m(final T a, @B int... b);"))
        .isEqualTo("static native <T extends A> List<T>[] m(T a, @B() int[]... b);");
  }

  @Test
  void brackets_may_stand_after_the_parameters_and_names() {
    assertThat(method("int[] m(int a[], String[] b[])[] { return null; }"))
        .isEqualTo("int[][] m(int[] a, String[][] b) {return null;}");
  }

  @Test
  void receiver_parameters_are_no_parameters() {
    assertThat(method("void m(@A C this, int x) {}")).isEqualTo("void m(int x) {}");
  }

  @Test
  void constructors_and_initialisers_are_methods_in_source_order() {
    assertThat(
            typeText(
                "class A { { f(); } static { g(); } private <T> A(T t) throws E { super(); } { h(); } }"))
        .isEqualTo(
            "class A {void <instance>() {f();} static void <clinit>() {g();}"
                + " private <T> void <init>(T t) throws E {super.<init>();} void <instance>() {h();}}");
  }

  @Test
  void interface_members_are_public_and_what_else_the_language_says() {
    assertThat(
            typeText(
                """
                interface A extends B, C {
                  int X = 1;
                  void m();
                  default void d() {}
                  static void s() {}
                  private void p() {}
                  class N {}
                  interface I {}
                  enum E { V }
                }
                """))
        .isEqualTo(
            "abstract interface A implements B, C {public static final int X = 1; public abstract void m();"
                + " public default void d() {} public static void s() {} private void p() {}"
                + " public static class A$N {} public abstract static interface A$I {}"
                + " public static final enum A$E {V(),}}");
  }

  @Test
  void annotation_types_have_abstract_members() {
    assertThat(typeText("@interface A { String[] value() default {}; int X = 1; }"))
        .isEqualTo(
            "abstract annotation A {public static final int X = 1; public abstract String[] value();}");
  }

  @Test
  void enums_have_constants_with_arguments_and_bodies() {
    assertThat(
            typeText(
                "enum A implements I { @Deprecated B(1), C { @Override void m() { new X() {}; } }; A(int... x) {} void m() {} }"))
        .isEqualTo(
            "enum A implements I {@Deprecated() B(1),"
                + " C() final class A$1 extends A {@Override() void m() {new X() {class A$2 extends X {}};}},"
                + " private void <init>(int[]... x) {} void m() {}}");
    assertThat(typeText("enum A { B, C, }")).isEqualTo("final enum A {B(), C(),}");
  }

  @Test
  void records_have_components_and_compact_constructors() {
    assertThat(
            typeText(
                """
                record P<T>(@A int x, List<T>... ys) implements I<T> {
                  static int z;
                  P { check(x); }
                  P(int x) { this(x, null); }
                  record Q() {}
                }
                """))
        .isEqualTo(
            "final record P<T>(@A() int x, List<T>[]... ys) implements I<T> {static int z;"
                + " compact void <init>(@A() int x, List<T>[]... ys) {check(x);}"
                + " void <init>(int x) {this.<init>(x, null);}"
                + " static final record P$Q {}}");
  }

  @Test
  void annotations_have_values() {
    assertThat(
            typeText(
                """
                @A @B("/x") @c.C(name = "n", values = {1, X.Y}, type = int[].class)
                @D({@E(1), @E()}) @F(nested = @G)
                class K {}
                """))
        .startsWith(
            "@A() @B(value=\"/x\") @c.C(name=\"n\", values={1, X.Y}, type=int[].class)"
                + " @D(value={@E(value=1), @E()}) @F(nested=@G()) class");
  }

  @Test
  void annotations_on_types_do_not_matter() {
    assertThat(fields("@A List<@B String @C []> x; java.util.@D Map<K, V> m;"))
        .isEqualTo("@A() List<String[]> x; java.util.Map<K, V> m;");
  }

  @Test
  void anonymous_and_local_types_are_numbered_in_source_order_through_the_top_level_type() {
    assertThat(
            typeText(
                """
                class A {
                  Object a = new B() { Object b = new C(new D() {}) {}; class N {} };
                  static class M { void m() { class L {} new E() {}; } }
                  Object c = new F() {};
                }
                """))
        .isEqualTo(
            "class A {Object a = new B() {class A$1 extends B {Object b = new C(new D() {class A$2 extends D {}})"
                + " {class A$3 extends C {}}; class A$1$N {}}}; Object c = new F() {class A$6 extends F {}};"
                + " static class A$M {void m() {local class A$4L {} new E() {class A$5 extends E {}};}}}");
  }

  @Test
  void every_top_level_type_numbers_for_itself() {
    Unit unit =
        unit("package p; class A { Object a = new B() {}; } class C { Object a = new D() {}; }");

    assertThat(UnitText.of(unit.types().get(1))).contains("class p.C$1 extends D");
  }

  @Test
  void a_compact_source_file_is_a_class_named_after_the_file() {
    TypeDecl type = Lowered.type("int x = 1;\nvoid main() { f(); }");

    assertThat(UnitText.of(type)).isEqualTo("final class X {int x = 1; void main() {f();}}");
  }

  @Test
  void declarations_are_at_their_names_and_end_at_their_last_lines() {
    TypeDecl type =
        Lowered.type("@A\npublic class C {\n\tint x;\n  public void m(\n      int p) {\n  }\n}\n");
    MethodDecl method = type.methods().get(0);

    assertThat(type.position()).isEqualTo(new Position(2, 14));
    assertThat(type.endLine()).isEqualTo(7);
    assertThat(type.fields().get(0).position()).isEqualTo(new Position(3, 6));
    assertThat(method.position()).isEqualTo(new Position(4, 15));
    assertThat(method.endLine()).isEqualTo(6);
    assertThat(method.parameters().get(0).position()).isEqualTo(new Position(5, 11));
  }

  @Test
  void calls_and_member_accesses_are_at_the_member_and_other_expressions_at_their_start() {
    Stmt.Eval statement =
        (Stmt.Eval) Lowered.body("a\n  .b(x,\n C :: d, a.e, o . new\nI() {}, 1 + 2);").get(0);
    Expr.Call call = (Expr.Call) statement.expression();
    Expr.New creation = (Expr.New) call.arguments().get(3);

    assertThat(statement.position()).isEqualTo(new Position(2, 1));
    assertThat(call.position()).isEqualTo(new Position(3, 4));
    assertThat(call.receiver().position()).isEqualTo(new Position(2, 1));
    assertThat(call.arguments().get(1).position()).isEqualTo(new Position(4, 7));
    assertThat(call.arguments().get(2).position()).isEqualTo(new Position(4, 12));
    assertThat(creation.position()).isEqualTo(new Position(4, 15));
    assertThat(creation.body().position()).isEqualTo(new Position(4, 19));
    assertThat(call.arguments().get(4).position()).isEqualTo(new Position(5, 9));
  }
}
