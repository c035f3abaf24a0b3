package io.github.errorhygiene.remedy;

import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureMode;
import java.util.Set;

/**
 * An exception and the status to answer for it.
 *
 * @param exception fully qualified name with dots
 * @param declared the exception asks for the status by itself
 * @param doubtful nothing says which status fits
 */
public record Mapping(String exception, int status, boolean declared, boolean doubtful) {
  private static final Set<String> FOR_EVERYTHING =
      Set.of(
          "jakarta.servlet.ServletException",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.Throwable",
          "javax.servlet.ServletException");

  /** What the failure should have been answered. */
  public static Mapping of(Failure failure) {
    int asked = failure.declaredStatus();
    boolean declared = asked != 0 && asked == failure.fits();
    boolean doubtful = failure.mode() == FailureMode.UNKNOWN || failure.fits() == 0;
    int fits = doubtful ? 500 : failure.fits();
    return new Mapping(failure.exception(), fits, declared, doubtful && !declared);
  }

  /** Thrown by much code that has nothing to do with what was found. */
  public boolean broad() {
    return exception.startsWith("java.");
  }

  /** Says nothing of what went wrong: a handler for it takes whatever goes wrong. */
  public boolean isForEverything() {
    return FOR_EVERYTHING.contains(exception);
  }
}
