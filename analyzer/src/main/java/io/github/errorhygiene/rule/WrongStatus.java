package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A boundary maps a known failure to a status that blames the wrong party or says less than is
 * known.
 */
final class WrongStatus implements Rule {
  /** Kinds of failures that only code has which looks something up, stores it or asks others. */
  private static final Set<FailureMode> REACHING =
      Set.of(
          FailureMode.MISSING,
          FailureMode.CONFLICT,
          FailureMode.UPSTREAM_ERROR,
          FailureMode.UPSTREAM_TIMEOUT,
          FailureMode.UNAVAILABLE,
          FailureMode.UNEXPECTED);

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
    List<Row> mapped = Row.of(application).filter(WrongStatus::isMapped).toList();
    Stream<Row> blamed = Row.unexpected(application).filter(row -> isBlamed(row, application));
    Stream<Row> untold =
        blamed.filter(row -> mapped.stream().noneMatch(known -> tells(known, row)));
    return Group.by(WrongStatus::cause, Stream.concat(mapped.stream(), untold)).stream()
        .flatMap(group -> finding(group, application).stream())
        .toList();
  }

  /** The caller is told that whatever goes wrong is the caller's fault (RFC 9110 section 15.5). */
  private static boolean isBlamed(Row row, Application application) {
    Boundary boundary = row.failure().boundary();
    return boundary != null
        && boundary.catchesAll()
        && row.failure().answer().status() / 100 == 4
        && (boundary.kind() == Boundary.Kind.HANDLER || isReached(boundary, application));
  }

  /**
   * A clause may be around a line that fails for the caller's fault alone, whatever it says that it
   * catches: what is known to come to it tells whether there is more.
   */
  private static boolean isReached(Boundary clause, Application application) {
    return Row.of(application)
        .map(Row::failure)
        .filter(failure -> clause.equals(failure.boundary()))
        .anyMatch(failure -> REACHING.contains(failure.mode()));
  }

  /** The finding for a known failure of the server says the same. */
  private static boolean tells(Row known, Row unexpected) {
    return Objects.equals(known.failure().boundary(), unexpected.failure().boundary())
        && known.failure().fits() >= 500;
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
        failure.boundary(), failure.exception(), failure.answer().judged(), failure.fits());
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
    String answer = StatusLine.answered(failure.answer());
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
