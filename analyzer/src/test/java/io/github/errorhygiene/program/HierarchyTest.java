package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Supertypes, subtypes, and which methods a call may run. */
class HierarchyTest {
  private static final Linked SHAPES =
      Linked.of(
          """
          package a;
          interface Shape { double area(); default String name() { return "shape"; } }
          abstract class Base implements Shape { public String name() { return "base"; } }
          class Circle extends Base { public double area() { return 1; } }
          class Square extends Base { public double area() { return 2; } public String name() { return "square"; } }
          enum Fixed implements Shape { UNIT { public double area() { return 3; } }; }
          class Maker { Shape make() { return new Shape() { public double area() { return 4; } }; } Shape lambda() { return () -> 5; } }
          """);

  private static List<String> implementations(
      Linked linked, String owner, String method, String receiver) {
    return linked
        .program()
        .implementations(linked.method(owner, method), new Type.Declared(receiver, List.of()))
        .stream()
        .map(MethodSymbol::signature)
        .toList();
  }

  @Test
  void abstractMethodRunsItsImplementationsInTheSources() {
    assertThat(implementations(SHAPES, "a.Shape", "area", "a.Shape"))
        .containsExactly(
            "a.Circle#area()", "a.Fixed.1#area()", "a.Maker.1#area()", "a.Square#area()");
  }

  @Test
  void whatTakesAnObjectDoesNotOverrideWhatTakesANumber() {
    Linked lists =
        Linked.of(
            """
            package a;
            class Items<T> extends java.util.ArrayList<T> { T first() { return get(0); } }
            class Item {}
            class Cart extends Items<Item> { Item get(Item other) { return other; } }
            """);

    assertThat(implementations(lists, "java.util.ArrayList", "get", "a.Items"))
        .doesNotContain("a.Cart#get(Item)");
  }

  @Test
  void receiverNarrowsTheImplementations() {
    assertThat(implementations(SHAPES, "a.Shape", "area", "a.Square"))
        .containsExactly("a.Square#area()");
    assertThat(implementations(SHAPES, "a.Shape", "name", "a.Circle"))
        .containsExactly("a.Base#name()");
    assertThat(implementations(SHAPES, "a.Shape", "name", "a.Shape"))
        .containsExactly("a.Base#name()", "a.Shape#name()", "a.Square#name()");
  }

  @Test
  void genericParametersAreSeenFromTheSubtype() {
    Linked linked =
        Linked.of(
            """
            interface Handler<T> { void handle(T t); }
            class Text implements Handler<String> { public void handle(String s) {} public void handle(Integer i) {} }
            class Any<X> implements Handler<X> { public void handle(X x) {} }
            """);

    assertThat(implementations(linked, "Handler", "handle", "Handler"))
        .containsExactly("Any#handle(Object)", "Text#handle(String)");
    assertThat(linked.program().overridden(linked.method("Text", "handle")))
        .containsExactly(linked.method("Handler", "handle"));
  }

  @Test
  void methodInheritedFromAClassImplementsAnInterface() {
    Linked linked =
        Linked.of(
            """
            interface Greeter { String greet(); }
            class Base { public String greet() { return ""; } }
            class Polite extends Base implements Greeter {}
            record Fast(String greet) implements Greeter {}
            """);

    assertThat(implementations(linked, "Greeter", "greet", "Greeter"))
        .containsExactly("Base#greet()", "Fast#greet()");
  }

  @Test
  void subtypeQuestions() {
    Program program = SHAPES.program();

    assertThat(program.isSubtype("a.Circle", "a.Shape")).isEqualTo(Certainty.YES);
    assertThat(program.isSubtype("a.Shape", "a.Circle")).isEqualTo(Certainty.NO);
    assertThat(program.isSubtype("java.io.IOException", "java.lang.Exception"))
        .isEqualTo(Certainty.YES);
    assertThat(program.isSubtype("x.Unheard", "java.lang.Exception")).isEqualTo(Certainty.UNKNOWN);
    assertThat(program.supertypes("a.Circle"))
        .containsExactly("a.Circle", "a.Base", "a.Shape", "java.lang.Object");
    assertThat(program.sourceSubtypes("a.Base"))
        .extracting(TypeSymbol::name)
        .containsExactly("a.Circle", "a.Square");
  }

  @Test
  void hearsayTellsTheSupertypesOfLibraryExceptions() {
    Program program =
        Program.link(
            List.of(SourceReader.lower("A.java", "class Missing extends x.DataException {}")),
            ClassSource.EMPTY,
            name ->
                name.equals("x.DataException")
                    ? List.of("x.NestedException", "java.lang.RuntimeException")
                    : List.of());

    assertThat(program.isSubtype("Missing", "x.NestedException")).isEqualTo(Certainty.YES);
    assertThat(program.isSubtype("Missing", "java.lang.RuntimeException")).isEqualTo(Certainty.YES);
  }

  @Test
  void allMethodsLeaveOutOverriddenOnes() {
    assertThat(SHAPES.program().allMethods(SHAPES.type("a.Square")))
        .extracting(MethodSymbol::signature)
        .startsWith("a.Square#area()", "a.Square#name()")
        .contains("java.lang.Object#toString()")
        .doesNotContain("a.Base#name()", "a.Shape#name()", "a.Shape#area()");
  }
}
