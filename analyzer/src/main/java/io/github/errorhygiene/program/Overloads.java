package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among methods of one name by the arguments: JLS 15.12.2, permissive where types are
 * unknown.
 */
final class Overloads {
  private final Typing typing;
  private final Members members;

  Overloads(Typing typing, Members members) {
    this.typing = typing;
    this.members = members;
  }

  /**
   * What was chosen.
   *
   * @param spread whether the last arguments are packed into the variable arity parameter
   */
  record Choice(Signature signature, boolean spread) {}

  /** The method that takes the arguments, or null if none does. */
  @Nullable Choice choose(List<Signature> candidates, List<Operand> arguments) {
    for (int phase = 0; phase < 3; phase++) {
      List<Choice> applicable = applicable(candidates, arguments, phase);
      if (!applicable.isEmpty()) {
        return mostSpecific(surest(applicable, arguments), arguments);
      }
    }
    return onlyOneOfArity(candidates, arguments.size());
  }

  private List<Choice> applicable(List<Signature> candidates, List<Operand> arguments, int phase) {
    boolean spread = phase == 2;
    List<Choice> applicable = new ArrayList<>();
    for (Signature candidate : candidates) {
      if (candidate.takes(arguments.size(), spread)
          && accepts(candidate, arguments, phase > 0, spread)) {
        applicable.add(new Choice(candidate, spread));
      }
    }
    return applicable;
  }

  /** Those that do not need the benefit of the doubt, if there are any. */
  private List<Choice> surest(List<Choice> applicable, List<Operand> arguments) {
    if (applicable.size() == 1) {
      return applicable;
    }
    List<Choice> sure = applicable.stream().filter(c -> isSure(c, arguments)).toList();
    return sure.isEmpty() ? applicable : sure;
  }

  private boolean isSure(Choice choice, List<Operand> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Type expected = choice.signature().parameter(i, choice.spread());
      Type actual = arguments.get(i).provisional();
      if (actual instanceof Type.Declared && !typing.surelyFits(actual, expected)) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(
      Signature candidate, List<Operand> arguments, boolean boxing, boolean spread) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).fits(typing, candidate.parameter(i, spread), boxing)) {
        return false;
      }
    }
    return true;
  }

  /** A single method of that arity is meant even where our idea of an argument's type is wrong. */
  private static @Nullable Choice onlyOneOfArity(List<Signature> candidates, int arguments) {
    List<Signature> same = candidates.stream().filter(c -> c.takes(arguments, false)).toList();
    boolean one = !same.isEmpty() && same.stream().allMatch(s -> overrides(same.get(0), s));
    return one ? new Choice(same.get(0), false) : null;
  }

  @SuppressWarnings("ReferenceEquality" /* a candidate and itself */)
  private static boolean overrides(Signature one, Signature other) {
    return one == other || one.method().owner() != other.method().owner();
  }

  private Choice mostSpecific(List<Choice> applicable, List<Operand> arguments) {
    Choice best = applicable.get(0);
    for (Choice other : applicable.subList(1, applicable.size())) {
      if (isMoreSpecific(other, best, arguments) && !isMoreSpecific(best, other, arguments)) {
        best = other;
      }
    }
    return best;
  }

  private boolean isMoreSpecific(Choice one, Choice other, List<Operand> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Type first = one.signature().parameter(i, one.spread());
      Type second = other.signature().parameter(i, other.spread());
      if (!isMoreSpecific(first, second, arguments.get(i))) {
        return false;
      }
    }
    return !arguments.isEmpty()
        || !one.spread()
        || isMoreSpecificRest(one.signature(), other.signature());
  }

  private boolean isMoreSpecificRest(Signature one, Signature other) {
    int last = one.parameters().size() - 1;
    return isMoreSpecific(
        one.parameter(last, true), other.parameter(other.parameters().size() - 1, true), null);
  }

  private boolean isMoreSpecific(Type first, Type second, @Nullable Operand argument) {
    if (first.erasure().equals(second.erasure())) {
      return true;
    }
    if (argument instanceof FunctionalOperand function && !typing.fits(first, second, false)) {
      return isMoreSpecificFunction(first, second, function);
    }
    return typing.fits(Types.erased(first), Types.erased(second), false);
  }

  /**
   * JLS 15.12.2.5: a result is preferred to none, a primitive result to a reference if the body
   * gives a primitive.
   */
  private boolean isMoreSpecificFunction(Type first, Type second, FunctionalOperand argument) {
    Members.Function one = members.function(first);
    Members.Function other = members.function(second);
    if (one == null || other == null) {
      return one != null;
    }
    if (Types.isVoid(other.result())) {
      return true;
    }
    if (Types.isVoid(one.result())) {
      return false;
    }
    boolean primitive = Types.isPrimitive(one.result());
    if (primitive != Types.isPrimitive(other.result())) {
      return primitive == argument.givesPrimitive();
    }
    return typing.fits(Types.erased(one.result()), Types.erased(other.result()), false);
  }
}
