package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A boundary maps a known failure to a status that blames the wrong party or says less than is
 * known.
 */
final class WrongStatus implements Rule {
  @Override
  public String id() {
    return "wrong-status";
  }

  @Override
  public String summary() {
    return "A boundary answers a known failure with a status that does not fit it";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(WrongStatus::isMapped);
    return Group.by(WrongStatus::cause, rows).stream()
        .flatMap(group -> finding(group, application).stream())
        .toList();
  }

  private static boolean isMapped(Row row) {
    boolean isError = row.failure().answer().isError();
    return !row.failure().isUncaught()
        && isError
        && row.isWrong()
        && !row.isStolen()
        && !row.isAbsent();
  }

  private static Object cause(Row row) {
    Failure failure = row.failure();
    return Arrays.asList(
        failure.boundary(), failure.exception(), failure.answer().status(), failure.fits());
  }

  private Optional<Finding> finding(Group group, Application application) {
    Boundary boundary = Objects.requireNonNull(group.boundary());
    return Optional.ofNullable(place(group, application)).map(at -> finding(group, boundary, at));
  }

  private static @Nullable Place place(Group group, Application application) {
    if (group.boundaryPlace() != null) {
      return group.boundaryPlace();
    }
    if (group.first().origin() != null) {
      return group.first().origin();
    }
    return group.anyHandler(application);
  }

  private Finding finding(Group group, Boundary boundary, Place place) {
    Failure failure = group.first();
    return new Finding(
        id(),
        group.severity(severity()),
        message(group, boundary),
        place,
        failure.exception(),
        group.endpoints(),
        failure.origin(),
        failure.answer().status(),
        failure.fits(),
        StatusLine.of(failure.answer()),
        StatusLine.of(failure.answer(), failure.fits()),
        group.trace(),
        Fingerprint.of(List.of(id(), boundary.name(), failure.exception(), "" + failure.fits())));
  }

  private static String message(Group group, Boundary boundary) {
    Failure failure = group.first();
    String answer = StatusLine.answered(failure.answer().status());
    return boundary.name()
        + " answers "
        + answer
        + " for "
        + group.rows().get(0).label()
        + " where "
        + failure.fits()
        + " fits";
  }
}
