package io.github.errorhygiene.idiom;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;
import java.util.Set;

/** Which exceptions a catch clause takes. */
public final class Clauses {
  /**
   * Exceptions of the JDK that libraries extend. An exception of which nobody knows what it extends
   * is none of the others, such as a {@code NumberFormatException}.
   */
  private static final Set<String> EXTENDED =
      Set.of(
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.lang.Error",
          "java.lang.Exception",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.RuntimeException",
          "java.lang.SecurityException",
          "java.lang.UnsupportedOperationException",
          "java.security.GeneralSecurityException",
          "java.sql.SQLException",
          "java.util.NoSuchElementException");

  private Clauses() {}

  /**
   * Whether a clause for {@code type} takes an escape; {@code UNKNOWN}: if it turns out to be of a
   * subtype.
   */
  public static Certainty takes(Program program, String type, Escape escape) {
    if (type.equals("java.lang.Throwable")) {
      return Certainty.YES;
    }
    Certainty takes = program.isSubtype(escape.type(), type);
    if (takes == Certainty.YES || (takes == Certainty.UNKNOWN && mayBeExtended(type))) {
      return takes;
    }
    boolean mayBeSubtype =
        escape.source() == Escape.Source.DECLARED
            && program.isSubtype(type, escape.type()) == Certainty.YES;
    return mayBeSubtype ? Certainty.UNKNOWN : Certainty.NO;
  }

  private static boolean mayBeExtended(String type) {
    return !type.startsWith("java.") || EXTENDED.contains(type);
  }
}
