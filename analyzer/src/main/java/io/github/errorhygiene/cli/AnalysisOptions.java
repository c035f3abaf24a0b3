package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands beside the analysis, which analyse as it does. */
final class AnalysisOptions {
  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "PATH",
      description = "As in the analysis.")
  List<String> classPath = new ArrayList<>();

  @Option(names = "--config", paramLabel = "FILE", description = "As in the analysis.")
  @Nullable Path config;

  @Option(names = "--cache", paramLabel = "DIR", description = "As in the analysis.")
  @Nullable Path cache;

  @Option(names = "--stacktrace", description = "Says where in the tool a fault happened.")
  boolean stacktrace;

  @Option(
      names = {"--help", "-h"},
      usageHelp = true,
      description = "Prints this text.")
  boolean helpWanted;

  /**
   * What is to be analysed.
   *
   * @param name of the application, for people; may be empty
   * @throws InputException if the class path is wrong
   */
  AnalysisRequest request(String name, Directories chosen) throws InputException {
    return new AnalysisRequest(
        name,
        chosen.root(),
        chosen.sources(),
        ClassPathOption.entries(classPath),
        2,
        Policy.DEFAULT,
        cache,
        config);
  }
}
