package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final String MAIN = "/src/main/java/shop/";

  private static Unit unit(String path, String source) {
    return SourceReader.lower(path, source);
  }

  private static List<List<String>> parts(Unit... units) {
    return Parts.of(Stream.of(units).toList()).stream()
        .map(part -> part.stream().map(Unit::path).toList())
        .toList();
  }

  @Test
  @DisplayName("Modules without a common name are one part")
  void together() {
    assertThat(
            parts(
                unit("a" + MAIN + "A.java", "package shop; class A {}"),
                unit("b" + MAIN + "B.java", "package shop; class B {}")))
        .containsExactly(List.of("a" + MAIN + "A.java", "b" + MAIN + "B.java"));
  }

  @Test
  @DisplayName("Two classes of a name are two parts; what is not there twice goes with the first")
  void apart() {
    assertThat(
            parts(
                unit("a" + MAIN + "Errors.java", "package shop; class Errors {}"),
                unit("b" + MAIN + "Errors.java", "package shop; class Errors {}"),
                unit("c" + MAIN + "C.java", "package shop; class C {}")))
        .containsExactly(
            List.of("a" + MAIN + "Errors.java", "c" + MAIN + "C.java"),
            List.of("b" + MAIN + "Errors.java"));
  }

  @Test
  @DisplayName("What a module imports goes with it into each part")
  void imported() {
    String common = "common/src/main/java/base/Base.java";

    assertThat(
            parts(
                unit("a" + MAIN + "Errors.java", "package shop; import base.Base; class Errors {}"),
                unit("b" + MAIN + "Errors.java", "package shop; import base.*; class Errors {}"),
                unit(common, "package base; public class Base {}")))
        .containsExactly(
            List.of("a" + MAIN + "Errors.java", common),
            List.of("b" + MAIN + "Errors.java", common));
  }

  @Test
  @DisplayName("A module that has its own does not need another's")
  void own() {
    assertThat(
            parts(
                unit("a" + MAIN + "A.java", "package shop; import x.Errors; class A {}"),
                unit("a/src/main/java/x/Errors.java", "package x; class Errors {}"),
                unit("b/src/main/java/x/Errors.java", "package x; class Errors {}")))
        .hasSize(2);
  }

  @Test
  @DisplayName("Source sets of a module and other layouts are no modules of their own")
  void layouts() {
    assertThat(
            parts(
                unit("a/src/main/java/x/E.java", "package x; class E {}"),
                unit("a/src/generated/java/x/E.java", "package x; class E {}")))
        .hasSize(1);
    assertThat(
            parts(
                unit("one/x/E.java", "package x; class E {}"),
                unit("two/x/E.java", "package x; class E {}")))
        .hasSize(2);
  }

  @Test
  @DisplayName("Modules that need each other stay together")
  void circle() {
    assertThat(
            parts(
                unit("a/src/main/java/a/A.java", "package a; import b.B; class A {}"),
                unit("b/src/main/java/b/B.java", "package b; import a.A; class B {}"),
                unit("b/src/main/java/x/E.java", "package x; class E {}"),
                unit("c/src/main/java/x/E.java", "package x; class E {}")))
        .hasSize(2)
        .first()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3);
  }
}
