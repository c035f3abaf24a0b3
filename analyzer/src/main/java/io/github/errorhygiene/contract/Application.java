package io.github.errorhygiene.contract;

import java.util.List;

/**
 * What the rules judge: the contracts of one analysed application.
 *
 * @param framework e.g. {@code Spring MVC}; empty if there is no endpoint
 * @param contracts sorted by path and method
 * @param failures rows that belong to no endpoint: unknown path, wrong method
 */
public record Application(String framework, List<Contract> contracts, List<Failure> failures) {
  public Application {
    contracts = contracts.stream().sorted().toList();
    failures = failures.stream().sorted().distinct().toList();
  }
}
