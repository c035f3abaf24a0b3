package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An error is answered with a 2xx status. */
final class ErrorAsSuccess implements Rule {
  /** Members of bodies that only errors have. */
  private static final Pattern OF_ERRORS =
      Pattern.compile("(err|error|errors|exception|failure|failed?)(_?(code|msg|message|s))?");

  /** Members of the envelopes in which some applications put every answer. */
  private static final Pattern VERDICT =
      Pattern.compile("(is_?)?(ok|success|code|status|errno|ret)");

  private static final Pattern TEXT = Pattern.compile("msg|message|desc|description|reason|info");

  @Override
  public String id() {
    return "error-as-success";
  }

  @Override
  public String summary() {
    return "An error is answered with a status that says success";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> judge(Application application) {
    Set<Boundary> answering = answering(application);
    Set<Object> weighed = weighed(application);
    List<Row> rows =
        Stream.concat(
                Row.of(application).filter(row -> !row.failure().exception().isEmpty()),
                Row.unexpected(application).filter(ErrorAsSuccess::isHandled))
            .filter(ErrorAsSuccess::isDisguised)
            .filter(row -> !answering.contains(row.failure().boundary()))
            .filter(row -> tells(row.failure().answer()) || !weighed.contains(failing(row)))
            .toList();
    Optional<Boundary> habit = habit(rows, application);
    if (habit.isEmpty()) {
      return Group.byBoundary(rows.stream()).stream()
          .flatMap(group -> finding(group, application).stream())
          .toList();
    }
    return Group.by(row -> "", rows.stream().sorted(habitFirst(habit.get()))).stream()
        .flatMap(group -> habit(group, application).stream())
        .toList();
  }

  /** Clauses that answer an error; only if that fails, too, they do not. */
  private static Set<Boundary> answering(Application application) {
    return Row.of(application)
        .filter(row -> row.failure().answer().status() >= 400)
        .map(row -> row.failure().boundary())
        .filter(boundary -> boundary != null && boundary.kind() == Boundary.Kind.CATCH)
        .collect(Collectors.toSet());
  }

  /** Failures that a handler may answer with an error: where it does not, it has mended them. */
  private static Set<Object> weighed(Application application) {
    return Row.of(application)
        .filter(row -> row.failure().answer().status() >= 400)
        .map(ErrorAsSuccess::failing)
        .collect(Collectors.toSet());
  }

  private static Object failing(Row row) {
    Failure failure = row.failure();
    return Arrays.asList(row.endpoint(), failure.boundary(), failure.exception(), failure.origin());
  }

  private static boolean isDisguised(Row row) {
    Boundary boundary = row.failure().boundary();
    return boundary != null
        && row.failure().answer().status() / 100 == 2
        && row.failure().mode() != FailureMode.CLIENT_GONE
        && (tells(row.failure().answer())
            ? boundary.kind() == Boundary.Kind.HANDLER || boundary.kind() == Boundary.Kind.CATCH
            : boundary.kind() == Boundary.Kind.HANDLER && isFailure(row, boundary));
  }

  /**
   * Whether the exception means that something failed: exceptions may also end a request that has
   * succeeded, or was answered before.
   */
  private static boolean isFailure(Row row, Boundary boundary) {
    return boundary.catchesAll() || row.failure().mode() != FailureMode.UNKNOWN;
  }

  private static boolean isHandled(Row row) {
    Boundary boundary = row.failure().boundary();
    return boundary != null && boundary.kind() == Boundary.Kind.HANDLER;
  }

  /** Whether the body tells of the failure; if not, it is swallowed. */
  private static boolean tells(Answer answer) {
    return !answer.exposes().isEmpty()
        || answer.admits()
        || any(answer.bodyKeys(), OF_ERRORS)
        || (any(answer.bodyKeys(), VERDICT) && any(answer.bodyKeys(), TEXT));
  }

  private static boolean any(SortedSet<String> keys, Pattern pattern) {
    Predicate<String> is = pattern.asMatchPredicate();
    return keys.stream().map(ErrorAsSuccess::snake).anyMatch(is);
  }

  private static String snake(String key) {
    return key.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * The boundary that stands for all, where the application answers failures so by convention: most
   * of what it answers failures with does, and that is more than one clause or handler, or one for
   * everything.
   */
  private static Optional<Boundary> habit(List<Row> rows, Application application) {
    List<Boundary> disguising =
        rows.stream().map(row -> Objects.requireNonNull(row.failure().boundary())).toList();
    Set<Boundary> habitual = new LinkedHashSet<>(disguising);
    Optional<Boundary> forAll = habitual.stream().filter(ErrorAsSuccess::isForAll).findFirst();
    boolean many = habitual.size() > 1 || forAll.isPresent();
    long honest =
        honest(application).filter(boundary -> !habitual.contains(boundary)).distinct().count();
    boolean convention = many && habitual.size() > honest;
    return convention ? forAll.or(() -> first(habitual)) : Optional.empty();
  }

  private static boolean isForAll(Boundary boundary) {
    return boundary.kind() == Boundary.Kind.HANDLER && boundary.catchesAll();
  }

  /** A handler, if there is one: it answers more than a clause. */
  private static Optional<Boundary> first(Set<Boundary> boundaries) {
    return boundaries.stream()
        .min(Comparator.comparing(boundary -> boundary.kind() != Boundary.Kind.HANDLER));
  }

  /** What of the application answers failures with an error. */
  private static Stream<Boundary> honest(Application application) {
    return Stream.concat(Row.of(application), Row.unexpected(application))
        .filter(row -> row.failure().answer().status() >= 400)
        .map(row -> row.failure().boundary())
        .filter(Objects::nonNull)
        .filter(Boundary::writes);
  }

  private static Comparator<Row> habitFirst(Boundary habit) {
    return Comparator.comparing(row -> !habit.equals(row.failure().boundary()));
  }

  private Optional<Finding> finding(Group group, Application application) {
    Boundary boundary = Objects.requireNonNull(group.boundary());
    String message =
        boundary.name() + " answers " + group.statuses() + " for " + group.labels() + fits(group);
    return Optional.ofNullable(place(group, application))
        .map(at -> finding(group, boundary, message, at));
  }

  private Optional<Finding> habit(Group group, Application application) {
    Boundary boundary = Objects.requireNonNull(group.boundary());
    String message =
        "every failure is answered with a status that says success: "
            + boundary.name()
            + " answers "
            + group.first().answer().status();
    return Optional.ofNullable(place(group, application))
        .map(at -> finding(group, boundary, message, at));
  }

  private static @Nullable Place place(Group group, Application application) {
    Place place = group.boundaryPlace();
    return place == null ? group.anyHandler(application) : place;
  }

  private static String fits(Group group) {
    int fits = group.first().fits();
    return fits == 0 ? "" : " where " + fits + " fits";
  }

  private Finding finding(Group group, Boundary boundary, String message, Place place) {
    Answer answer = group.first().answer();
    int fits = group.first().fits() == 0 ? 500 : group.first().fits();
    return new Finding(
        id(),
        group.severity(severity()),
        message,
        place,
        group.exception(),
        group.endpoints(),
        group.origin(),
        answer.status(),
        fits,
        StatusLine.of(answer),
        StatusLine.of(answer, fits),
        group.trace(),
        Fingerprint.of(List.of(id(), boundary.name())));
  }
}
