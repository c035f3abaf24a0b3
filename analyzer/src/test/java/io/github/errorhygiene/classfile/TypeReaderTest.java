package io.github.errorhygiene.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class file says the same as the source file it was made of. */
class TypeReaderTest {
  @TempDir Path directory;

  @Test
  void readsTheHeaderOfAClass() {
    TypeDecl type =
        compile(
            """
            package com.acme;
            public abstract class Store extends java.util.AbstractList<String>
                implements java.io.Closeable {}
            """,
            "com.acme.Store");

    assertThat(type.kind()).isEqualTo(TypeDecl.Kind.CLASS);
    assertThat(type.name()).isEqualTo("com.acme.Store");
    assertThat(Modifier.toString(type.modifiers())).isEqualTo("public abstract");
    assertThat(type.superclass()).hasToString("java.util.AbstractList<java.lang.String>");
    assertThat(type.interfaces()).hasToString("[java.io.Closeable]");
  }

  @Test
  void aSuperclassThatNobodyWroteIsNone() {
    assertThat(compile("class A {}", "A").superclass()).isNull();
    assertThat(compile("interface A {}", "A").superclass()).isNull();
  }

  @Test
  void tellsTheKindsOfTypesApart() {
    assertThat(compile("interface A {}", "A").kind()).isEqualTo(TypeDecl.Kind.INTERFACE);
    assertThat(compile("@interface A {}", "A").kind()).isEqualTo(TypeDecl.Kind.ANNOTATION);
    assertThat(compile("record A() {}", "A").kind()).isEqualTo(TypeDecl.Kind.RECORD);
    assertThat(compile("enum A {}", "A").kind()).isEqualTo(TypeDecl.Kind.ENUM);
  }

  @Test
  void readsMethodsWithWhatTheyThrow() {
    MethodDecl method =
        method(
            """
            class A {
              protected static int[] read(String[][] names, long at, Object... more)
                  throws java.io.IOException, InterruptedException { return null; }
            }
            """);

    assertThat(Modifier.toString(method.modifiers())).isEqualTo("protected static");
    assertThat(method.returnType()).hasToString("int[]");
    assertThat(types(method.parameters()))
        .containsExactly("java.lang.String[][]", "long", "java.lang.Object[]");
    assertThat(method.parameters())
        .extracting(Parameter::varargs)
        .containsExactly(false, false, true);
    assertThat(method.thrown())
        .hasToString("[java.io.IOException, java.lang.InterruptedException]");
    assertThat(method.body()).isNull();
  }

  @Test
  void ofCodeOnlyThatIsReadWhichReturnsAField() {
    assertThat(method("class A { int size; int getSize() { return size; } }").body())
        .hasToString(
            "Block[statements=[Return[value=Select[target=This[qualifier=null, isSuper=false, position=0:0], name=size, position=0:0], position=0:0]], position=0:0]"
                .replace("0:0", Position.NONE.toString()));
    for (String other :
        List.of(
            "static int size; int getSize() { return size; }",
            "int size; int getSize() { return size + 1; }",
            "int size; int getSize() { return Math.abs(size); }",
            "int size; String getSize() { return \"\" + size; }",
            "Object size; String getSize() { return (String) size; }",
            "boolean size; boolean isSize() { return !size; }",
            "int[] size; int getSize() { return size.length; }",
            "A other; int size; int getSize() { return other.size; }")) {
      assertThat(method("class A { " + other + " }").body()).as(other).isNull();
    }
  }

  @Test
  void aFieldThatAConstructorAssignsHasAValue() {
    TypeDecl type =
        compile(
            "class A { int size; Object[] all = {}; String name; A(String name) { this.name = name;"
                + " } }",
            "A");

    assertThat(type.fields())
        .filteredOn(field -> field.initializer() != null)
        .extracting(FieldDecl::name)
        .containsExactly("all", "name");
  }

  @Test
  void aThrownTypeVariableIsKept() {
    MethodDecl method =
        method("class A { <X extends Exception> void run(X x) throws X, java.io.IOException {} }");

    assertThat(method.thrown()).hasToString("[X, java.io.IOException]");
  }

  @Test
  void readsGenericsAsWritten() {
    MethodDecl method =
        method(
            """
            import java.util.*;
            class A<K extends Comparable<? super K> & java.io.Serializable> {
              <T> Map.Entry<K, List<? extends T>[]> find(Map<?, K[]> map) { return null; }
            }
            """);

    assertThat(method.typeParameters()).hasSize(1);
    assertThat(method.typeParameters().get(0).bounds()).isEmpty();
    assertThat(method.returnType())
        .hasToString("java.util.Map$Entry<K, java.util.List<? extends<T>>[]>");
    assertThat(types(method.parameters())).containsExactly("java.util.Map<?, K[]>");
    assertThat(ClassPath.of(List.of(directory)).find("A").typeParameters().get(0).bounds())
        .hasToString("[java.lang.Comparable<? super<K>>, java.io.Serializable]");
  }

