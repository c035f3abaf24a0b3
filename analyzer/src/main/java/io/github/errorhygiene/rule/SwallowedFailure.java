package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A failure of what the request asked for is dropped, and the client is told success. */
final class SwallowedFailure implements Rule {
  private static final Set<Kind> KINDS = Set.of(Kind.SWALLOWED, Kind.REPLACED);

  /** Whatever was to be done, it was not. */
  private static final Set<FailureMode> OF_OTHERS =
      Set.of(
          FailureMode.UPSTREAM_ERROR,
          FailureMode.UPSTREAM_TIMEOUT,
          FailureMode.UNAVAILABLE,
          FailureMode.RATE_LIMITED);

  /** What a store says that refuses a row: dropped only if nobody asked for it. */
  private static final Set<FailureMode> REFUSED =
      Set.of(FailureMode.CONFLICT, FailureMode.INVALID_INPUT);

  /** What a failed write may be. */
  private static final Set<FailureMode> OF_WRITES =
      Set.of(
          FailureMode.UNEXPECTED,
          FailureMode.UNKNOWN,
          FailureMode.CONFLICT,
          FailureMode.INVALID_INPUT);

  private static final Pattern WRITES =
      Pattern.compile(
          "(add|batchUpdate|commit|convertAndSend|copy|create|delete|execute|insert|merge|move|persist"
              + "|post|publish|put|remove|rename|save|send|set|store|transferTo|update|upload|write)"
              + "[A-Z]?\\w*");

  /** Reading, and getting ready to write: what is written afterwards counts, if that may fail. */
  private static final Pattern PREPARES =
      Pattern.compile(
          "\\w*Connection\\.(create(Statement|Array|Blob|Clob|Struct)\\w*|set\\w+)"
              + "|(Json|Xml|XML)\\w*Factory\\.create\\w*"
              + "|\\w*Statement\\.(addBatch|executeQuery|set\\w+)"
              + "|(Files?|Path)\\.(create(Temp\\w*|Director\\w+)|set\\w+)");

  /** Tidying up: that it fails is nobody's loss. */
  private static final Pattern TIDIES =
      Pattern.compile("(Files?|Path|\\w*Temp\\w*)\\.(delete|remove)\\w*|\\w+\\.(close|flush)\\w*");

  /** What services do besides. */
  private static final Pattern BY_THE_WAY =
      Pattern.compile("(?i).*(mail|sms|notif|metric|meter|audit|cache|telemetry|tracking).*");

  @Override
  public String id() {
    return "swallowed-failure";
  }

  @Override
  public String summary() {
    return "A failure is dropped on the way and the client is told success";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> judge(Application application) {
    return Happening.by(application, KINDS, SwallowedFailure::matters, Incident::place).stream()
        .map(this::finding)
        .toList();
  }

  private static boolean matters(Incident incident) {
    if (!incident.confident() || TIDIES.matcher(incident.attempted()).matches()) {
      return false;
    }
    return OF_OTHERS.contains(incident.mode()) || failedWrite(incident);
  }

  private static boolean failedWrite(Incident incident) {
    boolean meant =
        REFUSED.contains(incident.mode()) && incident.caught().equals(incident.exception());
    return writes(incident) && OF_WRITES.contains(incident.mode()) && !meant;
  }

  private static boolean writes(Incident incident) {
    if (PREPARES.matcher(incident.attempted()).matches()) {
      return false;
    }
    String method = incident.attempted().substring(incident.attempted().lastIndexOf('.') + 1);
    return WRITES.matcher(method).matches();
  }

  /**
   * What somebody may find in the log and what the request did not ask for is milder: whether work
   * that failed and was logged was asked for, code does not say.
   */
  private Severity severity(Incident incident) {
    boolean told = incident.logged() != Certainty.NO;
    return told || isByTheWay(incident) ? Severity.INFO : severity();
  }

  private static boolean isByTheWay(Incident incident) {
    String file = incident.place().file();
    String where = file.substring(file.lastIndexOf('/') + 1);
    return BY_THE_WAY.matcher(incident.attempted() + " " + where).matches();
  }

  private Finding finding(Happening happening) {
    Incident incident = happening.first();
    int status = happening.success();
    return new Finding(
        id(),
        severity(incident),
        message(happening, incident, status),
        incident.place(),
        incident.exception(),
        happening.endpoints(),
        incident.origin(),
        status,
        incident.mode().status(),
        StatusLine.of(status),
        StatusLine.of(incident.mode().status()),
        incident.trace(),
        Fingerprint.of(
            List.of(id(), happening.endpoints().get(0).handler(), incident.exception())));
  }

  private static String message(Happening happening, Incident incident, int status) {
    String what = what(happening, incident);
    String logged =
        incident.logged() == Certainty.NO ? "is neither logged nor passed on" : "is only logged";
    List<Endpoint> endpoints = happening.endpoints();
    String answers = Names.verb(endpoints, "answers ", "answer ") + status;
    String answer =
        incident.kind() == Kind.SWALLOWED
            ? Names.verb(endpoints, "goes on", "go on") + " as if nothing had failed and " + answers
            : answers + " with " + incident.detail();
    return what + " " + logged + ": " + happening.where() + " " + answer;
  }

  /** The exceptions of what stands for all, and that there are others. */
  private static String what(Happening happening, Incident incident) {
    if (incident.attempted().isEmpty()) {
      return happening.exceptions();
    }
    List<Incident> same =
        happening.incidents().stream()
            .filter(other -> other.attempted().equals(incident.attempted()))
            .toList();
    String rest = same.size() < happening.incidents().size() ? " (and what else fails there)" : "";
    return new Happening(same, happening.endpoints()).exceptions()
        + " of "
        + incident.attempted()
        + rest;
  }
}
