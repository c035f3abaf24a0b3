package io.github.errorhygiene.contract;

import java.util.List;

/**
 * One endpoint with all its failures.
 *
 * @param failures sorted, without duplicates
 * @param unexpected how a failure that nobody thought of is answered, a {@code RuntimeException}
 *     that leaves the handler, and then what clauses for all exceptions on its way answer; empty if
 *     that is not known
 * @param incidents what happens on its way and no failure shows; sorted, without duplicates
 * @param framework the endpoint's, e.g. {@code Spring MVC}; empty if unknown
 * @param documentation what is documented of its answers
 */
public record Contract(
    Endpoint endpoint,
    List<Failure> failures,
    List<Reaction> unexpected,
    List<Incident> incidents,
    String framework,
    Documentation documentation)
    implements Comparable<Contract> {
  public Contract {
    failures = failures.stream().sorted().distinct().toList();
    unexpected = List.copyOf(unexpected);
    incidents = incidents.stream().sorted().distinct().toList();
  }

  /** One of which neither the framework nor any documentation is known. */
  public Contract(
      Endpoint endpoint,
      List<Failure> failures,
      List<Reaction> unexpected,
      List<Incident> incidents) {
    this(endpoint, failures, unexpected, incidents, "", Documentation.NONE);
  }

  /** One on whose way nothing happens that no failure shows. */
  public Contract(Endpoint endpoint, List<Failure> failures, List<Reaction> unexpected) {
    this(endpoint, failures, unexpected, List.of());
  }

  /** A contract that does not say how unexpected failures are answered either. */
  public Contract(Endpoint endpoint, List<Failure> failures) {
    this(endpoint, failures, List.of());
  }

  /** The same contract of another endpoint. */
  public Contract with(Endpoint other) {
    return new Contract(other, failures, unexpected, incidents, framework, documentation);
  }

  /** The same contract with other failures. */
  public Contract withFailures(List<Failure> others) {
    return new Contract(endpoint, others, unexpected, incidents, framework, documentation);
  }

  /** The same contract, of which that is documented. */
  public Contract with(Documentation found) {
    return new Contract(endpoint, failures, unexpected, incidents, framework, found);
  }

  @Override
  public int compareTo(Contract other) {
    return endpoint.compareTo(other.endpoint);
  }
}
