package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An error answer carries nothing that leads to the log line. */
final class MissingRequestId implements Rule {
  @Override
  public String id() {
    return "missing-request-id";
  }

  @Override
  public String summary() {
    return "An error answer carries no request id that leads to the log line";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> judge(Application application) {
    Stream<Row> rows = application.servers().stream().flatMap(Row::of);
    return Group.by(MissingRequestId::key, rows.filter(MissingRequestId::isConcerned)).stream()
        .flatMap(group -> finding(group, application).stream())
        .toList();
  }

  /** Each of several applications has a framework of its own. */
  private static Object key(Row row) {
    Maker maker = Writer.maker(row);
    if (maker != null) {
      return maker.place();
    }
    Writer writer = Writer.of(row);
    return writer.place() != null ? writer.key() : List.of(writer.key(), row.server());
  }

  private static boolean isConcerned(Row row) {
    return lacksRequestId(row.failure().answer()) && !isOrdinary(row.failure());
  }

  /** The handler tells the caller what is the matter, and nothing failed: there is no log line. */
  private static boolean isOrdinary(Failure failure) {
    return failure.exception().isEmpty() && failure.answer().judged() < 500;
  }

  private static boolean lacksRequestId(Answer answer) {
    return answer.judged() >= 400 && answer.requestId() == Certainty.NO;
  }

  private Optional<Finding> finding(Group group, Application application) {
    Writer writer = Writer.of(group);
    Place place = writer.place() == null ? group.anyHandler(application) : writer.place();
    return Optional.ofNullable(place).map(at -> finding(group, writer.name(), at));
  }

  private Finding finding(Group group, String writer, Place place) {
    String message = writer + " answers " + group.statuses() + " without a request id";
    String instead = StatusLine.withRequestId(group.first().answer());
    return group.finding(this, group.severity(severity()), message, place, instead, writer);
  }
}
