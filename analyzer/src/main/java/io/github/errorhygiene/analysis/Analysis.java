package io.github.errorhygiene.analysis;

import io.github.errorhygiene.report.Report;

/** The whole way from sources to verdicts. */
public final class Analysis {
  private Analysis() {}

  /**
   * Analyses; never throws for bad source, broken jars or missing types: they become gaps of the
   * report.
   *
   * @throws InputException if the root or a named source does not exist or is of the wrong kind;
   *     the message says which and what to do
   */
  public static Report run(AnalysisRequest request, Progress progress) throws InputException {
    throw new IllegalStateException("SKELETON");
  }
}
