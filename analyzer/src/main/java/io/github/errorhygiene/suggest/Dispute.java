package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.remedy.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Exceptions that are thrown where the caller is to blame and also where somebody else is, by
 * themselves or by subclasses: one status for all would blame the wrong one.
 */
final class Dispute {
  private final Lineage lineage;
  private final List<Failure> failures;

  /**
   * A dispute about handlers.
   *
   * @param failures of all endpoints
   */
  Dispute(Lineage lineage, List<Failure> failures) {
    this.lineage = lineage;
    this.failures = failures.stream().filter(Dispute::isOpen).distinct().toList();
  }

  /** Those that blame nobody wrongly. */
  List<Mapping> settled(List<Mapping> mappings) {
    List<Mapping> special =
        mappings.stream()
            .sorted(
                Comparator.comparingInt((Mapping each) -> lineage.depth(each.exception()))
                    .reversed())
            .toList();
    List<Mapping> settled = new ArrayList<>();
    for (Mapping mapping : special) {
      if (failures.stream().noneMatch(failure -> disputes(failure, mapping, settled))) {
        settled.add(mapping);
      }
    }
    return settled;
  }

  /** Whether a handler for the mapping would be asked for the failure, and blame the wrong one. */
  private boolean disputes(Failure failure, Mapping mapping, List<Mapping> closer) {
    return failure.fits() / 100 != mapping.status() / 100
        && !Plan.accepts(failure, mapping.status())
        && lineage.isA(failure.exception(), mapping.exception())
        && closer.stream().noneMatch(each -> lineage.isA(failure.exception(), each.exception()));
  }

  /** Whether a handler that is added would be asked, and it is known what is right. */
  private static boolean isOpen(Failure failure) {
    Boundary boundary = failure.boundary();
    boolean general =
        boundary != null && boundary.kind() == Boundary.Kind.HANDLER && boundary.catchesAll();
    return failure.fits() != 0 && failure.known() && (failure.isUncaught() || general);
  }
}
