package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A setting is read, and may be missing or malformed, while a request is served. */
final class LateConfiguration implements Rule {
  @Override
  public String id() {
    return "late-configuration";
  }

  @Override
  public String summary() {
    return "A missing or malformed setting fails requests instead of the start";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(row -> isLate(row.failure()));
    return Group.by(row -> Optional.ofNullable(row.failure().origin()), rows).stream()
        .map(this::finding)
        .toList();
  }

  private static boolean isLate(Failure failure) {
    return failure.dependsOn() == Cause.CONFIGURATION
        && failure.mode() == FailureMode.MISCONFIGURED
        && failure.known()
        && failure.confident()
        && failure.origin() != null
        && failure.answer().judged() >= 400;
  }

  private Finding finding(Group group) {
    Failure failure = group.first();
    Place origin = Objects.requireNonNull(failure.origin());
    return new Finding(
        id(),
        severity(),
        message(group, failure),
        origin,
        failure.exception(),
        group.endpoints(),
        origin,
        failure.answer().status(),
        0,
        StatusLine.of(failure.answer()),
        "",
        group.trace(),
        Fingerprint.of(List.of(id(), failure.exception(), origin.file())));
  }

  private static String message(Group group, Failure failure) {
    return "a setting that is missing or malformed is noticed only by a request: "
        + group.labels()
        + " leaves "
        + group.where()
        + ", and the client sees "
        + StatusLine.answered(failure.answer());
  }
}
