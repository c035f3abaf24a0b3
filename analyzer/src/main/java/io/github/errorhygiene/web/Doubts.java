package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import java.util.EnumSet;
import java.util.Set;

/**
 * Failures that are taken for one of a kind, and nothing says that they are: about as many are not
 * (docs/failure-modes.md). Rules inform of them.
 */
final class Doubts {
  /** Kinds that say what the store holds, or does not. */
  private static final Set<FailureMode> OF_STORE =
      EnumSet.of(FailureMode.MISSING, FailureMode.CONFLICT);

  /** What libraries throw for all that can be wrong with what they are given. */
  private static final Set<String> GENERAL =
      Set.of(
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.NullPointerException",
          "java.util.NoSuchElementException");

  /** What they throw where there is less than they are asked for. */
  private static final Set<String> OUT_OF_BOUNDS =
      Set.of("java.lang.IndexOutOfBoundsException", "java.lang.StringIndexOutOfBoundsException");

  private Doubts() {}

  /** Whether nothing but how it came about says that it is of that kind. */
  static boolean isGuess(Escape escape, FailureMode mode) {
    boolean ofStore = OF_STORE.contains(mode);
    return escape.fields().containsKey(Escape.UNTOLD)
        || isComplaint(escape, ofStore)
        || (ofStore && isInvariant(escape));
  }

  /**
   * {@code rows.get(0)}, {@code text.substring(9)}: how much there is is known of few; most have
   * been filled before by something that makes sure.
   */
  private static boolean isComplaint(Escape escape, boolean ofStore) {
    return escape.source() == Source.POSSIBLE
        && (OUT_OF_BOUNDS.contains(escape.type()) || (ofStore && GENERAL.contains(escape.type())));
  }

  /**
   * Whoever throws this, and does not say of what kind it is, mostly says that it never happens.
   */
  private static boolean isInvariant(Escape escape) {
    return escape.source() == Source.THROWN
        && escape.type().equals("java.lang.IllegalStateException")
        && Circumstances.text(escape) == FailureMode.UNKNOWN;
  }
}
