package io.github.errorhygiene.contract;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;

/** Incidents for tests. Starts as one that nothing is known of but its kind and place. */
public final class IncidentBuilder {
  private final Kind kind;
  private final Place place;
  private String detail = "";
  private String exception = "";
  private FailureMode mode = FailureMode.UNKNOWN;
  private String attempted = "";
  private String caught = "";
  private Certainty logged = Certainty.NO;
  private boolean confident = true;

  private IncidentBuilder(Kind kind, Place place) {
    this.kind = kind;
    this.place = place;
  }

  public static IncidentBuilder incident(Kind kind, Place place) {
    return new IncidentBuilder(kind, place);
  }

  /** The exception concerned, by fully qualified name. */
  public IncidentBuilder of(String exception, FailureMode mode) {
    this.exception = exception;
    this.mode = mode;
    return this;
  }

  public IncidentBuilder detail(String detail) {
    this.detail = detail;
    return this;
  }

  public IncidentBuilder attempted(String method) {
    attempted = method;
    return this;
  }

  public IncidentBuilder caught(String type) {
    caught = type;
    return this;
  }

  public IncidentBuilder logged(Certainty logged) {
    this.logged = logged;
    return this;
  }

  public IncidentBuilder unsure() {
    confident = false;
    return this;
  }

  public Incident build() {
    return new Incident(
        kind,
        place,
        detail,
        exception,
        mode,
        Cause.UNKNOWN,
        null,
        attempted,
        caught,
        logged,
        confident,
        List.of());
  }
}
