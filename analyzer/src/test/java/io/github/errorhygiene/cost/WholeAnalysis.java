package io.github.errorhygiene.cost;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.JsonReport;
import io.github.errorhygiene.report.Report;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** One analysis with its JSON report, in a process of its own. */
final class WholeAnalysis {
  private WholeAnalysis() {}

  /** Arguments: root; the directory of the cache, if there is to be one. */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    Path cache = args.length > 1 ? Path.of(args[1]) : null;
    Report report =
        Analysis.run(
            new AnalysisRequest(
                "benchmark", root, List.of(root), List.of(), 2, Policy.DEFAULT, cache),
            Progress.SILENT);
    JsonReport.write(report, Writer.nullWriter());
    Usage.tell(report.health().lines());
  }
}
