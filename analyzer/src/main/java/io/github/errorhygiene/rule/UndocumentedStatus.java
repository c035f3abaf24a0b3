package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Documentation.Response;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documentation of endpoints and what they answer differ. Only in applications that document
 * errors at all, and only at endpoints that document any answer.
 */
final class UndocumentedStatus implements Rule {
  /** Usually a filter's, in front of all endpoints: documented for all or for none. */
  private static final Set<Integer> OF_FILTERS = Set.of(401, 403);

  /** What a framework refuses by what the endpoint asks for. */
  private static final Set<FailureMode> OF_INPUT =
      Set.of(FailureMode.MALFORMED_INPUT, FailureMode.INVALID_INPUT, FailureMode.MISSING);

  /** Always possible, and nobody's promise. */
  private static final int UNEXPECTED = 500;

  @Override
  public String id() {
    return "undocumented-status";
  }

  @Override
  public String summary() {
    return "An error status is answered and not documented, or documented and never answered";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public boolean onByDefault() {
    return false;
  }

  @Override
  public List<Finding> judge(Application application) {
    Set<String> usual =
        application.contracts().stream()
            .flatMap(contract -> contract.documentation().responses().stream())
            .filter(Response::isError)
            .map(Response::status)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Finding> findings = new ArrayList<>();
    if (!usual.isEmpty()) {
      covering(Group.by(UndocumentedStatus::cause, missing(application, usual)))
          .forEach(group -> findings.add(missing(group, application)));
      idle(application).forEach(findings::add);
    }
    return findings;
  }

  private static Stream<Row> missing(Application application, Set<String> usual) {
    return application.contracts().stream()
        .filter(contract -> !contract.documentation().responses().isEmpty())
        .flatMap(
            contract ->
                contract.failures().stream()
                    .filter(failure -> counts(failure, usual))
                    .filter(f -> !contract.documentation().covers(f.answer().status()))
                    .map(failure -> new Row(contract.endpoint(), failure)));
  }

  /**
   * A status that will be answered, and that may stay: what is wrong is to be changed, not
   * documented.
   */
  private static boolean counts(Failure failure, Set<String> usual) {
    int status = failure.answer().status();
    boolean general = OF_FILTERS.contains(status) || failure.raisedBy() == RaisedBy.FRAMEWORK;
    return status >= 400
        && status != UNEXPECTED
        && failure.known()
        && failure.confident()
        && !failure.widespread()
        && failure.verdict() != Verdict.WRONG
        && (!general || (usual.contains(String.valueOf(status)) && isWorthSaying(failure)));
  }

  /** What depends on the endpoint, and so may be missing in the documentation of one alone. */
  private static boolean isWorthSaying(Failure failure) {
    Boundary boundary = failure.boundary();
    return failure.raisedBy() == RaisedBy.FRAMEWORK
        ? OF_INPUT.contains(failure.mode()) && !OF_FILTERS.contains(failure.answer().status())
        : boundary != null && boundary.kind() != Boundary.Kind.FRAMEWORK;
  }

  /** Handlers of one file that answer by themselves are mended together. */
  private static Object cause(Row row) {
    Failure failure = row.failure();
    Place origin = failure.origin();
    Object who =
        failure.exception().isEmpty() && origin != null
            ? origin.file()
            : Optional.ofNullable(failure.boundary());
    return List.of(who, failure.answer().status());
  }

  /**
   * Each endpoint and status once, where most endpoints have it in common: one line in its
   * documentation is all that is missing, whoever answers it.
   */
  private static List<Group> covering(List<Group> groups) {
    List<Group> largestFirst =
        groups.stream()
            .sorted(Comparator.comparingInt(group -> -group.endpoints().size()))
            .toList();
    Set<List<Object>> covered = new HashSet<>();
    List<Group> kept = new ArrayList<>();
    for (Group group : largestFirst) {
      List<Row> rest = new ArrayList<>(group.rows());
      rest.removeIf(row -> covered.contains(missing(row)));
      rest.forEach(row -> covered.add(missing(row)));
      if (!rest.isEmpty()) {
        kept.add(new Group(rest));
      }
    }
    return kept;
  }

  private static List<Object> missing(Row row) {
    return List.of(Optional.ofNullable(row.endpoint()), row.failure().answer().status());
  }

  private Finding missing(Group group, Application application) {
    Place place =
        group.handler(application).map(Endpoint::place).orElseThrow(); // rows are of endpoints
    int status = group.first().answer().status();
    String answering = answering(group);
    String message =
        "the documentation of "
            + group.where()
            + " does not name "
            + status
            + ", which "
            + answering;
    return group.finding(this, severity(), message, place, "", answering + " " + status);
  }

  private static String answering(Group group) {
    Boundary boundary = group.boundary();
    if (boundary == null) {
      return "is answered for " + group.labels();
    }
    if (boundary.kind() == Boundary.Kind.DECLARED_STATUS) {
      return "is the status of " + group.labels();
    }
    if (!group.first().exception().isEmpty()) {
      return boundary.name() + " answers for " + group.labels();
    }
    return group.endpoints().size() == 1 ? boundary.name() + " answers" : "their handlers answer";
  }

  /** One for each status and file; the first place stands for all. */
  private Stream<Finding> idle(Application application) {
    Map<List<String>, List<Idle>> byFile =
        Idle.of(application).stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.response().place().file(), each.response().status()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byFile.values().stream().map(this::idle);
  }

  private Finding idle(List<Idle> all) {
    Response first = all.get(0).response();
    List<Endpoint> endpoints =
        all.stream().flatMap(each -> each.endpoints().stream()).sorted().distinct().toList();
    String message =
        "the documentation of "
            + Names.of(endpoints)
            + " names "
            + first.status()
            + ", which nothing there answers";
    return new Finding(
        id(),
        severity(),
        message,
        first.place(),
        "",
        endpoints,
        null,
        0,
        0,
        "",
        "",
        List.of(),
        Fingerprint.of(List.of(id(), first.place().file(), first.status())));
  }

  /** A documented answer that nothing gives, at all endpoints that share its documentation. */
  private record Idle(Response response, List<Endpoint> endpoints) {
    static List<Idle> of(Application application) {
      Map<Response, List<Contract>> documented = new TreeMap<>();
      for (Contract contract : application.contracts()) {
        for (Response response : contract.documentation().responses()) {
          documented.computeIfAbsent(response, key -> new ArrayList<>()).add(contract);
        }
      }
      List<Idle> idle = new ArrayList<>();
      documented.forEach(
          (response, contracts) -> {
            if (contracts.stream().allMatch(contract -> isIdle(contract, response))) {
              idle.add(new Idle(response, contracts.stream().map(Contract::endpoint).toList()));
            }
          });
      return idle;
    }

    private static boolean isIdle(Contract contract, Response response) {
      return contract.documentation().idle().stream()
          .anyMatch(status -> response.status().equals(String.valueOf(status)));
    }
  }
}
