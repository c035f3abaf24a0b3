package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Severity;
import io.github.errorhygiene.unit.Gap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report as lines for a build's log or a terminal. The front end puts its own level in front of
 * each; IntelliJ IDEA makes {@code [ERROR] /path/Foo.java:[12,5]} a link.
 */
public final class ConsoleReport {
  private ConsoleReport() {}

  /**
   * One line and how bad it is.
   *
   * @param severity {@code INFO} for the summary, unless files failed to parse
   * @param text without line end
   */
  public record Line(Severity severity, String text) {}

  /** The findings, then the summary. Same report, same lines. */
  public static List<Line> lines(Report report) {
    return Stream.concat(findings(report).stream(), summary(report).stream()).toList();
  }

  /**
   * A line for each finding, worst last so that it is still on the screen; below the last of those
   * that are mended in the same way, how that is.
   */
  public static List<Line> findings(Report report) {
    List<Finding> sorted =
        Stream.of(Severity.values())
            .flatMap(severity -> report.findings().stream().filter(f -> f.severity() == severity))
            .toList();
    Map<String, Finding> last = new HashMap<>();
    sorted.forEach(finding -> last.put(finding.remedy().text(), finding));
    return sorted.stream()
        .flatMap(finding -> lines(finding, report.root(), last.get(finding.remedy().text())))
        .toList();
  }

  private static Stream<Line> lines(Finding finding, Path root, @Nullable Finding last) {
    Line line = line(finding, root);
    String remedy = finding.remedy().text();
    if (remedy.isEmpty() || !finding.equals(last)) {
      return Stream.of(line);
    }
    return Stream.of(line, new Line(finding.severity(), oneLine("    to mend it: " + remedy)));
  }

  private static Line line(Finding finding, Path root) {
    String where = where(finding.place(), root);
    return new Line(finding.severity(), oneLine(where + finding.rule() + " " + text(finding)));
  }

  /** A line for each suppression that suppresses nothing. */
  private static Stream<Line> unused(Report report) {
    return report.health().gaps().stream()
        .filter(gap -> gap.kind() == Gap.Kind.SUPPRESSION)
        .map(gap -> new Line(Severity.WARNING, oneLine(where(gap, report.root()) + gap.message())));
  }

  private static String where(Gap gap, Path root) {
    return where(new Place(gap.file(), gap.position().line(), gap.position().column()), root);
  }

  private static String where(Place place, Path root) {
    String path = root.toAbsolutePath().normalize().resolve(place.file()).toString();
    return path + ":[" + place.line() + "," + place.column() + "] ";
  }

  /**
   * The message, and where the failure arises if that is another line: what tells findings apart
   * that are mended at one place. May have line ends if names in the sources have.
   */
  public static String text(Finding finding) {
    Place origin = finding.origin();
    Place place = finding.place();
    if (origin == null || (origin.file().equals(place.file()) && origin.line() == place.line())) {
      return finding.message();
    }
    String file = origin.file().substring(origin.file().lastIndexOf('/') + 1);
    return finding.message() + " (arises at " + file + ":" + origin.line() + ")";
  }

  /**
   * How much was found, how much of the sources was understood, and which suppressions are idle.
   */
  public static List<Line> summary(Report report) {
    Health health = report.health();
    Severity severity = health.failedFiles() > 0 ? Severity.WARNING : Severity.INFO;
    String found = report.name() + ": " + contracts(report) + ", " + found(report);
    List<Line> summary =
        List.of(new Line(Severity.INFO, oneLine(found)), new Line(severity, understood(health)));
    return Stream.concat(unused(report), summary.stream()).toList();
  }

  private static String contracts(Report report) {
    long rows =
        Stream.concat(
                report.application().contracts().stream().flatMap(c -> c.failures().stream()),
                report.application().failures().stream())
            .count();
    String endpoints = counted(report.application().contracts().size(), "endpoint");
    return endpoints + ", " + counted(rows, "way to fail", "ways to fail");
  }

  private static String found(Report report) {
    int suppressed = report.suppressed().size();
    return told(report) + (suppressed == 0 ? "" : ", " + suppressed + " suppressed");
  }

  private static String told(Report report) {
    if (report.findings().isEmpty()) {
      return "no findings";
    }
    return Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .filter(severity -> count(report, severity) > 0)
        .map(severity -> counted(count(report, severity), severity))
        .collect(Collectors.joining(", "));
  }

  private static long count(Report report, Severity severity) {
    return report.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private static String counted(long n, Severity severity) {
    return severity == Severity.INFO ? counted(n, "hint") : counted(n, severity.label());
  }

  private static String understood(Health health) {
    int parsed = health.files() - health.failedFiles();
    String read = "understood: " + parsed + " of " + counted(health.files(), "file");
    String calls = ", " + share(health) + " of " + counted(health.calls(), "call");
    String gaps = health.gaps().isEmpty() ? "" : ", " + counted(health.gaps().size(), "gap");
    return read + calls + gaps + (health.classPath() ? "" : ", without a class path");
  }

  /** Rounded down, so that 100 % means all. */
  private static String share(Health health) {
    if (health.calls() == 0) {
      return "100.0 %";
    }
    long perMille = 1000L * (health.calls() - health.unresolvedCalls()) / health.calls();
    return String.format(Locale.ROOT, "%d.%d %%", perMille / 10, perMille % 10);
  }

  private static String counted(long n, String noun) {
    return counted(n, noun, noun + "s");
  }

  private static String counted(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** Text from sources must not forge log lines. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
  }
}
