package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Objects;

/** An answer carries an id that was made up for it, and the log line beside it does not. */
final class UncorrelatedLog implements Rule {
  @Override
  public String id() {
    return "uncorrelated-log";
  }

  @Override
  public String summary() {
    return "An error answer carries a new id that the log line of the same boundary does not have";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(UncorrelatedLog::isConcerned);
    return Group.byBoundary(rows).stream().map(this::finding).toList();
  }

  /** What the framework answers for an exception with a status, nobody is there to log. */
  private static boolean isConcerned(Row row) {
    Failure failure = row.failure();
    return failure.answer().judged() >= 400
        && failure.answer().correlated() == Certainty.NO
        && failure.boundary() != null
        && failure.boundary().kind() != Boundary.Kind.DECLARED_STATUS
        && failure.boundary().place() != null;
  }

  private Finding finding(Group group) {
    Boundary boundary = Objects.requireNonNull(group.boundary());
    Place place = Objects.requireNonNull(boundary.place());
    String message = boundary.name() + " answers with a new id that it does not log";
    return group.finding(this, severity(), message, place, "", boundary.name());
  }
}
