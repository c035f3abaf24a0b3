package io.github.errorhygiene.contract;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows for tests. Starts as a known, confident failure of the application that nothing maps: the
 * framework's default 500 answers, and nothing says what would fit.
 */
public final class FailureBuilder {
  private final String exception;
  private String summary = "";
  private RaisedBy raisedBy = RaisedBy.APPLICATION;
  private FailureMode mode = FailureMode.UNKNOWN;
  private @Nullable Place origin;
  private Cause dependsOn = Cause.UNKNOWN;
  private @Nullable Boundary boundary;
  private Answer answer = Answer.ofStatus(500);
  private int declaredStatus;
  private int fits;
  private List<Integer> accepted = List.of();
  private @Nullable Verdict verdict;
  private boolean known = true;
  private boolean confident = true;
  private boolean widespread;
  private boolean absent;
  private boolean guessed;
  private List<Step> trace = List.of();

  private FailureBuilder(String exception) {
    this.exception = exception;
  }

  /** A failure of the application, by fully qualified name. */
  public static FailureBuilder failure(String exception) {
    return new FailureBuilder(exception);
  }

  /** A failure that the framework raises and would answer itself with this status. */
  public static FailureBuilder raisedByFramework(
      String exception, String summary, FailureMode mode) {
    FailureBuilder builder = new FailureBuilder(exception);
    builder.summary = summary;
    builder.raisedBy = RaisedBy.FRAMEWORK;
    builder.dependsOn = Cause.REQUEST;
    builder.declaredStatus = mode.status();
    return builder.mode(mode);
  }

  /** Sets the mode and what fits by it. */
  public FailureBuilder mode(FailureMode mode) {
    this.mode = mode;
    this.fits = mode.status();
    return this;
  }

  public FailureBuilder origin(Place origin) {
    this.origin = origin;
    return this;
  }

  public FailureBuilder dependsOn(Cause dependsOn) {
    this.dependsOn = dependsOn;
    return this;
  }

  public FailureBuilder boundary(Boundary boundary, int status) {
    this.boundary = boundary;
    this.answer = Answer.ofStatus(status);
    return this;
  }

  /** What is known of the answer besides its status. */
  public FailureBuilder answer(
      @Nullable String contentType, Certainty requestId, String... bodyKeys) {
    answer =
        new Answer(
            answer.status(),
            contentType,
            new TreeSet<>(List.of(bodyKeys)),
            requestId,
            answer.exposes(),
            answer.logged());
    return this;
  }

  public FailureBuilder inside(Certainty logged, String... exposes) {
    answer =
        new Answer(
            answer.status(),
            answer.contentType(),
            answer.bodyKeys(),
            answer.requestId(),
            List.of(exposes),
            logged);
    return this;
  }

  public FailureBuilder headers(String... names) {
    answer = answer.withHeaders(List.of(names));
    return this;
  }

  /** Whether the log line of the boundary carries the id of the answer. */
  public FailureBuilder correlated(Certainty correlated) {
    answer = answer.withCorrelation(correlated);
    return this;
  }

  /** What the body says in place of the status, which must have been set before. */
  public FailureBuilder envelope(String key, int code) {
    answer = answer.withEnvelope(new Envelope(key, code));
    return this;
  }

  /** The body is a text that says that something failed. */
  public FailureBuilder admitted() {
    answer = answer.withAdmission(true);
    return this;
  }

  public FailureBuilder declaredStatus(int status) {
    declaredStatus = status;
    return this;
  }

  public FailureBuilder accepted(Integer... statuses) {
    accepted = List.of(statuses);
    return this;
  }

  /** Overrides the verdict that follows from the status and what fits. */
  public FailureBuilder verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  public FailureBuilder unknownToUs() {
    known = false;
    return this;
  }

  public FailureBuilder unsure() {
    confident = false;
    return this;
  }

  public FailureBuilder guessed() {
    guessed = true;
    return this;
  }

  public FailureBuilder widespread() {
    widespread = true;
    return this;
  }

  /** Something looked up is not there. */
  public FailureBuilder absent() {
    absent = true;
    return this;
  }

  public FailureBuilder trace(Step... steps) {
    trace = List.of(steps);
    return this;
  }

  public Failure build() {
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
        verdict == null ? verdictByStatus() : verdict,
        known,
        confident,
        widespread,
        absent,
        guessed,
        trace,
        List.of());
  }

  private Verdict verdictByStatus() {
    if (fits == 0 || answer.status() == 0) {
      return Verdict.UNKNOWN;
    }
    boolean right = answer.judged() == fits || accepted.contains(answer.judged());
    return right ? Verdict.RIGHT : Verdict.WRONG;
  }
}
