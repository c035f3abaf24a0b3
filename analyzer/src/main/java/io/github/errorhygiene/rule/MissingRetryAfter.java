package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Objects;

/** 503 or 429 that does not say when to come back (RFC 9110 section 10.2.3, RFC 6585 section 4). */
final class MissingRetryAfter implements Rule {
  private static final String HEADER = "Retry-After";

  @Override
  public String id() {
    return "missing-retry-after";
  }

  @Override
  public String summary() {
    return "An answer of 503 or 429 does not say when to come back";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    var rows = Row.of(application).filter(MissingRetryAfter::isConcerned);
    return Group.by(MissingRetryAfter::cause, rows).stream().map(this::finding).toList();
  }

  /** A file whose clauses all answer alike is mended as one. */
  private static Object cause(Row row) {
    Boundary boundary = Objects.requireNonNull(row.failure().boundary());
    return Objects.requireNonNull(boundary.place()).file();
  }

  private static boolean isConcerned(Row row) {
    Answer answer = row.failure().answer();
    Boundary boundary = row.failure().boundary();
    return (answer.status() == 503 || answer.status() == 429)
        && boundary != null
        && boundary.place() != null
        && answer.headers().stream().noneMatch(HEADER::equalsIgnoreCase);
  }

  private Finding finding(Group group) {
    Boundary boundary = Objects.requireNonNull(group.boundary());
    Place place = Objects.requireNonNull(boundary.place());
    String message =
        boundary.name() + others(group) + " answers " + group.statuses() + " without " + HEADER;
    String instead = StatusLine.withHeader(group.first().answer(), HEADER, "30");
    return group.finding(this, severity(), message, place, instead, boundary.name());
  }

  private static String others(Group group) {
    long boundaries = group.rows().stream().map(row -> row.failure().boundary()).distinct().count();
    return boundaries == 1 ? "" : " (and " + (boundaries - 1) + " more in this file)";
  }
}
