package io.github.errorhygiene.suggest;

import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Finding;
import java.util.List;

/** A patch with a text before it that says what it does and what it leaves. */
final class Document {
  private Document() {}

  static String of(Report report, List<Finding> findings, List<Finding> left, Texts texts) {
    StringBuilder text =
        new StringBuilder("Error Hygiene: error answers for " + oneLine(report.name()) + "\n\n");
    if (texts.changed().isEmpty()) {
      text.append("Nothing is suggested.\n");
    } else {
      text.append("Apply with 'git apply' or 'patch -p1' in the analysed directory, and read it:");
      text.append(" which texts the client sees, and which header names, is for you to decide.\n");
    }
    long mended = findings.size() - (long) left.size();
    text.append("Findings before: " + findings.size() + ", mended: " + Math.max(0, mended) + "\n");
    if (!left.isEmpty()) {
      text.append("\nLeft for you:\n");
      left.stream()
          .map(finding -> before(finding, findings))
          .distinct()
          .forEach(finding -> text.append(line(finding)));
    }
    text.append('\n');
    texts.changed().forEach((path, changed) -> text.append(diff(path, changed, texts)));
    return text.toString();
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

  private static String line(Finding finding) {
    String remedy = finding.remedy().text();
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
