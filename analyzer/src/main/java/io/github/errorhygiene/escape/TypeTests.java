package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
  private static Certainty isOf(Value value, String asked, Program program) {
    if (being(value, asked, program).isNothing()) {
      return Certainty.NO;
    }
    return notBeing(value, asked, program).isNothing() ? Certainty.YES : Certainty.UNKNOWN;
  }

  /** Whether the value is of the type, whatever it is. */
  static Certainty isOf(Value value, String type, Engine engine) {
    Set<Certainty> answers = EnumSet.noneOf(Certainty.class);
    value.alternatives().forEach(known -> answers.add(isOf(known, type, engine)));
    return value.isEnumerated() && answers.size() == 1
        ? answers.iterator().next()
        : isOf(value, type, engine.program());
  }

  private static Certainty isOf(Known known, String type, Engine engine) {
    if (known instanceof Known.Caught caught) {
      return engine.exceptions().catches(type, caught.escape());
    }
    if (known instanceof Known.Instance instance) {
      return engine.program().isSubtype(instance.type(), type);
    }
    return Certainty.UNKNOWN;
  }

  /**
   * The value without the alternatives for which the answer to the type test is {@code excluded}.
   */
  static Value narrowed(Value value, String type, Certainty excluded, Engine engine) {
    Value left =
        excluded == Certainty.NO
            ? being(value, type, engine.program())
            : notBeing(value, type, engine.program());
    if (left.isNothing()) {
      return left;
    }
    Set<Known> kept = new LinkedHashSet<>();
    for (Known known : value.alternatives()) {
      if (isOf(known, type, engine) != excluded) {
        kept.add(known);
      }
    }
    return new Value(kept, value.open(), value.data(), value.absence(), value.failures())
        .typed(value.type());
  }
}
