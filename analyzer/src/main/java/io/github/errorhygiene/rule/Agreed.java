package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Failure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The status that is asked for where several would do: who answers an exception gives it one status
 * whatever it was thrown for, so failures that accept each other's are one cause.
 *
 * @param statuses by the failures that agree
 */
record Agreed(Map<Object, Integer> statuses) {
  static Agreed of(List<Row> rows) {
    Map<Object, List<Failure>> agreeing =
        rows.stream().map(Row::failure).collect(Collectors.groupingBy(Agreed::key));
    return new Agreed(
        agreeing.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> commonest(each.getValue()))));
  }

  /** What most of them ask for; the lowest of several. */
  private static int commonest(List<Failure> failures) {
    Map<Integer, Long> counts =
        failures.stream()
            .map(Failure::fits)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == most)
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static Object key(Failure failure) {
    Set<Integer> right = new TreeSet<>(failure.accepted());
    right.add(failure.fits());
    return Arrays.asList(
        failure.boundary() == null ? null : Group.identity(failure.boundary()),
        failure.exception(),
        failure.answer().judged(),
        right);
  }

  /** The status that fits the failure, and those that agree with it. */
  int fits(Failure failure) {
    return Objects.requireNonNullElse(statuses.get(key(failure)), failure.fits());
  }

  /** The same group, with a row in front that asks for what all of them agree on. */
  Group ordered(Group group) {
    return new Group(
        group.rows().stream()
            .sorted(Comparator.comparing(row -> row.failure().fits() != fits(row.failure())))
            .toList());
  }
}
