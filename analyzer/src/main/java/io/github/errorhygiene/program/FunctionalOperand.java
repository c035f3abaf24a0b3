package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lambda or method reference: it has no type of its own, only the one of the place where it
 * stands.
 */
interface FunctionalOperand extends Operand {
  @Override
  default Type provisional() {
    return Types.UNKNOWN;
  }

  /** Whether the result is known to be primitive without regard to the place. */
  boolean givesPrimitive();

  /** The types of the parameters where they are told without the place; unknown ones otherwise. */
  List<Type> ownParameters(int count);

  /** The type of the result where it is told without the place; unknown otherwise. */
  Type ownResult();

  /**
   * Works out the body; to be called once.
   *
   * @param function what is implemented; null if unknown
   * @param parameters the types that are passed, as far as known
   * @param expected what the result is used as; unknown if nothing in particular
   * @return the type of the result
   */
  @CanIgnoreReturnValue
  Type complete(@Nullable MethodSymbol function, List<Type> parameters, Type expected);

  /** Tells the type of the place. */
  void place(Type type);
}