  @Test
  void anInnerTypesOwnArgumentsStandBeforeThoseOfTheTypeAround() {
    MethodDecl method =
        method("class A<T> { class B<U> {} A<String>.B<Integer> make() { return null; } }");

    assertThat(method.returnType()).hasToString("A$B<java.lang.Integer, java.lang.String>");
  }

  @Test
  void namesParametersAsTheClassFileDoes() {
    String source = "interface A { void put(long key, String value); }";

    assertThat(names(method(source))).containsExactly("arg0", "arg1");
    assertThat(names(method(source, "-parameters"))).containsExactly("key", "value");
  }

  @Test
  void namesParametersByTheDebugTableOfTheModulesOwnClasses() {
    String source =
        "class A { void put(long key, double at, String value) { int x = 1; { long y = 2; } } }";

    assertThat(names(method(source, "-g"))).containsExactly("key", "at", "value");
  }

  @Test
  void aDefaultMethodIsMarked() {
    TypeDecl type =
        compile(
            """
            interface A {
              void a();
              default void b() {}
              static void c() {}
              private void d() {}
            }
            """,
            "A");

    assertThat(type.methods())
        .filteredOn(MethodDecl::isDefault)
        .extracting(MethodDecl::name)
        .containsExactly("b");
  }

  @Test
  void aConstantFieldHasItsLiteral() {
    TypeDecl type =
        compile(
            """
            class A {
              static final boolean B = true;
              static final char C = 'c';
              static final short S = 3;
              static final long L = 4;
              public static final String T = "text";
              volatile Object none;
            }
            """,
            "A");

    assertThat(type.fields())
        .filteredOn(field -> field.initializer() != null)
        .extracting(field -> ((Expr.Literal) field.initializer()).value())
        .containsExactly(true, 'c', 3, 4L, "text");
    FieldDecl last = type.fields().get(5);
    assertThat(last.initializer()).isNull();
    assertThat(Modifier.toString(last.modifiers())).isEqualTo("volatile");
  }

  @Test
  void readsAnnotationsWithAllKindsOfValues() {
    TypeDecl type =
        compile(
            """
            import java.lang.annotation.*;
            @interface Part { String value(); }
            @interface Full {
              String text(); int number(); short small(); boolean flag(); Class<?> type();
              RetentionPolicy policy(); String[] texts(); int[] numbers(); Part part(); Part[] parts();
            }
            @Full(text = "t", number = 1, small = 2, flag = true, type = java.util.Map.Entry[].class,
                policy = RetentionPolicy.CLASS, texts = {"a", "b"}, numbers = {3, 4},
                part = @Part("p"), parts = @Part("q"))
            class A {}
            """,
            "A");

    assertThat(type.annotations()).hasSize(1);
    Annotation full = type.annotations().get(0);
    assertThat(full.name()).isEqualTo("Full");
    assertThat(full.values())
        .containsEntry("text", literal("t"))
        .containsEntry("number", literal(1))
        .containsEntry("small", literal(2))
        .containsEntry("flag", literal(true))
        .containsEntry("type", classLiteral(new TypeRef("java.util.Map$Entry", List.of(), 1)))
        .containsEntry("policy", constant("java.lang.annotation.RetentionPolicy", "CLASS"))
        .containsEntry("texts", array(literal("a"), literal("b")))
        .containsEntry("numbers", array(literal(3), literal(4)))
        .containsEntry("part", part("p"))
        .containsEntry("parts", array(part("q")));
  }

  @Test
  void readsAnnotationsOfMembersAndParameters() {
    TypeDecl type =
        compile(
            """
            class A {
              @Deprecated int field;
              @Deprecated A(@Deprecated int a, int b) {}
            }
            """,
            "A");

    assertThat(type.fields().get(0).annotations()).hasSize(1);
    MethodDecl constructor = type.methods().get(0);
    assertThat(constructor.name()).isEqualTo("<init>");
    assertThat(constructor.returnType()).isEqualTo(TypeRef.VOID);
    assertThat(constructor.annotations())
        .extracting(Annotation::name)
        .containsExactly("java.lang.Deprecated");
    assertThat(constructor.parameters().get(0).annotations()).hasSize(1);
    assertThat(constructor.parameters().get(1).annotations()).isEmpty();
  }

