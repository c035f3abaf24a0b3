package io.github.errorhygiene.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules judge: the contracts of one analysed application.
 *
 * @param framework e.g. {@code Spring MVC}; empty if there is no endpoint
 * @param contracts sorted by path and method
 * @param failures rows that belong to no endpoint: unknown path, wrong method
 * @param boundaries what the application has declared for exceptions, whether or not they arise;
 *     sorted
 * @param idle those of them that are for exceptions of the application of which nothing in the
 *     sources makes an object; sorted
 * @param settings those that make the framework's own error answers show internals; sorted
 * @param traits what its libraries are, as far as code that is written for it must know: {@code
 *     jakarta-servlet}, {@code slf4j}
 */
public record Application(
    String framework,
    List<Contract> contracts,
    List<Failure> failures,
    List<Boundary> boundaries,
    List<Boundary> idle,
    List<Setting> settings,
    SortedSet<String> traits) {
  public Application {
    contracts = contracts.stream().sorted().toList();
    failures = failures.stream().sorted().distinct().toList();
    boundaries = boundaries.stream().sorted().distinct().toList();
    idle = idle.stream().sorted().distinct().toList();
    settings = settings.stream().sorted().distinct().toList();
    traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
  }

  /** An application without such settings, of whose libraries nothing is known. */
  public Application(
      String framework,
      List<Contract> contracts,
      List<Failure> failures,
      List<Boundary> boundaries,
      List<Boundary> idle) {
    this(framework, contracts, failures, boundaries, idle, List.of(), Collections.emptySortedSet());
  }

  /** An application that declares no boundaries either. */
  public Application(String framework, List<Contract> contracts, List<Failure> failures) {
    this(framework, contracts, failures, List.of(), List.of());
  }

  /** Several as one. */
  public static Application joined(List<Application> parts) {
    return new Application(
        parts.stream()
            .map(Application::framework)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", ")),
        all(parts, Application::contracts),
        all(parts, Application::failures),
        all(parts, Application::boundaries),
        all(parts, Application::idle),
        all(parts, Application::settings),
        parts.stream()
            .flatMap(part -> part.traits().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static <T> List<T> all(List<Application> parts, Function<Application, List<T>> what) {
    return parts.stream().flatMap(part -> what.apply(part).stream()).distinct().toList();
  }

  /**
   * The applications of which it is made, each by itself, without the rows that belong to no
   * endpoint: nobody knows whose those are. Itself if it is one.
   */
  public List<Application> servers() {
    if (names().count() < 2) {
      return List.of(this);
    }
    Map<String, List<Contract>> byServer =
        contracts.stream()
            .collect(
                Collectors.groupingBy(
                    contract -> contract.endpoint().server(), TreeMap::new, Collectors.toList()));
    return byServer.values().stream().map(this::server).toList();
  }

  private Stream<String> names() {
    return contracts.stream()
        .map(contract -> contract.endpoint().server())
        .filter(name -> !name.isEmpty())
        .distinct();
  }

  /** The same without the name of its application, if it has but one. */
  public Application unnamedIfAlone() {
    return names().count() > 1
        ? this
        : withContracts(
            contracts.stream().map(each -> each.with(each.endpoint().withoutServer())).toList());
  }

  private Application server(List<Contract> own) {
    return new Application(framework, own, List.of(), boundaries, idle, settings, traits);
  }

  /** The same with these settings. */
  public Application with(List<Setting> found) {
    return new Application(framework, contracts, failures, boundaries, idle, found, traits);
  }

  /** The same with these traits. */
  public Application withTraits(SortedSet<String> found) {
    return new Application(framework, contracts, failures, boundaries, idle, settings, found);
  }

  /** The same application with other contracts. */
  public Application withContracts(List<Contract> others) {
    return new Application(framework, others, failures, boundaries, idle, settings, traits);
  }
}
