package io.github.errorhygiene.escape;

import com.google.errorprone.annotations.Immutable;
import io.github.errorhygiene.contract.Failure.Cause;

/** What a value depends on, and what it would show if it were put into an answer: a small set. */
@Immutable
public record Dependence(int bits) {
  /** What a value may carry besides the {@link Cause}s it depends on. */
  public enum Trait {
    /** Text of an exception that the program did not write for the caller. */
    MESSAGE,
    /** A stack trace. */
    STACK_TRACE,
    /** The class name of an exception. */
    TYPE_NAME,
    /** An id that leads to the log line. */
    REQUEST_ID,
    /** Its format was checked before it came here: a pattern on the path, a constraint. */
    CHECKED,
    /** A text with at least one character. */
    NOT_EMPTY
  }

  public static final Dependence NONE = new Dependence(0);
  public static final Dependence UNKNOWN = of(Cause.UNKNOWN);
  public static final Dependence REQUEST = of(Cause.REQUEST);
  public static final Dependence STATE = of(Cause.STATE);
  public static final Dependence CONSTANT = of(Cause.CONSTANT);
  private static final int TRAITS = 16;

  /** Traits that are promises. */
  private static final int SURE = of(Trait.CHECKED).bits | of(Trait.NOT_EMPTY).bits;

  private static final Cause[] CAUSES = Cause.values();

  @SuppressWarnings("EnumOrdinal" /* each constant has its bit, which leaves no trace outside */)
  public static Dependence of(Cause cause) {
    return new Dependence(1 << cause.ordinal());
  }

  @SuppressWarnings("EnumOrdinal" /* each constant has its bit, which leaves no trace outside */)
  public static Dependence of(Trait trait) {
    return new Dependence(1 << (TRAITS + trait.ordinal()));
  }

  /**
   * Of both. What is sure of a value stays so only if it is sure of all that it is made of; what
   * depends on nothing that varies does no harm.
   */
  public Dependence and(Dependence other) {
    int joined = (bits | other.bits) & ~(unsure(other) | other.unsure(this));
    return joined == bits ? this : joined == other.bits ? other : new Dependence(joined);
  }

  /** What is sure of the other and not of this, which varies. */
  private int unsure(Dependence other) {
    return varies() && !other.isNone() ? SURE & other.bits & ~bits : 0;
  }

  public Dependence without(Trait trait) {
    return new Dependence(bits & ~of(trait).bits);
  }

  public boolean on(Cause cause) {
    return (bits & of(cause).bits) != 0;
  }

  public boolean has(Trait trait) {
    return (bits & of(trait).bits) != 0;
  }

  /** Depends on nothing at all; traits do not count. */
  public boolean isNone() {
    return (bits & ((1 << TRAITS) - 1)) == 0;
  }

  /** Depends on something that is not fixed in the program text. */
  public boolean varies() {
    return (bits & ((1 << TRAITS) - 1) & ~CONSTANT.bits) != 0;
  }

  /**
   * The first cause that applies, in the order of {@link Cause}; {@code CONSTANT} if there is none.
   */
  public Cause first() {
    for (Cause cause : CAUSES) {
      if (cause != Cause.CONSTANT && on(cause)) {
        return cause;
      }
    }
    return Cause.CONSTANT;
  }
}
