package io.github.errorhygiene.suggest;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the answers that a project lacks, and analyses it with them. */
public final class Suggester {
  /** The rules whose findings a suggestion mends. */
  private static final Set<String> HEADLINE =
      Set.of("missing-request-id", "stolen-status", "uncaught-exception", "wrong-status");

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
    Suggestion slim = suggestion(before, base, mended, false);
    if (slim.left().stream().noneMatch(Suggester::isAboutId)) {
      return slim;
    }
    Suggestion full = suggestion(before, base, mended, true);
    return full.left().size() < slim.left().size() ? full : slim;
  }

  /**
   * Adds boundaries.
   *
   * @param base the analysis of the project with what has been mended at its place
   */
  private Suggestion suggestion(
      Report before, Report base, Map<String, String> mended, boolean filters)
      throws InputException {
    Texts texts = new Texts(request.root(), mended);
    Application application = base.application();
    for (Module module : Module.started(Module.of(application), Starters.of(files, texts))) {
      Writer writer = new Writer(module, application, texts, files);
      Plan plan = new Plan(module, application, texts);
      headline(base).forEach(plan::add);
      boolean everything = plan.isNeeded() && writer.mayTakeEverything();
      if (everything) {
        plan.takeEverything();
      }
      writer.write(plan, everything, filters && plan.requestId());
    }
    Report after =
        texts.changed().isEmpty() ? before : Analysis.run(request, progress, texts.changed());
    List<Finding> findings = headline(before);
    List<Finding> left = headline(after);
    return new Suggestion(
        Document.of(before, findings, left, texts), texts.changed(), findings, left);
  }

  private static List<Finding> headline(Report report) {
    return report.findings().stream().filter(each -> HEADLINE.contains(each.rule())).toList();
  }

  private static boolean isAboutId(Finding finding) {
    return finding.rule().equals("missing-request-id");
  }
}
