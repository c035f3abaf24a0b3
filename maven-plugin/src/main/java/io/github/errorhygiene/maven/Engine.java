package io.github.errorhygiene.maven;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.report.Report;

/** What analyses; tests put another in place of {@code Analysis::run}. */
@FunctionalInterface
interface Engine {
  Report run(AnalysisRequest request, Progress progress) throws InputException;
}
