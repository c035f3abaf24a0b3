package io.github.errorhygiene.contract;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a contract: a failure, who turns it into which answer, and whether that answer is
 * right.
 *
 * @param exception fully qualified name with dots; for the framework's own failures the framework's
 *     exception
 * @param summary what goes wrong in a few words for people, e.g. {@code unknown path}; empty for
 *     the application's exceptions
 * @param mode what kind of failure it is
 * @param origin where it arises; null if the framework raises it
 * @param dependsOn what its cause depends on
 * @param boundary null: nothing maps it, the framework's default answers
 * @param declaredStatus the status that the exception itself asks for ({@code @ResponseStatus},
 *     {@code ResponseStatusException}, the framework's own table); 0 if none
 * @param fits the status that fits; 0 if unknown or if the failure does not concern the client
 * @param accepted further statuses that are defensible, by policy or by the mode
 * @param known a failure that the analysis knows: checked, of the project, or modelled in the
 *     catalogue
 * @param confident false if the row rests on something unresolved; then no rule reports it as an
 *     error
 * @param widespread nearly every call of the kind might have it, so that one boundary for all is
 *     the remedy and not a change at its origin
 * @param absent it arises because something looked up is not there and is used all the same
 * @param guessed only circumstances tell what kind of failure it is; then no rule reports it as an
 *     error for its status
 * @param trace from the endpoint to the origin, then to the boundary; explanation only
 * @param candidates the boundaries that were asked, in order; explanation only, and empty where the
 *     framework's adapter does not tell
 */
public record Failure(
    String exception,
    String summary,
    RaisedBy raisedBy,
    FailureMode mode,
    @Nullable Place origin,
    Cause dependsOn,
    @Nullable Boundary boundary,
    Answer answer,
    int declaredStatus,
    int fits,
    List<Integer> accepted,
    Verdict verdict,
    boolean known,
    boolean confident,
    boolean widespread,
    boolean absent,
    boolean guessed,
    List<Step> trace,
    List<Candidate> candidates)
    implements Comparable<Failure> {
  private static final Comparator<Failure> ORDER =
      Comparator.comparing(Failure::raisedBy)
          .thenComparing(Failure::exception)
          .thenComparing(Failure::summary)
          .thenComparing(Failure::origin, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(f -> f.answer().status())
          .thenComparing(f -> f.boundary() == null ? "" : f.boundary().name())
          .thenComparing(Failure::mode)
          .thenComparing(Failure::dependsOn);

  /** Who raises a failure. */
  public enum RaisedBy {
    APPLICATION,
    FRAMEWORK
  }

  /** What the cause of a failure depends on; the first that applies. */
  public enum Cause {
    /** Data of the request, or whether something named by the request exists. */
    REQUEST,
    /** A remote peer's answer. */
    UPSTREAM,
    /** Configuration, environment. */
    CONFIGURATION,
    /** Only on constants of the program. */
    CONSTANT,
    /** The application's own stored data or state. */
    STATE,
    UNKNOWN
  }

  /** Whether the answer is right. */
  public enum Verdict {
    RIGHT,
    WRONG,
    UNKNOWN
  }

  public Failure {
    accepted = List.copyOf(accepted);
    trace = List.copyOf(trace);
    candidates = List.copyOf(candidates);
  }

  /** A row of something that is not absent, which does not tell which boundaries were asked. */
  public Failure(
      String exception,
      String summary,
      RaisedBy raisedBy,
      FailureMode mode,
      @Nullable Place origin,
      Cause dependsOn,
      @Nullable Boundary boundary,
      Answer answer,
      int declaredStatus,
      int fits,
      List<Integer> accepted,
      Verdict verdict,
      boolean known,
      boolean confident,
      boolean widespread,
      List<Step> trace) {
    this(
        exception,
        summary,
        raisedBy,
        mode,
        origin,
        dependsOn,
        boundary,
        answer,
        declaredStatus,
        fits,
        accepted,
        verdict,
        known,
        confident,
        widespread,
        false,
        false,
        trace,
        List.of());
  }

  /** The same without what only explains it. */
  public Failure unexplained() {
    return with(guessed, List.of(), List.of());
  }

  /**
   * The same.
   *
   * @param only whether nothing but circumstances tells what kind of failure it is
   */
  public Failure guessed(boolean only) {
    return with(only, trace, candidates);
  }

  private Failure with(boolean guess, List<Step> steps, List<Candidate> asked) {
    return new Failure(
        exception,
        summary,
        raisedBy,
        mode,
        origin,
        dependsOn,
        boundary,
        answer,
        declaredStatus,
        fits,
        accepted,
        verdict,
        known,
        confident,
        widespread,
        absent,
        guess,
        steps,
        asked);
  }

  /** Whether it rests on nothing unresolved, and not on circumstances alone. */
  public boolean isSure() {
    return confident && !guessed;
  }

  /** Nothing maps it: the framework's default answers, or what guards the error page. */
  public boolean isUncaught() {
    return boundary == null || (isOfGuard() && declaredStatus == 0);
  }

  /** What guards the error page hides the answer that was meant. */
  public boolean isOfGuard() {
    return boundary != null && boundary.kind() == Boundary.Kind.GUARD;
  }

  @Override
  public int compareTo(Failure other) {
    return ORDER.compare(this, other);
  }
}
