package io.github.errorhygiene.remedy;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.rule.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about.
 *
 * @param contracts of the endpoints concerned; all if every request is
 * @param failures the rows that it complains of; empty if they cannot be told
 */
public record Subject(List<Contract> contracts, List<Failure> failures) {
  /** The contracts and rows of a finding. */
  public static Subject of(Finding finding, Application application) {
    List<Contract> contracts = contracts(finding, application);
    List<Failure> rows = new ArrayList<>(application.failures());
    if (!finding.endpoints().isEmpty()) {
      rows.clear();
    }
    contracts.forEach(contract -> rows.addAll(contract.failures()));
    List<Failure> meant =
        rows.stream()
            .filter(isMeant(finding))
            .distinct()
            .sorted(Comparator.comparing(failure -> !isTelling(finding, failure)))
            .toList();
    return new Subject(contracts, meant);
  }

  private static List<Contract> contracts(Finding finding, Application application) {
    if (finding.endpoints().isEmpty()) {
      return nearest(finding.place().file(), application.contracts());
    }
    return application.contracts().stream()
        .filter(contract -> finding.endpoints().contains(contract.endpoint()))
        .toList();
  }

  /**
   * Of several frameworks that which serves what lies closest to a file comes first: what is
   * written there is most likely for it.
   */
  private static List<Contract> nearest(String file, List<Contract> contracts) {
    if (contracts.stream().map(Contract::framework).distinct().count() < 2) {
      return contracts;
    }
    return contracts.stream()
        .sorted(
            Comparator.comparingInt(
                contract -> -inCommon(file, contract.endpoint().place().file())))
        .toList();
  }

  /** How many directories two files have in common, from the top. */
  private static int inCommon(String file, String other) {
    Path one = Path.of(file);
    Path two = Path.of(other);
    int common = 0;
    while (common < Math.min(one.getNameCount(), two.getNameCount())
        && one.getName(common).equals(two.getName(common))) {
      common++;
    }
    return common;
  }

  /** At the very place, or a request that every service gets: the best example. */
  private static boolean isTelling(Finding finding, Failure failure) {
    return finding.rule().equals("stolen-status")
        ? failure.summary().equals("unknown path")
        : isAt(finding, failure);
  }

  private static Predicate<Failure> isMeant(Finding finding) {
    Predicate<Failure> same = failure -> isSame(finding, failure);
    return switch (finding.rule()) {
      case "uncaught-exception" ->
          same.or(failure -> arisesWith(finding, failure))
              .and(failure -> failure.isUncaught() && isWrong(finding, failure));
      case "wrong-status" ->
          same.or(failure -> arisesWith(finding, failure))
              .and(failure -> isAt(finding, failure) && isWrong(finding, failure));
      case "stolen-status" ->
          same.and(
              failure ->
                  isAt(finding, failure)
                      && failure.declaredStatus() != 0
                      && failure.verdict() == Verdict.WRONG);
      default -> same;
    };
  }

  private static boolean isSame(Finding finding, Failure failure) {
    return (finding.exception().isEmpty() || finding.exception().equals(failure.exception()))
        && (finding.status() == 0 || finding.status() == failure.answer().status());
  }

  /** One call may fail in several ways that are mended together. */
  private static boolean arisesWith(Finding finding, Failure failure) {
    return finding.origin() != null
        && finding.origin().equals(failure.origin())
        && finding.status() == failure.answer().status();
  }

  private static boolean isWrong(Finding finding, Failure failure) {
    return finding.fits() == 0
        ? failure.verdict() == Verdict.UNKNOWN
        : failure.verdict() == Verdict.WRONG && failure.fits() == finding.fits();
  }

  /** At the boundary that the finding points to, if the boundary is written anywhere. */
  private static boolean isAt(Finding finding, Failure failure) {
    Boundary boundary = failure.boundary();
    return boundary != null
        && (boundary.place() == null || boundary.place().equals(finding.place()));
  }

  /** The boundary of the first row; null if there is none. */
  public @Nullable Boundary boundary() {
    return failures.isEmpty() ? null : failures.get(0).boundary();
  }

  /** Whether the body says what the status does not, and the user accepts it. */
  boolean isEnvelope() {
    return !failures.isEmpty() && failures.get(0).answer().envelope() != null;
  }

  /** The framework of the first endpoint that has one; empty if unknown. */
  String framework() {
    return contracts.stream()
        .map(Contract::framework)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** An endpoint at which it happens, if it is about endpoints. */
  @Nullable Contract example() {
    Stream<Contract> first =
        contracts.stream()
            .filter(contract -> contract.failures().stream().anyMatch(failures::contains));
    return Stream.concat(first, contracts.stream())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
