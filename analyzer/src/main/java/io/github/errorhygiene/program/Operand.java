package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/**
 * An expression whose type, and the meaning of whose lambdas, may still depend on where it stands.
 * It is made once and finished once.
 */
interface Operand {
  /** What is known before the place is: unknown where the place decides. */
  Type provisional();

  /**
   * The type in a place that expects {@code target}; {@link Types#UNKNOWN} if the place expects
   * nothing in particular.
   */
  @CanIgnoreReturnValue
  Type finish(Type target);

  /** Whether the type is final whatever the place. */
  default boolean isFinal() {
    return false;
  }

  /** Whether the place tells what lambdas in it are passed. */
  default boolean awaitsPlace() {
    return false;
  }

  /** Whether it could be passed where the type is expected. */
  default boolean fits(Typing typing, Type expected, boolean boxing) {
    return typing.fits(provisional(), expected, boxing);
  }

  /** An expression with a type of its own. */
  record Known(Type type) implements Operand {
    @Override
    public Type provisional() {
      return type;
    }

    @Override
    public Type finish(Type target) {
      return type;
    }

    @Override
    public boolean isFinal() {
      return true;
    }
  }
}
