package io.github.errorhygiene.suggest;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the answers that a project lacks, and analyses it with them. */
public final class Suggester {
  private final AnalysisRequest request;
  private final Progress progress;
  private final List<String> files;

  private Suggester(AnalysisRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.files =
        SourceFiles.find(request.root(), request.sources()).files().stream()
            .map(SourceFile::path)
            .toList();
  }

  /**
   * What the project should change. It is not changed.
   *
   * @throws InputException as {@link Analysis#run(AnalysisRequest, Progress)}
   */
  public static Suggestion suggest(AnalysisRequest request, Progress progress)
      throws InputException {
    return new Suggester(request, progress).suggestion();
  }

  private Suggestion suggestion() throws InputException {
    Report before = Analysis.run(request, progress);
    Map<String, String> mended = Mends.of(request, progress, before);
    Report base = mended.isEmpty() ? before : Analysis.run(request, progress, mended);
    // a class for everything may be enough for the filters that exist to be run
    Suggestion slim = suggestion(before, base, mended, Futile.NOTHING, List.of());
    List<Finding> lost = slim.left().stream().filter(Suggester::isAboutId).toList();
    Set<String> futile = futile(slim);
    if (futile.isEmpty() && lost.isEmpty()) {
      return slim;
    }
    Suggestion full = full(before, base, mended, futile, lost);
    return futile.isEmpty() && full.left().size() >= slim.left().size() ? slim : full;
  }

  /** With filters: for request ids, and for what no handler is asked for. */
  private Suggestion full(
      Report before,
      Report base,
      Map<String, String> mended,
      Set<String> futile,
      List<Finding> lost)
      throws InputException {
    Futile inHandlers = new Futile(futile, Set.of());
    Suggestion full = suggestion(before, base, mended, inHandlers, lost);
    Set<String> inFilters = new TreeSet<>(futile(full));
    inFilters.retainAll(futile);
    return inFilters.isEmpty()
        ? full
        : suggestion(before, base, mended, new Futile(futile, inFilters), lost);
  }

  /**
   * Exceptions that leave as many endpoints uncaught as before: filters throw them, for example.
   */
  private static Set<String> futile(Suggestion suggestion) {
    Map<String, Long> before = uncaught(suggestion.findings());
    Map<String, Long> after = uncaught(suggestion.left());
    return after.entrySet().stream()
        .filter(each -> each.getValue().equals(before.get(each.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Map<String, Long> uncaught(List<Finding> findings) {
    return findings.stream()
        .filter(each -> each.rule().equals("uncaught-exception"))
        .collect(
            Collectors.groupingBy(
                Finding::exception,
                TreeMap::new,
                Collectors.summingLong(finding -> finding.endpoints().size())));
  }

  /**
   * Adds boundaries.
   *
   * @param base the analysis of the project with what has been mended at its place
   * @param futile exceptions for which none shall be added
   * @param lost findings about request ids that are left without a filter for them
   */
  private Suggestion suggestion(
      Report before, Report base, Map<String, String> mended, Futile futile, List<Finding> lost)
      throws InputException {
    Texts texts = new Texts(request.root(), mended);
    Application application = base.application();
    for (Module module : Module.started(Module.of(application), Starters.of(files, texts))) {
      Writer writer = new Writer(module, application, texts, files);
      Plan plan = new Plan(module, application, texts, futile);
      Rules.headline(base.findings()).forEach(plan::add);
      lost.forEach(plan::addId);
      boolean everything = plan.isNeeded() && writer.mayTakeEverything();
      if (everything) {
        plan.takeEverything();
      }
      writer.write(plan, everything, !lost.isEmpty() && plan.requestId());
    }
    Report after =
        texts.changed().isEmpty() ? before : Analysis.run(request, progress, texts.changed());
    List<Finding> findings = Rules.headline(before.findings());
    List<Finding> left = Rules.headline(after.findings());
    return new Suggestion(Document.of(before, after, texts), texts.changed(), findings, left);
  }

  private static boolean isAboutId(Finding finding) {
    return finding.rule().equals("missing-request-id");
  }
}
