package io.github.errorhygiene.contract;

import java.util.List;

/**
 * One endpoint with all its failures.
 *
 * @param failures sorted, without duplicates
 */
public record Contract(Endpoint endpoint, List<Failure> failures) implements Comparable<Contract> {
  public Contract {
    failures = failures.stream().sorted().distinct().toList();
  }

  @Override
  public int compareTo(Contract other) {
    return endpoint.compareTo(other.endpoint);
  }
}
