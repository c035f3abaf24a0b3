package io.github.errorhygiene.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
 * @param general rows that belong to no endpoint, by the application that answers them: unknown
 *     path, wrong method; under an empty name if there is one application, or nobody knows whose
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
    SortedMap<String, List<Failure>> general,
    List<Boundary> boundaries,
    List<Boundary> idle,
    List<Setting> settings,
    SortedSet<String> traits) {
  public Application {
    contracts = contracts.stream().sorted().toList();
    general = sorted(general);
    boundaries = boundaries.stream().sorted().distinct().toList();
    idle = idle.stream().sorted().distinct().toList();
    settings = settings.stream().sorted().distinct().toList();
    traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
  }

  private static SortedMap<String, List<Failure>> sorted(Map<String, List<Failure>> rows) {
    SortedMap<String, List<Failure>> sorted = new TreeMap<>();
    rows.forEach((server, own) -> sorted.put(server, own.stream().sorted().distinct().toList()));
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** An application without such settings, of whose libraries nothing is known. */
  public Application(
      String framework,
      List<Contract> contracts,
      List<Failure> failures,
      List<Boundary> boundaries,
      List<Boundary> idle) {
    this(
        framework,
        contracts,
        new TreeMap<>(Map.of("", failures)),
        boundaries,
        idle,
        List.of(),
        Collections.emptySortedSet());
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
        general(parts),
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

  private static SortedMap<String, List<Failure>> general(List<Application> parts) {
    SortedMap<String, List<Failure>> all = new TreeMap<>();
    for (Application part : parts) {
      part.general().forEach((server, own) -> all.merge(server, own, Application::both));
    }
    return all;
  }

  private static List<Failure> both(List<Failure> some, List<Failure> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Rows that belong to no endpoint: unknown path, wrong method. */
  public List<Failure> failures() {
    return general.values().stream().flatMap(List::stream).sorted().distinct().toList();
  }

  /** The applications of which it is made, each by itself. Itself if it is one. */
  public List<Application> servers() {
    if (names().count() < 2) {
      return List.of(this);
    }
    Map<String, List<Contract>> byServer =
        contracts.stream()
            .collect(
                Collectors.groupingBy(
                    contract -> contract.endpoint().server(), TreeMap::new, Collectors.toList()));
    return byServer.entrySet().stream().map(e -> server(e.getKey(), e.getValue())).toList();
  }

  private Stream<String> names() {
    return contracts.stream()
        .map(contract -> contract.endpoint().server())
        .filter(name -> !name.isEmpty())
        .distinct();
  }

  /** The same without the name of its application, if it has but one. */
  public Application unnamedIfAlone() {
    if (names().count() > 1) {
      return this;
    }
    List<Contract> unnamed =
        contracts.stream().map(each -> each.with(each.endpoint().withoutServer())).toList();
    return withContracts(unnamed).answering(new TreeMap<>(Map.of("", failures())));
  }

  private Application server(String name, List<Contract> own) {
    SortedMap<String, List<Failure>> rows = new TreeMap<>();
    rows.put(name, general.getOrDefault(name, List.of()));
    return withContracts(own).answering(rows);
  }

  private Application answering(SortedMap<String, List<Failure>> rows) {
    return new Application(framework, contracts, rows, boundaries, idle, settings, traits);
  }

  /** The same, which answers what belongs to no endpoint under this name. */
  public Application named(String server) {
    return answering(new TreeMap<>(Map.of(server, failures())));
  }

  /** The same with these settings. */
  public Application with(List<Setting> found) {
    return new Application(framework, contracts, general, boundaries, idle, found, traits);
  }

  /** The same with these traits. */
  public Application withTraits(SortedSet<String> found) {
    return new Application(framework, contracts, general, boundaries, idle, settings, found);
  }

  /** The same application with other contracts. */
  public Application withContracts(List<Contract> others) {
    return new Application(framework, others, general, boundaries, idle, settings, traits);
  }
}
