package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.web.Classifier.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a status is right for a failure: RFC 9110 section 15 asks who is to blame, not for one
 * code.
 */
final class Verdicts {
  private static final Set<Integer> OF_UPSTREAM = Set.of(502, 503, 504);

  /** To whom lacks rights, being refused the error page tells the truth. */
  private static final Set<FailureMode> CREDENTIALS =
      Set.of(FailureMode.UNAUTHENTICATED, FailureMode.FORBIDDEN);

  private Verdicts() {}

  /**
   * Whether an answer is right.
   *
   * @param boundary who gives it; null for the framework's default
   * @param envelopes the user accepts that the body alone says what happened
   */
  static Verdict of(Answer answer, Kind kind, @Nullable Boundary boundary, boolean envelopes) {
    boolean unsaid = envelopes && answer.status() / 100 == 2 && answer.envelope() == null;
    return unsaid ? Verdict.UNKNOWN : of(answer.judged(), kind, boundary);
  }

  /**
   * The same for one of the ways in which an exception is answered. Who tells one failure of the
   * server or of an upstream from another and blames the caller for some of them knows more.
   */
  static Verdict of(Outcome outcome, List<Outcome> all, Kind kind, boolean envelopes) {
    boolean told = all.stream().anyMatch(other -> other.answer().judged() >= 500);
    boolean callers = outcome.answer().judged() / 100 == 4;
    return callers && told && kind.fits() >= 500
        ? Verdict.UNKNOWN
        : of(outcome.answer(), kind, outcome.boundary(), envelopes);
  }

  private static Verdict of(int status, Kind kind, @Nullable Boundary boundary) {
    if (status == 0 || kind.fits() == 0 || kind.mode() == FailureMode.UNKNOWN) {
      return Verdict.UNKNOWN;
    }
    if (Answer.isNone(status)) {
      return Verdict.WRONG;
    }
    if (boundary != null && boundary.kind() == Boundary.Kind.GUARD) {
      return CREDENTIALS.contains(kind.mode()) ? Verdict.RIGHT : Verdict.WRONG;
    }
    if (status == kind.fits() || kind.accepted().contains(status)) {
      return Verdict.RIGHT;
    }
    if (status < 400) {
      boolean answered = boundary != null && boundary.kind() == Boundary.Kind.HANDLER;
      return answered ? Verdict.WRONG : Verdict.UNKNOWN;
    }
    if (isMeant(status, kind, boundary)) {
      return Verdict.UNKNOWN;
    }
    return sameParty(status, kind.fits()) ? Verdict.RIGHT : Verdict.WRONG;
  }

  /** Who blames the caller for a type of the project knows more of it than its name tells. */
  private static boolean isMeant(int status, Kind kind, @Nullable Boundary boundary) {
    return status < 500
        && kind.fits() == 500
        && boundary != null
        && kind.guessed().stream().anyMatch(type -> isSame(type, boundary.catches()));
  }

  private static boolean isSame(String type, String other) {
    return type.replace('$', '.').equals(other.replace('$', '.'));
  }

  /** Both blame the caller, or both blame an upstream or the moment. */
  private static boolean sameParty(int status, int fits) {
    boolean caller = status < 500 && fits < 500;
    boolean server = status >= 500 && fits == 500;
    return caller || server || (OF_UPSTREAM.contains(status) && OF_UPSTREAM.contains(fits));
  }
}
