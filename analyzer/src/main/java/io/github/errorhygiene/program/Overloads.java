package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Certainty;
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

  /**
   * The method that takes the arguments, or null if none does: the first phase with an applicable
   * one decides (JLS 15.12.2). One whose type arguments contradict those of the arguments counts
   * only if there is no other: our idea of them may be wrong.
   */
  @Nullable Choice choose(List<Signature> candidates, List<Operand> arguments) {
    Choice applicable = chooseApplicable(candidates, arguments);
    return applicable != null ? applicable : onlyOneOfArity(candidates, arguments.size());
  }

  /** The same without the guess that a single method of that arity is meant. */
  @Nullable Choice chooseApplicable(List<Signature> candidates, List<Operand> arguments) {
    List<Choice> doubtful = List.of();
    for (int phase = 0; phase < 3; phase++) {
      List<Choice> applicable = applicable(candidates, arguments, phase);
      List<Choice> consistent =
          applicable.size() == 1 && candidates.size() == 1
              ? applicable
              : applicable.stream().filter(c -> isConsistent(c, arguments)).toList();
      if (!consistent.isEmpty()) {
        return mostSpecific(surest(consistent, arguments), arguments);
      }
      doubtful = doubtful.isEmpty() ? applicable : doubtful;
    }
    return doubtful.isEmpty() ? null : mostSpecific(surest(doubtful, arguments), arguments);
  }

  /** Whether no argument of a type of its own has plainly other type arguments than expected. */
  private boolean isConsistent(Choice choice, List<Operand> arguments) {
    Inference inference = new Inference(typing, choice.signature().free());
    for (int i = 0; i < arguments.size(); i++) {
      Type expected = choice.signature().parameter(i, choice.spread());
      Operand argument = arguments.get(i);
      if (!argument.isFinal() || !(argument.provisional() instanceof Type.Declared actual)) {
        continue;
      }
      if (typing.contradicts(actual, expected)) {
        return false;
      }
      inference.below(actual, expected);
    }
    return inference.isConsistent();
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
    for (boolean spread : new boolean[] {false, true}) {
      List<Signature> same = candidates.stream().filter(c -> c.takes(arguments, spread)).toList();
      if (!same.isEmpty()) {
        boolean one = same.stream().allMatch(s -> overrides(same.get(0), s));
        return one ? new Choice(same.get(0), spread) : null;
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality" /* a candidate and itself */)
  private static boolean overrides(Signature one, Signature other) {
    return one == other
        || one.method().owner() != other.method().owner()
        || erased(one).equals(erased(other));
  }

  /**
   * What was bundled of several versions of a library has the methods of all: those of Java EE and
   * of Jakarta EE are one.
   */
  private static List<String> erased(Signature signature) {
    return signature.method().parameterTypes().stream()
        .map(type -> type.erasure().replace("javax.", "jakarta."))
        .toList();
  }

  private Choice mostSpecific(List<Choice> applicable, List<Operand> arguments) {
    Choice best = applicable.get(0);
    for (Choice other : applicable.subList(1, applicable.size())) {
      boolean preferred = isMoreSpecific(other, best, arguments);
      boolean alike = preferred && isMoreSpecific(best, other, arguments);
      if (alike ? isPreferred(other, best) : preferred) {
        best = other;
      }
    }
    return best;
  }

  /**
   * Of two methods with the same parameters, the one that overrides the other, or else the one with
   * the more special result is meant (JLS 15.12.2.5): {@code build()} of a builder that is one
   * twice.
   */
  private boolean isPreferred(Choice one, Choice other) {
    String owner = one.signature().method().owner().name();
    String otherOwner = other.signature().method().owner().name();
    return !owner.equals(otherOwner)
        && (typing.isSubtype(owner, otherOwner) == Certainty.YES
            || (typing.isSubtype(otherOwner, owner) != Certainty.YES
                && givesMoreSpecific(one.signature().result(), other.signature().result())));
  }

  private boolean givesMoreSpecific(Type first, Type second) {
    return first instanceof Type.Declared
        && second instanceof Type.Declared
        && !first.erasure().equals(second.erasure())
        && typing.isSubtype(first.erasure(), second.erasure()) == Certainty.YES;
  }

  private boolean isMoreSpecific(Choice one, Choice other, List<Operand> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Type first = one.signature().parameter(i, one.spread());
      Type second = other.signature().parameter(i, other.spread());
      if (!isMoreSpecific(first, second, arguments.get(i))) {
        return false;
      }
    }
    boolean isRestEmpty = one.spread() && one.signature().parameters().size() > arguments.size();
    return !isRestEmpty || isMoreSpecificRest(one.signature(), other.signature());
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
