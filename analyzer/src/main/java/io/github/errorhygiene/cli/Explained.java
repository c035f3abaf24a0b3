package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.report.Explanation;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.SourceDirectory;
import io.github.errorhygiene.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that somebody asked about.
 *
 * @param endpoint as typed: {@code GET /orders/{id}}, or the path alone
 * @param exception as typed, with or without its package; null for all
 */
record Explained(String endpoint, @Nullable String exception) {
  private static final int SUGGESTIONS = 3;

  /**
   * The proof of what was asked for.
   *
   * @throws InputException if there is no such endpoint, or no such failure at it; names those that
   *     may be meant
   */
  List<String> lines(Report report) throws InputException {
    List<String> lines = new ArrayList<>();
    for (Contract contract : contracts(report.application())) {
      List<Failure> failures = failures(contract, report.application());
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(Explanation.lines(contract, failures, new SourceDirectory(report.root())));
    }
    return lines;
  }

  private List<Contract> contracts(Application application) throws InputException {
    List<Contract> all = application.contracts();
    List<Contract> named = all.stream().filter(c -> isMeant(c.endpoint().label())).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Contract> onPath = all.stream().filter(c -> isMeant(c.endpoint().path())).toList();
    if (onPath.isEmpty()) {
      List<String> labels = all.stream().map(c -> c.endpoint().label()).distinct().toList();
      throw new InputException("there is no endpoint '" + endpoint + "'" + meant(endpoint, labels));
    }
    return onPath;
  }

  /** Names of path variables do not count. */
  private boolean isMeant(String label) {
    return normal(label).equals(normal(endpoint));
  }

  private static String normal(String label) {
    return label
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll("\\{[^}]*}", "{}")
        .toUpperCase(Locale.ROOT);
  }

  private List<Failure> failures(Contract contract, Application application) throws InputException {
    if (exception == null) {
      return contract.failures();
    }
    List<Failure> all =
        Stream.concat(contract.failures().stream(), application.failures().stream()).toList();
    List<Failure> named = all.stream().filter(f -> isMeant(f, exception)).toList();
    if (named.isEmpty()) {
      List<String> names =
          all.stream()
              .map(f -> simple(f.exception()))
              .filter(name -> !name.isEmpty())
              .distinct()
              .toList();
      throw new InputException(
          contract.endpoint().label()
              + " has no failure by '"
              + exception
              + "'"
              + meant(simple(exception), names));
    }
    return named;
  }

  private static boolean isMeant(Failure failure, String typed) {
    return failure.exception().equals(typed) || simple(failure.exception()).equals(typed);
  }

  private static String simple(String exception) {
    return exception.substring(exception.lastIndexOf('.') + 1);
  }

  private static String meant(String typed, List<String> names) {
    return names.isEmpty()
        ? "; none is known"
        : "; did you mean "
            + String.join(", ", Nearest.to(typed, names).stream().limit(SUGGESTIONS).toList())
            + "?";
  }
}
