package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why: of one endpoint's rows, or of a rule. */
@Command(
    name = ExplainCommand.NAME,
    description = {
      "Says why an endpoint's failures are answered as they are: the calls that lead there, who was"
          + " asked to answer, who did, and what would fit; or what a rule means.",
      ""
    },
    synopsisHeading = "Usage: ",
    customSynopsis = {
      AnalyzeCommand.NAME + " explain [OPTION]... 'METHOD /path' [DIR]...",
      "       " + AnalyzeCommand.NAME + " explain RULE"
    },
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  static final String NAME = "explain";

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description =
          "An endpoint as reports name it, e.g. 'GET /orders/{id}', its path, or a rule's id.")
  String what = "";

  @Parameters(
      index = "1..*",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Directories with Java sources. Default: the current directory.")
  List<Path> directories = new ArrayList<>();

  @Option(
      names = "--exception",
      paramLabel = "NAME",
      description = "Only failures by this exception, with or without its package.")
  @Nullable String exception;

  @Mixin AnalysisOptions options = new AnalysisOptions();

  private final Analyzer analyzer;
  private final Terminal terminal;

  ExplainCommand(Analyzer analyzer, Terminal terminal) {
    this.analyzer = analyzer;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InputException {
    if (what.indexOf('/') < 0) {
      RuleIds.check(what);
      terminal.out().println(Rules.documentation(what).strip());
      return ExitCode.FINE;
    }
    Report report = analyzer.run(options.request("", Directories.of(directories)), Progress.SILENT);
    new Explained(what, exception).lines(report).forEach(terminal.out()::println);
    return ExitCode.FINE;
  }
}