  @Test
  void enumConstantsAreNoFields() {
    TypeDecl type =
        compile("enum A { ONE, @Deprecated TWO { void x() {} }; int size; void x() {} }", "A");

    assertThat(type.enumConstants())
        .extracting(TypeDecl.EnumConstant::name)
        .containsExactly("ONE", "TWO");
    assertThat(type.enumConstants().get(1).annotations()).hasSize(1);
    assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("size");
    assertThat(type.methods())
        .extracting(MethodDecl::name)
        .containsExactlyInAnyOrder("values", "valueOf", "x");
    assertThat(ClassPath.of(List.of(directory)).find("A$1").kind()).isEqualTo(TypeDecl.Kind.CLASS);
  }

  @Test
  void recordsHaveComponentsAndAccessors() {
    TypeDecl type =
        compile(
            "record A(@Mark java.util.List<String> names, int size) {} @interface Mark {}", "A");

    assertThat(type.recordComponents())
        .extracting(Parameter::name)
        .containsExactly("names", "size");
    assertThat(types(type.recordComponents()))
        .containsExactly("java.util.List<java.lang.String>", "int");
    assertThat(type.recordComponents().get(0).annotations()).hasSize(1);
    assertThat(type.methods()).extracting(MethodDecl::name).contains("<init>", "names", "size");
  }

  @Test
  void nestedTypesHaveTheModifiersTheyWereWrittenWith() {
    String source =
        """
        class A {
          private static class Hidden {}
          protected class Inner {}
          interface Part {}
        }
        """;
    assertThat(modifiers(source, "A$Hidden")).isEqualTo("private static");
    assertThat(modifiers(source, "A$Inner")).isEqualTo("protected");
    assertThat(modifiers(source, "A$Part")).isEqualTo("abstract static");
    assertThat(compile(source, "A").types()).isEmpty();
  }

  @Test
  void theOuterInstanceIsNoParameter() {
    String source =
        """
        class A {
          class Plain { Plain(@Deprecated int size) {} }
          class Generic<T> { Generic(java.util.List<T> all, int size) {} }
        }
        """;
    MethodDecl plain = compile(source, "A$Plain", "-g").methods().get(0);
    MethodDecl generic = compile(source, "A$Generic", "-parameters").methods().get(0);

    assertThat(types(plain.parameters())).containsExactly("int");
    assertThat(names(plain)).containsExactly("size");
    assertThat(plain.parameters().get(0).annotations()).hasSize(1);
    assertThat(types(generic.parameters())).containsExactly("java.util.List<T>", "int");
    assertThat(names(generic)).containsExactly("all", "size");
  }

  @Test
  void whatOnlyTheCompilerWritesIsLeftOut() {
    TypeDecl type =
        compile(
            """
            class A implements Comparable<A> {
              static int count = 1;
              Runnable task = () -> System.out.println(count);
              public int compareTo(A other) { assert other != null; return 0; }
            }
            """,
            "A");

    assertThat(type.methods()).extracting(MethodDecl::name).containsExactly("<init>", "compareTo");
    assertThat(type.methods().get(1).parameters().get(0).type()).hasToString("A");
    assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("count", "task");
  }

  private TypeDecl compile(String source, String name, String... options) {
    Compiled.directory(directory, source, options);
    try (ClassPath classPath = ClassPath.of(List.of(directory))) {
      TypeDecl type = classPath.find(name);
      assertThat(type).as(name).isNotNull();
      return type;
    }
  }

  /** The only method of class {@code A}. */
  private MethodDecl method(String source, String... options) {
    return compile(source, "A", options).methods().stream()
        .filter(method -> !method.isConstructor())
        .findFirst()
        .orElseThrow();
  }

  private String modifiers(String source, String name) {
    return Modifier.toString(compile(source, name).modifiers());
  }

  private static List<String> names(MethodDecl method) {
    return method.parameters().stream().map(Parameter::name).toList();
  }

  private static List<String> types(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> parameter.type().toString()).toList();
  }

  private static Expr literal(Object value) {
    return new Expr.Literal(value, Position.NONE);
  }

  private static Expr classLiteral(TypeRef type) {
    return new Expr.ClassLiteral(type, Position.NONE);
  }

  private static Expr constant(String type, String name) {
    return new Expr.Select(new Expr.Name(type, Position.NONE), name, Position.NONE);
  }

  private static Expr array(Expr... elements) {
    return new Expr.ArrayLiteral(List.of(elements), Position.NONE);
  }

  private static Expr part(String value) {
    return new Expr.AnnotationValue(
        new Annotation("Part", java.util.Map.of("value", literal(value)), Position.NONE),
        Position.NONE);
  }
}
