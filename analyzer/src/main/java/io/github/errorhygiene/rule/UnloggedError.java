package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Objects;

/** A boundary answers 5xx, and nobody writes the exception to the log. */
final class UnloggedError implements Rule {
  @Override
  public String id() {
    return "unlogged-error";
  }

  @Override
  public String summary() {
    return "A boundary answers 5xx and nobody logs the exception with its stack trace";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(UnloggedError::isUnlogged);
    return Group.by(UnloggedError::key, rows).stream().map(this::finding).toList();
  }

  private static boolean isUnlogged(Row row) {
    Failure failure = row.failure();
    Boundary boundary = failure.boundary();
    return failure.answer().judged() >= 500
        && failure.answer().logged() == Certainty.NO
        && !failure.exception().isEmpty()
        && boundary != null
        && boundary.writes();
  }

  private static Object key(Row row) {
    Maker maker = Writer.informedMaker(row);
    Boundary boundary = Objects.requireNonNull(row.failure().boundary());
    return maker == null ? Group.identity(boundary) : maker.place();
  }

  private Finding finding(Group group) {
    boolean shared = Writer.informedMaker(group.rows().get(0)) != null;
    Writer writer = shared ? Writer.of(group) : Writer.of(group.boundary());
    Place place = Objects.requireNonNull(writer.place());
    String message =
        writer.name() + " answers " + group.statuses() + " and does not log " + what(group);
    return group.finding(this, group.severity(severity()), message, place, "", writer.name());
  }

  private static String what(Group group) {
    boolean one = !group.exception().isEmpty();
    return (one ? Names.simple(group.exception()) : "the exception") + " with its stack trace";
  }
}
