package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known failure leaves the endpoint, nothing maps it, and the framework's default answers 500.
 */
final class UncaughtException implements Rule {
  @Override
  public String id() {
    return "uncaught-exception";
  }

  @Override
  public String summary() {
    return "A known failure leaves the endpoint and nothing turns it into an answer";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> judge(Application application) {
    List<Row> rows = Row.of(application).filter(UncaughtException::isUncaught).toList();
    Outside outside = Outside.of(rows);
    Agreed agreed = Agreed.of(rows);
    return Group.by(row -> cause(row, outside, agreed), rows.stream()).stream()
        .map(Group::told)
        .map(agreed::ordered)
        .flatMap(group -> group.handler(application).stream().map(at -> finding(group, at)))
        .toList();
  }

  private static boolean isUncaught(Row row) {
    return row.failure().isUncaught()
        && !row.isAbsent()
        && (row.isWrong() || isNameless(row.failure()));
  }

  /**
   * The project's own exception or a checked one, of which nothing says what would fit; still
   * nobody meant the default 500.
   */
  private static boolean isNameless(Failure failure) {
    return failure.known()
        && failure.raisedBy() == RaisedBy.APPLICATION
        && failure.mode() == FailureMode.UNKNOWN
        && (Answer.isNone(failure.answer().status())
            || failure.answer().status() >= 500
            || failure.isOfGuard());
  }

  /** What has no place of its own is mended in each of several applications. */
  private static Object cause(Row row, Outside outside, Agreed agreed) {
    Failure failure = row.failure();
    Object arises = arises(failure, outside);
    String server = arises instanceof Place ? "" : row.server();
    int asked = fits(failure) == 0 ? 0 : agreed.fits(failure);
    return Arrays.asList(arises, server, failure.answer().status(), asked);
  }

  /**
   * What is mended together: one call; one file that trusts what it looked up; all calls that
   * others fail in the same ways, and all places that throw an exception of which only its handler
   * can say what fits, for one handler answers them; or everything.
   */
  private static @Nullable Object arises(Failure failure, Outside outside) {
    if (failure.widespread() || isNameless(failure)) {
      return failure.exception();
    }
    Place origin = failure.origin();
    if (origin == null) {
      return null;
    }
    boolean dereferences = failure.exception().equals("java.lang.NullPointerException");
    return outside.cause(failure, dereferences ? origin.file() : origin);
  }

  private Finding finding(Group group, Endpoint endpoint) {
    Failure failure = group.first();
    int fits = fits(failure);
    Severity severity = fits == 0 ? Severity.WARNING : severity();
    return new Finding(
        id(),
        group.severityOfStatus(severity),
        message(group, fits),
        endpoint.place(),
        failure.exception(),
        group.endpoints(),
        failure.origin(),
        failure.answer().status(),
        fits,
        StatusLine.of(failure.answer()),
        StatusLine.of(fits),
        group.trace(),
        Fingerprint.of(List.of(id(), endpoint.handler(), failure.exception())));
  }

  private static String message(Group group, int fits) {
    String start = group.labels() + " leaves " + group.where() + " uncaught";
    String now = ": " + StatusLine.seen(group.first().answer().status());
    return start + now + (fits == 0 ? "" : " where " + fits + " fits");
  }

  private static int fits(Failure failure) {
    return failure.mode() == FailureMode.UNKNOWN ? 0 : failure.fits();
  }
}
