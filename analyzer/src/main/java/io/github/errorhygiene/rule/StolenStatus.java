package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A boundary for everything answers failures to which the framework or the exception would have
 * given the right status.
 */
final class StolenStatus implements Rule {
  /** What every service has comes first: unknown path, wrong method. */
  private static final Comparator<Row> MOST_COMMON_FIRST =
      Comparator.comparing((Row row) -> row.endpoint() != null)
          .thenComparingInt(row -> row.failure().declaredStatus())
          .thenComparing(Row::label);

  @Override
  public String id() {
    return "stolen-status";
  }

  @Override
  public String summary() {
    return "A catch-all boundary answers for failures that would have got the right status without it";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(Row::isStolen).filter(StolenStatus::hasPlace);
    return Group.by(StolenStatus::cause, rows.sorted(MOST_COMMON_FIRST)).stream()
        .map(this::finding)
        .toList();
  }

  private static boolean hasPlace(Row row) {
    return place(row.failure()) != null;
  }

  private static Object cause(Row row) {
    return List.of(
        Objects.requireNonNull(row.failure().boundary()).name(),
        Objects.requireNonNull(place(row.failure())));
  }

  private static @Nullable Place place(Failure failure) {
    return failure.boundary() == null ? null : failure.boundary().place();
  }

  private Finding finding(Group group) {
    Boundary boundary = Objects.requireNonNull(group.boundary());
    Failure failure = group.first();
    int fits = failure.declaredStatus();
    return new Finding(
        id(),
        group.severity(severity()),
        message(group, boundary),
        Objects.requireNonNull(boundary.place()),
        group.exception(),
        group.endpoints(),
        group.origin(),
        failure.answer().status(),
        fits,
        StatusLine.of(failure.answer()),
        StatusLine.of(failure.answer(), fits),
        group.trace(),
        Fingerprint.of(List.of(id(), boundary.name())));
  }

  private static String message(Group group, Boundary boundary) {
    String stolen =
        group.rows().stream()
            .map(row -> row.label() + " (" + row.failure().declaredStatus() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    boolean guard = boundary.kind() == Boundary.Kind.GUARD;
    String what = guard ? "" : " catches " + Names.simple(boundary.catches()) + " and";
    return boundary.name() + what + " answers " + group.statuses() + " for " + stolen;
  }
}
