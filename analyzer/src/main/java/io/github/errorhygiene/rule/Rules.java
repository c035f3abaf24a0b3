package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.unit.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All rules, and what is common to judging with them. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AbsentDereferenced(),
          new ErrorAsSuccess(),
          new ExposedDetails(),
          new InconsistentErrorBody(),
          new LateConfiguration(),
          new LostCause(),
          new MissingCatchAll(),
          new MissingRequestId(),
          new MissingRetryAfter(),
          new RetryBlind(),
          new StolenStatus(),
          new SwallowedFailure(),
          new UnboundedBody(),
          new UncaughtException(),
          new UncorrelatedLog(),
          new UndocumentedStatus(),
          new UnloggedError(),
          new UnreachableBoundary(),
          new WrongStatus());

  private static final List<String> HEADLINE =
      List.of("uncaught-exception", "wrong-status", "stolen-status", "missing-request-id");

  private Rules() {}

  /** Sorted by id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The ids of those that all is about, the most telling one first. */
  public static List<String> headline() {
    return HEADLINE;
  }

  /** Those findings that all is about. */
  public static List<Finding> headline(List<Finding> findings) {
    return findings.stream().filter(each -> HEADLINE.contains(each.rule())).toList();
  }

  /**
   * The findings of all rules that are not disabled, sorted, with unique fingerprints.
   *
   * @param severities by rule id, where it differs from the rule's own. A finding that its rule
   *     made milder, because it rests on something unresolved or on less, does not become graver by
   *     it
   * @param disabled ids of rules that are off
   */
  public static List<Finding> judge(
      Application application, Map<String, Severity> severities, Set<String> disabled) {
    return judge(application, new Terms(severities, disabled), List.of()).findings();
  }

  /**
   * The same, without what is suppressed in the sources.
   *
   * @param suppressions of all sources
   */
  public static Judgement judge(
      Application application, Terms terms, List<Suppression> suppressions) {
    List<Finding> findings = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    Map<String, Set<Suppression>> used = new TreeMap<>();
    List<Suppression> counting =
        suppressions.stream()
            .filter(s -> !terms.reasonDemanded() || !s.reason().isEmpty())
            .toList();
    for (Rule rule : ALL) {
      if (!terms.disabled().contains(rule.id())) {
        Severity wanted = terms.severities().getOrDefault(rule.id(), rule.severity());
        List<Suppression> about = counting.stream().filter(s -> s.isAbout(rule.id())).toList();
        Sieve sieve = Sieve.of(rule, application, about);
        sieve.kept().forEach(each -> findings.add(withSeverity(each, rule, wanted)));
        sieve
            .suppressed()
            .forEach(
                each ->
                    suppressed.add(
                        new Suppressed(withSeverity(each.finding(), rule, wanted), each.by())));
        used.put(rule.id(), sieve.used());
      }
    }
    return new Judgement(
        distinguished(findings.stream().sorted().toList()),
        suppressed.stream().sorted().toList(),
        new UnusedSuppressions(used, terms.reasonDemanded()).of(suppressions));
  }

  /**
   * What a rule says, why, a bad and a good example, and how to mend it, as Markdown.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public static String documentation(String id) {
    if (ALL.stream().noneMatch(rule -> rule.id().equals(id))) {
      throw new IllegalArgumentException("there is no rule " + id);
    }
    try (InputStream text = Rules.class.getResourceAsStream(id + ".md")) {
      if (text == null) {
        throw new IllegalStateException("rule " + id + " has no document");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the document of rule " + id, e);
    }
  }

  private static Finding withSeverity(Finding finding, Rule rule, Severity wanted) {
    if (finding.severity() == rule.severity()) {
      return finding.withSeverity(wanted);
    }
    boolean milder = finding.severity().compareTo(wanted) < 0;
    return milder ? finding : finding.withSeverity(wanted);
  }

  private static List<Finding> distinguished(List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    return findings.stream()
        .map(finding -> numbered(finding, seen.merge(finding.fingerprint(), 1, Integer::sum)))
        .toList();
  }

  private static Finding numbered(Finding finding, int occurrence) {
    String fingerprint = Fingerprint.occurrence(finding.fingerprint(), occurrence);
    return finding.withFingerprint(fingerprint);
  }
}
