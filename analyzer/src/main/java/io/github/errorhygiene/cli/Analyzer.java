package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.report.Report;

/** What analyses; tests put another in place of the real one. */
@FunctionalInterface
interface Analyzer {
  Analyzer REAL = Analysis::run;

  Report run(AnalysisRequest request, Progress progress) throws InputException;
}
