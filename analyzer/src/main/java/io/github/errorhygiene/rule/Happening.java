package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Incident.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Incidents with one cause, and the endpoints on whose way they happen.
 *
 * @param incidents at least one; the first stands for all
 * @param endpoints sorted
 */
record Happening(List<Incident> incidents, List<Endpoint> endpoints) {
  private record On(Endpoint endpoint, Incident incident) {}

  /** Those of some kinds that {@code counts} holds for, by what {@code key} says. */
  static List<Happening> by(
      Application application,
      Set<Kind> kinds,
      Predicate<Incident> counts,
      Function<Incident, ?> key) {
    Map<Object, List<On>> groups =
        application.contracts().stream()
            .flatMap(
                contract ->
                    contract.incidents().stream()
                        .filter(incident -> !endsUnanswered(contract, incident))
                        .map(incident -> new On(contract.endpoint(), incident)))
            .filter(on -> kinds.contains(on.incident().kind()) && counts.test(on.incident()))
            .collect(
                Collectors.groupingBy(
                    on -> key.apply(on.incident()), LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().map(Happening::of).toList();
  }

  /** A clause that answers nothing is told as what answers wrongly, not as a success. */
  private static boolean endsUnanswered(Contract contract, Incident incident) {
    return contract.failures().stream()
        .filter(failure -> Answer.isNone(failure.answer().status()))
        .map(Failure::boundary)
        .anyMatch(boundary -> boundary != null && incident.place().equals(boundary.place()));
  }

  private static Happening of(List<On> all) {
    return new Happening(
        all.stream().map(On::incident).distinct().toList(),
        all.stream().map(On::endpoint).sorted().distinct().toList());
  }

  Incident first() {
    return incidents.get(0);
  }

  /** {@code GET /orders}, or {@code GET /orders and 3 more endpoints}. */
  String where() {
    return Names.of(endpoints);
  }

  /** The exceptions, {@code IOException or SQLException}. */
  String exceptions() {
    return Names.either(
        Stream.concat(Stream.of(first()), incidents.stream())
            .map(incident -> Names.simple(incident.exception()))
            .distinct()
            .toList());
  }

  /** A status that is answered if nothing fails; 200 if none is known. */
  int success() {
    return endpoints.stream()
        .flatMap(endpoint -> endpoint.success().stream())
        .filter(status -> status < 300)
        .findFirst()
        .orElse(200);
  }
}
