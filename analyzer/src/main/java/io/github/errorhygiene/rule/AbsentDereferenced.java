package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What was looked up may not be there, is used all the same, and the client sees a 5xx. */
final class AbsentDereferenced implements Rule {
  @Override
  public String id() {
    return "absent-dereferenced";
  }

  @Override
  public String summary() {
    return "Something looked up may be absent and is used unguarded";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(AbsentDereferenced::isConcerned);
    return Group.by(AbsentDereferenced::cause, rows).stream().map(this::finding).toList();
  }

  private static boolean isConcerned(Row row) {
    return row.isAbsent() && row.failure().confident() && row.failure().origin() != null;
  }

  /** What is mended together: one lookup, or one file that trusts what it looked up. */
  private static Object cause(Row row) {
    Failure failure = row.failure();
    Place origin = Objects.requireNonNull(failure.origin());
    boolean dereferences = failure.exception().equals("java.lang.NullPointerException");
    return Arrays.asList(dereferences ? origin.file() : origin, failure.fits());
  }

  private Finding finding(Group group) {
    Failure failure = group.first();
    return new Finding(
        id(),
        group.severity(severity()),
        message(group, failure),
        Objects.requireNonNull(failure.origin()),
        failure.exception(),
        group.endpoints(),
        failure.origin(),
        failure.answer().status(),
        failure.fits(),
        StatusLine.of(failure.answer()),
        StatusLine.of(failure.answer(), failure.fits()),
        group.trace(),
        Fingerprint.of(
            List.of(id(), failure.exception(), Objects.requireNonNull(failure.origin()).file())));
  }

  private static String message(Group group, Failure failure) {
    String who =
        failure.boundary() == null ? "the client sees " : failure.boundary().name() + " answers ";
    String answer =
        who + StatusLine.answered(failure.answer()) + " where " + failure.fits() + " fits";
    return "what is looked up may be absent and is used unguarded: "
        + group.labels()
        + " at "
        + group.where()
        + ", "
        + answer;
  }
}
