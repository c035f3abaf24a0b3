package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in the page: anchors, findings by rule, and the finding that belongs to a row of a
 * contract.
 */
final class HtmlIndex {
  /** A finding about all requests stands under {@link #EVERY_REQUEST}. */
  private record Row(String endpoint, String exception, @Nullable Place origin) {}

  private static final String EVERY_REQUEST = "";

  private final List<String> contractIds = new ArrayList<>();
  private final Map<Endpoint, String> endpointIds = new HashMap<>();
  private final Map<String, List<Finding>> byRule = new LinkedHashMap<>();
  private final Map<Row, Finding> byRow = new HashMap<>();

  HtmlIndex(Report report) {
    Set<String> taken = new HashSet<>();
    for (Contract contract : report.application().contracts()) {
      String id = unique(slug(contract.endpoint()), taken);
      contractIds.add(id);
      endpointIds.putIfAbsent(contract.endpoint(), id);
    }
    List<Finding> worstFirst = new ArrayList<>(report.findings());
    worstFirst.sort(
        Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparingInt(HtmlIndex::rank)
            .thenComparing(Finding::rule)
            .thenComparing(Comparator.naturalOrder()));
    for (Finding finding : worstFirst) {
      byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
      rows(finding).forEach(row -> byRow.putIfAbsent(row, finding));
    }
  }

  /** Those that the report is read for come first. */
  private static int rank(Finding finding) {
    int rank = Rules.headline().indexOf(finding.rule());
    return rank < 0 ? Rules.headline().size() : rank;
  }

  private static String slug(Endpoint endpoint) {
    String words = endpoint.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "endpoint-" + (words.endsWith("-") ? words.substring(0, words.length() - 1) : words);
  }

  private static String unique(String slug, Set<String> taken) {
    String id = slug;
    for (int n = 2; !taken.add(id); n++) {
      id = slug + "--" + n;
    }
    return id;
  }

  private static List<Row> rows(Finding finding) {
    if (finding.exception().isEmpty()) {
      return List.of();
    }
    if (finding.endpoints().isEmpty()) {
      return List.of(new Row(EVERY_REQUEST, finding.exception(), finding.origin()));
    }
    return finding.endpoints().stream()
        .map(e -> new Row(e.handler() + e.label(), finding.exception(), finding.origin()))
        .toList();
  }

  /** The anchor of the n-th contract. */
  String contractId(int n) {
    return contractIds.get(n);
  }

  /** The anchor of an endpoint; null if it has no contract. */
  @Nullable String endpointId(Endpoint endpoint) {
    return endpointIds.get(endpoint);
  }

  /** Rules that found something, the worst first, each with its findings, the worst first. */
  Map<String, List<Finding>> byRule() {
    return Collections.unmodifiableMap(byRule);
  }

  /** The worst finding about a row; {@code endpoint} is null for a row of the whole application. */
  @Nullable Finding finding(@Nullable Endpoint endpoint, Failure failure) {
    Finding everywhere = byRow.get(new Row(EVERY_REQUEST, failure.exception(), failure.origin()));
    if (endpoint == null) {
      return everywhere;
    }
    Finding own =
        byRow.get(
            new Row(endpoint.handler() + endpoint.label(), failure.exception(), failure.origin()));
    return own == null ? everywhere : own;
  }

  static String ruleId(String rule) {
    return "rule-" + rule;
  }

  static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  static long count(List<Failure> failures, Verdict verdict) {
    return failures.stream().filter(f -> f.verdict() == verdict).count();
  }

  /** Wrong if any row is, else unknown if any row is. */
  static Verdict worst(List<Failure> failures) {
    if (count(failures, Verdict.WRONG) > 0) {
      return Verdict.WRONG;
    }
    return count(failures, Verdict.UNKNOWN) > 0 ? Verdict.UNKNOWN : Verdict.RIGHT;
  }
}
