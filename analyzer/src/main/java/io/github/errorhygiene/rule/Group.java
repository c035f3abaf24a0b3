package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows with one cause, from which one finding is made. Rows that rest on something unresolved count
 * only if there are no others.
 *
 * @param rows at least one, in the order of the application's contracts
 */
record Group(List<Row> rows) {
  Group {
    List<Row> confident = rows.stream().filter(row -> row.failure().confident()).toList();
    rows = confident.isEmpty() ? List.copyOf(rows) : confident;
  }

  /** Rows of equal keys, in the order in which the keys first occur. */
  static List<Group> by(Function<Row, ?> key, Stream<Row> rows) {
    Map<Object, List<Row>> groups =
        rows.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().map(Group::new).toList();
  }

  /** Rows of the same boundary, or of none. */
  static List<Group> byBoundary(Stream<Row> rows) {
    return by(row -> Optional.ofNullable(row.failure().boundary()).map(Group::identity), rows);
  }

  /** Equal for what is one boundary: a clause that several handlers share has several names. */
  static Object identity(Boundary boundary) {
    Place place = boundary.place();
    return boundary.kind() == Boundary.Kind.CATCH && place != null ? place : boundary;
  }

  /** The row that stands for all: whose trace and origin are shown. */
  Failure first() {
    return rows.get(0).failure();
  }

  /** The boundary of the first row; null if nothing maps it. */
  @Nullable Boundary boundary() {
    return first().boundary();
  }

  /** Where the boundary is written; null if the framework supplies it or there is none. */
  @Nullable Place boundaryPlace() {
    Boundary boundary = boundary();
    return boundary == null ? null : boundary.place();
  }

  /** Those concerned, sorted; empty if every request is. */
  List<Endpoint> endpoints() {
    if (rows.stream().anyMatch(row -> row.endpoint() == null)) {
      return List.of();
    }
    return rows.stream().map(Row::endpoint).filter(Objects::nonNull).sorted().distinct().toList();
  }

  /**
   * A handler to point at when nothing in the sources is to blame: the first concerned, else the
   * application's first.
   */
  @Nullable Place anyHandler(Application application) {
    return handler(application).map(Endpoint::place).orElse(null);
  }

  /**
   * The first endpoint concerned, or the first of the application that answers if every request is;
   * empty without endpoints.
   */
  Optional<Endpoint> handler(Application application) {
    List<Endpoint> all = application.contracts().stream().map(Contract::endpoint).toList();
    Stream<Endpoint> own =
        all.stream().filter(each -> rows.stream().anyMatch(row -> row.isOf(each)));
    return Stream.of(endpoints().stream(), own, all.stream()).flatMap(each -> each).findFirst();
  }

  /** {@code GET /orders}, {@code GET /orders and 3 more endpoints}, or {@code every request}. */
  String where() {
    List<Endpoint> endpoints = endpoints();
    return endpoints.isEmpty() ? "every request" : Names.of(endpoints);
  }

  /** What fails: {@code HttpServerErrorException or ResourceAccessException}. */
  String labels() {
    return Names.either(rows.stream().map(Row::label).sorted().distinct().toList());
  }

  /** The rows of which something says what kind of failure they are; all if nothing does. */
  Group told() {
    List<Row> told = rows.stream().filter(row -> !row.failure().guessed()).toList();
    return told.isEmpty() ? this : new Group(told);
  }

  /** The severity of a complaint about a status, lowered if it rests on a guess, too. */
  Severity severityOfStatus(Severity severity) {
    return first().isSure() ? severity : Severity.INFO;
  }

  /** The severity, lowered if the complaint rests on something unresolved. */
  Severity severity(Severity severity) {
    return first().confident() ? severity : Severity.INFO;
  }

  /** The exception if all rows are about one; else empty. */
  String exception() {
    return common(Failure::exception, "");
  }

  /** The status if all rows are answered with one; else 0. */
  int status() {
    return common(failure -> failure.answer().status(), 0);
  }

  /** All that are answered, {@code 400, 404 or 500}. */
  String statuses() {
    List<String> all =
        rows.stream()
            .map(row -> row.failure().answer())
            .filter(answer -> answer.status() != 0)
            .sorted(Comparator.comparingInt(Answer::judged))
            .map(StatusLine::answered)
            .distinct()
            .toList();
    return all.isEmpty() ? "an unknown status" : Names.either(all);
  }

  /** Where the failure arises, if the rows are about one exception. */
  @Nullable Place origin() {
    return exception().isEmpty() ? null : first().origin();
  }

  /** The steps of the first row, and the clause that answers, if that is none of them. */
  List<Step> trace() {
    List<Step> steps = first().trace();
    Boundary boundary = boundary();
    @Nullable Place answering = boundary == null ? null : boundary.place();
    boolean told =
        steps.stream().anyMatch(step -> step.place().equals(answering))
            || (!steps.isEmpty() && boundary != null && boundary.kind() != Boundary.Kind.CATCH);
    if (boundary == null || answering == null || told) {
      return steps;
    }
    String text = "answers " + StatusLine.answered(first().answer()) + " in " + boundary.name();
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step(answering, text));
    return all;
  }

  /**
   * The finding that the rows are, of an answer whose status is not the complaint.
   *
   * @param instead what the client would better see; empty if the answer may stay
   * @param cause what tells it from other findings of the rule, also when code moves
   */
  Finding finding(
      Rule rule, Severity severity, String message, Place place, String instead, String cause) {
    return new Finding(
        rule.id(),
        severity,
        message,
        place,
        exception(),
        endpoints(),
        origin(),
        status(),
        0,
        StatusLine.of(first().answer()),
        instead,
        trace(),
        Fingerprint.of(List.of(rule.id(), cause)));
  }

  private <T> T common(Function<Failure, T> property, T otherwise) {
    List<T> values = rows.stream().map(row -> property.apply(row.failure())).distinct().toList();
    return values.size() == 1 ? values.get(0) : otherwise;
  }
}
