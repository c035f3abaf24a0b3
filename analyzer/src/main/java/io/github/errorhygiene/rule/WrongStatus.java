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
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    Set<Boundary> reached = boundaries(Row.of(application), WrongStatus::reaches);
    Set<Boundary> told = boundaries(mapped.stream(), failure -> failure.fits() >= 500);
    told.addAll(boundaries(Row.unexpected(application), each -> each.answer().status() >= 500));
    Stream<Row> untold =
        Row.unexpected(application)
            .filter(row -> isBlamed(row.failure(), reached))
            .filter(row -> !told.contains(row.failure().boundary()));
    Outside outside = Outside.of(mapped);
    Agreed agreed = Agreed.of(mapped);
    Stream<Row> all = Stream.concat(mapped.stream(), untold);
    return Group.by(row -> cause(row, outside, agreed), all).stream()
        .map(Group::told)
        .map(agreed::ordered)
        .flatMap(group -> finding(group, application).stream())
        .toList();
  }

  /** Those that answer one of the failures that {@code which} holds for. */
  private static Set<Boundary> boundaries(Stream<Row> rows, Predicate<Failure> which) {
    return rows.map(Row::failure)
        .filter(which)
        .map(Failure::boundary)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The caller is told that whatever goes wrong is the caller's fault (RFC 9110 section 15.5). */
  private static boolean isBlamed(Failure unexpected, Set<Boundary> reached) {
    Boundary boundary = unexpected.boundary();
    return boundary != null
        && boundary.catchesAll()
        && unexpected.answer().status() / 100 == 4
        && (boundary.kind() == Boundary.Kind.HANDLER || reached.contains(boundary));
  }

  /**
   * A clause may be around a line that fails for the caller's fault alone, whatever it says that it
   * catches: what is known to come to it tells whether there is more.
   */
  private static boolean reaches(Failure failure) {
    return REACHING.contains(failure.mode());
  }

  private static boolean isMapped(Row row) {
    boolean isError = row.failure().answer().isError();
    return !row.failure().isUncaught()
        && isError
        && row.isWrong()
        && !row.isStolen()
        && !row.isAbsent();
  }

  private static Object cause(Row row, Outside outside, Agreed agreed) {
    Failure failure = row.failure();
    return Arrays.asList(
        Group.identity(Objects.requireNonNull(failure.boundary())),
        outside.cause(failure, failure.exception()),
        failure.answer().judged(),
        agreed.fits(failure));
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
        group.severityOfStatus(severity()),
        message(group, boundary, place),
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

  private static String message(Group group, Boundary boundary, Place place) {
    Failure failure = group.first();
    String answer = StatusLine.answered(failure.answer());
    boolean itself =
        boundary.kind() == Boundary.Kind.DECLARED_STATUS
            && place.equals(failure.origin())
            && group.labels().equals(Names.simple(failure.exception()));
    String who =
        itself ? "the " + Names.simple(failure.exception()) + " thrown here" : boundary.name();
    String what = itself ? failure.mode().label() : group.labels();
    return who + " answers " + answer + " for " + what + " where " + failure.fits() + " fits";
  }
}
