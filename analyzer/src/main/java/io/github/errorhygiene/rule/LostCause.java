package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Incident.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An exception is made of another one, without it, on a way that ends in a 5xx. */
final class LostCause implements Rule {
  @Override
  public String id() {
    return "lost-cause";
  }

  @Override
  public String summary() {
    return "An exception that ends in a 5xx is made of another one and does not keep it";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    Set<Incident> fatal = new HashSet<>();
    application.contracts().forEach(contract -> addFatal(contract, fatal));
    return Happening.by(application, Set.of(Kind.CAUSE_LOST), fatal::contains, Incident::place)
        .stream()
        .map(this::finding)
        .toList();
  }

  /** Those of which the new exception is answered with a 5xx. */
  private static void addFatal(Contract contract, Set<Incident> fatal) {
    for (Incident incident : contract.incidents()) {
      boolean ends =
          contract.failures().stream()
              .anyMatch(
                  failure ->
                      failure.answer().judged() >= 500
                          && incident.place().equals(failure.origin()));
      if (ends) {
        fatal.add(incident);
      }
    }
  }

  private Finding finding(Happening happening) {
    Incident incident = happening.first();
    String made = Names.simple(incident.detail());
    return new Finding(
        id(),
        severity(),
        made
            + " does not keep the "
            + happening.exceptions()
            + " that it is made of: the log of "
            + happening.where()
            + " cannot show where that arose",
        incident.place(),
        incident.exception(),
        happening.endpoints(),
        incident.origin(),
        0,
        0,
        "",
        "",
        incident.trace(),
        Fingerprint.of(List.of(id(), happening.endpoints().get(0).handler(), incident.detail())));
  }
}
