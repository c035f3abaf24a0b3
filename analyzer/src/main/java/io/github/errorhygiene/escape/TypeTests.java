package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;

/** What {@code instanceof} depends on, and what it can come to. */
final class TypeTests {
  private TypeTests() {}

  /**
   * What decides of which class a value is. Of the program's own types that is its code, whatever
   * the object holds.
   *
   * @param declared of the value
   */
  static Dependence decided(Type declared, Value value, Program program) {
    TypeSymbol type = program.type(declared.erasure());
    boolean own = type != null && type.isSource() && value.data().varies();
    return own ? Dependence.UNKNOWN : value.data();
  }

  /**
   * Whether something of the one type can be of the other: a class below both is in the sources.
   */
  static boolean mayBe(String type, String asked, Program program) {
    return program.isSubtype(type, asked) != Certainty.NO
        || program.isSubtype(asked, type) != Certainty.NO
        || program.sourceSubtypes(type).stream()
            .anyMatch(below -> program.isSubtype(below.name(), asked) != Certainty.NO);
  }

  /**
   * Whether all that is declared as the one type is of the other: so is each class below it in the
   * sources. Of a type that classes of elsewhere may implement that says nothing.
   */
  static boolean areAll(Type declared, String asked, Program program) {
    TypeSymbol type = program.type(declared.erasure());
    if (type == null || !type.isSource() || mayBeFunction(type, program)) {
      return false;
    }
    if (program.isSubtype(type.name(), asked) == Certainty.YES) {
      return true;
    }
    List<TypeSymbol> classes =
        program.sourceSubtypes(type.name()).stream().filter(below -> !below.isAbstract()).toList();
    return type.isAbstract()
        && !classes.isEmpty()
        && classes.stream()
            .allMatch(below -> program.isSubtype(below.name(), asked) == Certainty.YES);
  }

  private static boolean mayBeFunction(TypeSymbol type, Program program) {
    return type.isInterface()
        && program.allMethods(type).stream().filter(MethodSymbol::isAbstract).count() == 1;
  }

  /** The value, if it can be of the type; else nothing. */
  static Value being(Value value, String asked, Program program) {
    String type = value.type();
    return type == null || mayBe(type, asked, program) ? value : Value.NOTHING;
  }

  /** The value, if it can be anything but of the type; else nothing. */
  static Value notBeing(Value value, String asked, Program program) {
    String type = value.type();
    boolean there = !value.open() && !value.alternatives().contains(Known.Constant.NULL);
    boolean always = type != null && there && program.isSubtype(type, asked) == Certainty.YES;
    return always ? Value.NOTHING : value;
  }

  /** Whether the value is of the type, as far as its own type tells. */
  static Certainty isOf(Value value, String asked, Program program) {
    if (being(value, asked, program).isNothing()) {
      return Certainty.NO;
    }
    return notBeing(value, asked, program).isNothing() ? Certainty.YES : Certainty.UNKNOWN;
  }
}
