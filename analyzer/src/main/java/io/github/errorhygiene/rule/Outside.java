package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What befalls the service from outside: calls of others that fail in the same ways have one cause,
 * however many exceptions there are for it.
 *
 * @param exceptions by where they arise
 */
record Outside(Map<Place, Set<String>> exceptions) {
  private static final Set<FailureMode> MODES =
      Set.of(FailureMode.UPSTREAM_ERROR, FailureMode.UPSTREAM_TIMEOUT, FailureMode.UNAVAILABLE);

  static Outside of(List<Row> rows) {
    return new Outside(
        rows.stream()
            .map(Row::failure)
            .filter(Outside::isOne)
            .collect(
                Collectors.groupingBy(
                    failure -> Objects.requireNonNull(failure.origin()),
                    Collectors.mapping(Failure::exception, Collectors.toSet()))));
  }

  private static boolean isOne(Failure failure) {
    return failure.origin() != null && MODES.contains(failure.mode());
  }

  /** Equal for calls that fail in the same ways; {@code otherwise} for what is none. */
  Object cause(Failure failure, Object otherwise) {
    return isOne(failure) ? exceptions.getOrDefault(failure.origin(), Set.of()) : otherwise;
  }
}
