package io.github.errorhygiene.suggest;

import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A patch with a text before it that says what it does and what it leaves. */
final class Document {
  private Document() {}

  /**
   * Writes it.
   *
   * @param after the report on what the patch makes of the sources
   */
  static String of(Report before, Report after, Texts texts) {
    List<Finding> findings = Rules.headline(before.findings());
    List<Finding> left = Rules.headline(after.findings());
    StringBuilder text =
        new StringBuilder("Error Hygiene: error answers for " + oneLine(before.name()) + "\n\n");
    if (texts.changed().isEmpty()) {
      text.append("Nothing is suggested.\n");
    } else {
      text.append("Apply with 'git apply' or 'patch -p1' in the analysed directory, and read it:");
      text.append(" which texts the client sees, and which header names, is for you to decide.\n");
    }
    long mended = findings.size() - (long) left.size();
    text.append("Findings before: " + findings.size() + ", mended: " + Math.max(0, mended) + "\n");
    List<Finding> open =
        left.stream().map(finding -> before(finding, findings)).distinct().toList();
    list(text, "Mended", without(open, findings), each -> "");
    list(text, "Left for you", open, each -> remedy(each, open));
    list(
        text,
        "New, since the added methods do as those that they were copied from",
        brought(before, after),
        each -> each.remedy().text());
    text.append('\n');
    texts.changed().forEach((path, changed) -> text.append(diff(path, changed, texts)));
    return text.toString();
  }

  /** What other rules say of the answers that the patch adds. */
  private static List<Finding> brought(Report before, Report after) {
    return without(before.findings(), after.findings()).stream()
        .filter(each -> !Rules.headline().contains(each.rule()))
        .filter(each -> each.severity() != Severity.INFO)
        .toList();
  }

  private static List<Finding> without(List<Finding> known, List<Finding> findings) {
    Set<String> fingerprints = known.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    return findings.stream().filter(each -> !fingerprints.contains(each.fingerprint())).toList();
  }

  private static void list(
      StringBuilder text, String title, List<Finding> findings, Function<Finding, String> remedy) {
    if (!findings.isEmpty()) {
      text.append("\n" + title + ":\n");
      findings.forEach(finding -> text.append(line(finding, remedy.apply(finding))));
    }
  }

  /** No handler can tell one failure from another by an exception that both raise. */
  private static String remedy(Finding finding, List<Finding> open) {
    boolean disputed =
        !finding.exception().isEmpty()
            && finding.fits() != 0
            && open.stream()
                .filter(each -> each.exception().equals(finding.exception()) && each.fits() != 0)
                .anyMatch(each -> each.fits() / 100 != finding.fits() / 100);
    return disputed
        ? "catch it where it arises, and throw an exception of your own that has its own status:"
            + " elsewhere the same exception is somebody else's fault, and a handler cannot tell"
        : finding.remedy().text();
  }

  /** As it is told without the patch, whose files do not exist yet. */
  private static Finding before(Finding left, List<Finding> findings) {
    boolean known =
        findings.stream().anyMatch(each -> each.fingerprint().equals(left.fingerprint()));
    List<Finding> candidates = known ? List.of(left) : findings;
    return candidates.stream()
        .filter(each -> !each.exception().isEmpty() && each.exception().equals(left.exception()))
        .filter(each -> each.endpoints().equals(left.endpoints()))
        .filter(each -> !each.rule().equals("missing-request-id"))
        .findFirst()
        .orElse(left);
  }

  private static String line(Finding finding, String remedy) {
    return "  "
        + oneLine(finding.place().file() + ":" + finding.place().line())
        + " "
        + finding.rule()
        + " "
        + oneLine(finding.message())
        + (remedy.isEmpty() ? "" : "; to mend it: " + oneLine(remedy))
        + "\n";
  }

  private static String diff(String path, String changed, Texts texts) {
    return texts
        .original(path)
        .map(before -> Patch.changed(path, before, changed))
        .orElseGet(() -> Patch.added(path, changed));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
