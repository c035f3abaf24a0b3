package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of Java without syntax errors, lowered and printed. */
final class Lowered {
  private Lowered() {}

  static Unit unit(String source) {
    Unit unit = SourceReader.lower("X.java", source);
    assertThat(unit.gaps()).isEmpty();
    return unit;
  }

  /** The only type of a file. */
  static TypeDecl type(String source) {
    List<TypeDecl> types = unit(source).types();
    assertThat(types).hasSize(1);
    return types.get(0);
  }

  static String typeText(String source) {
    return UnitText.of(type(source));
  }

  /** The first method of a class with that member. */
  static String method(String member) {
    return UnitText.of(type("class C { " + member + " }").methods().get(0));
  }

  static String fields(String members) {
    return type("class C { " + members + " }").fields().stream()
        .map(UnitText::of)
        .collect(Collectors.joining(" "));
  }

  static List<Stmt> body(String statements) {
    return type("class C { void m() {\n" + statements + "\n} }")
        .methods()
        .get(0)
        .body()
        .statements();
  }

  static String statements(String statements) {
    return body(statements).stream().map(UnitText::of).collect(Collectors.joining(" "));
  }

  static String expression(String expression) {
    Stmt.Return statement = (Stmt.Return) body("return " + expression + ";").get(0);
    return UnitText.of(statement.value());
  }
}
