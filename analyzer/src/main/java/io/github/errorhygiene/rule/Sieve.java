package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Suppression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one rule complains about, without what is suppressed. A suppression takes away what lies in
 * the lines that it covers: the place of a finding; an endpoint's handler, and so that endpoint;
 * the origin of a failure, and so the failures that arise there. What else the finding is about is
 * told still.
 *
 * @param kept what is told
 * @param suppressed what is not
 * @param used the suppressions without which more would be told
 */
record Sieve(List<Finding> kept, List<Suppressed> suppressed, Set<Suppression> used) {
  /**
   * Judges with one rule.
   *
   * @param suppressions those about the rule
   */
  static Sieve of(Rule rule, Application application, List<Suppression> suppressions) {
    List<Finding> all = rule.judge(application);
    Sieve sieve = new Sieve(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    if (suppressions.isEmpty()) {
      sieve.kept.addAll(all);
      return sieve;
    }
    List<Finding> rest = new ArrayList<>(rule.judge(without(suppressions, application)));
    for (Finding finding : all) {
      sieve.add(finding, take(finding, rest), suppressions);
    }
    for (Suppression each : suppressions) {
      if (!sieve.used.contains(each)
          && !rule.judge(without(List.of(each), application)).containsAll(all)) {
        sieve.used.add(each);
      }
    }
    return sieve;
  }

  /**
   * Sorts a finding.
   *
   * @param left what remains of it without the rows that are suppressed; null if nothing does
   */
  private void add(Finding finding, @Nullable Finding left, List<Suppression> suppressions) {
    if (left != null) {
      Optional<Suppression> at = covering(left.place(), suppressions);
      at.ifPresent(used::add);
      at.ifPresentOrElse(by -> suppressed.add(new Suppressed(left, by)), () -> kept.add(left));
      return;
    }
    Suppression by =
        covering(finding.place(), suppressions)
            .or(() -> covering(finding.origin(), suppressions))
            .or(() -> coveringEndpoint(finding, suppressions))
            .orElse(suppressions.get(0));
    suppressed.add(new Suppressed(finding, by));
  }

  private static Optional<Suppression> coveringEndpoint(
      Finding finding, List<Suppression> suppressions) {
    return finding.endpoints().stream()
        .flatMap(endpoint -> covering(endpoint.place(), suppressions).stream())
        .findFirst();
  }

  private static Optional<Suppression> covering(
      @Nullable Place place, List<Suppression> suppressions) {
    return place == null
        ? Optional.empty()
        : suppressions.stream().filter(each -> each.covers(place.file(), place.line())).findFirst();
  }

  /** Takes what remains of a finding out of the findings that remain. */
  private static @Nullable Finding take(Finding finding, List<Finding> rest) {
    Optional<Finding> same =
        rest.stream()
            .filter(each -> each.fingerprint().equals(finding.fingerprint()))
            .findFirst()
            .or(() -> rest.stream().filter(each -> isPart(each, finding)).findFirst());
    same.ifPresent(rest::remove);
    return same.orElse(null);
  }

  /** The same cause at fewer endpoints: the first of them is in the fingerprint. */
  private static boolean isPart(Finding part, Finding whole) {
    return !part.endpoints().isEmpty()
        && part.exception().equals(whole.exception())
        && Objects.equals(part.origin(), whole.origin())
        && whole.endpoints().containsAll(part.endpoints());
  }

  private static Application without(List<Suppression> suppressions, Application application) {
    List<Contract> contracts =
        application.contracts().stream()
            .filter(each -> covering(each.endpoint().place(), suppressions).isEmpty())
            .map(each -> without(suppressions, each))
            .toList();
    return application.withContracts(contracts);
  }

  private static Contract without(List<Suppression> suppressions, Contract contract) {
    List<Failure> failures =
        contract.failures().stream()
            .filter(failure -> covering(failure.origin(), suppressions).isEmpty())
            .toList();
    return contract.withFailures(failures);
  }
}
