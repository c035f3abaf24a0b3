package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Incident.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A call of another service that failed is made again without a pause, or without an end. */
final class RetryBlind implements Rule {
  private static final Set<FailureMode> MODES =
      Set.of(
          FailureMode.UPSTREAM_ERROR,
          FailureMode.UPSTREAM_TIMEOUT,
          FailureMode.UNAVAILABLE,
          FailureMode.RATE_LIMITED);

  /** A database's transaction may be tried again at once: who lost a race wins the next. */
  private static final Pattern OF_DATABASE =
      Pattern.compile(
          "(java\\.sql|org\\.springframework\\.(dao|jdbc|orm|transaction)|org\\.hibernate"
              + "|(jakarta|javax)\\.persistence|org\\.jdbi|io\\.r2dbc|org\\.jooq)\\..*");

  @Override
  public String id() {
    return "retry-blind";
  }

  @Override
  public String summary() {
    return "A failed call of another service is made again without a pause or an end";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    return Happening.by(application, Set.of(Kind.RETRIED), RetryBlind::matters, Incident::place)
        .stream()
        .map(this::finding)
        .toList();
  }

  private static boolean matters(Incident incident) {
    return incident.confident()
        && MODES.contains(incident.mode())
        && !OF_DATABASE.matcher(incident.exception()).matches();
  }

  private Finding finding(Happening happening) {
    Incident incident = happening.first();
    return new Finding(
        id(),
        severity(),
        message(happening, incident),
        incident.place(),
        incident.exception(),
        happening.endpoints(),
        incident.origin(),
        0,
        0,
        "",
        "",
        incident.trace(),
        Fingerprint.of(
            List.of(id(), happening.endpoints().get(0).handler(), incident.attempted())));
  }

  private static String message(Happening happening, Incident incident) {
    String call = incident.attempted().isEmpty() ? "what failed" : incident.attempted();
    return "after "
        + happening.exceptions()
        + ", "
        + happening.where()
        + (happening.endpoints().size() == 1 ? " calls " : " call ")
        + call
        + " again "
        + incident.detail();
  }
}
