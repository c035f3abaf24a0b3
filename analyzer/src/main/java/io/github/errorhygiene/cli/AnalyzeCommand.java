package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.ConsoleReport;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.report.ReportFormat;
import io.github.errorhygiene.rule.Rules;
import io.github.errorhygiene.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options, and what is done with them. */
@Command(
    name = AnalyzeCommand.NAME,
    description = {
      "Reads the source of a Java HTTP service and says for every endpoint what the client sees when"
          + " something fails, and which of these answers are wrong.",
      ""
    },
    synopsisHeading = "Usage: ",
    customSynopsis = AnalyzeCommand.NAME + " [OPTION]... [DIR]...",
    versionProvider = Version.class,
    sortOptions = false,
    addMethodSubcommands = false,
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:no finding at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:a mistake in the options or the input, such as a directory without Java sources",
      "3:a fault of the tool"
    },
    footer = {
      "",
      "Source that does not parse, types that are missing and jars that are broken do not fail the"
          + " analysis: they are counted in the summary and listed in the report."
    })
final class AnalyzeCommand implements Callable<Integer> {
  static final String NAME = "error-hygiene";

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      defaultValue = ".",
      description =
          "Directories with Java sources: projects of Maven or Gradle with all their modules, or any"
              + " other. Tests and build output are left out, sources that the build has generated are"
              + " read. Paths in reports are relative to DIR, or to what several have in common."
              + " Default: the current directory.")
  List<Path> directories = new ArrayList<>();

  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "PATH",
      description =
          "Jars and class directories that the service runs with; dir/* means all jars in dir. Without"
              + " it, signatures of widely used libraries are used. The project's own compiled classes are"
              + " not looked for: they may be older than its sources.")
  List<String> classPath = new ArrayList<>();

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      defaultValue = "console,html",
      description =
          "Any of ${COMPLETION-CANDIDATES}; all but console are files. Default: ${DEFAULT-VALUE}.")
  Set<Format> formats = new LinkedHashSet<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "error-hygiene-report",
      description = "Where files are written. Default: ${DEFAULT-VALUE}.")
  Path output = Path.of("");

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "The mildest finding that gives exit code 1: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The project's policy. Default: error-hygiene.yml in the directory, or above it in the same"
              + " project. The options below win over it.")
  @Nullable Path config;

  @Option(names = "--disable", split = ",", paramLabel = "RULE", description = "Turns rules off.")
  List<String> disabled = new ArrayList<>();

  @Option(
      names = "--severity",
      split = ",",
      paramLabel = "RULE=SEVERITY",
      description = "Changes a rule's severity to error, warning or info.")
  Map<String, Severity> severities = new LinkedHashMap<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What reports call the project. Default: the directory's name.")
  @Nullable String name;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How many threads read sources; does not change the result. Default: ${DEFAULT-VALUE}.")
  int threads = 2;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keeps what was read of each source file in DIR, so that the next analysis reads only files that"
              + " have changed; does not change the result. Default: nothing is kept.")
  @Nullable Path cache;

  @Option(
      names = "--explain",
      paramLabel = "RULE",
      completionCandidates = RuleIds.Candidates.class,
      description =
          "Prints what a rule means and how to mend what it finds: ${COMPLETION-CANDIDATES}.")
  @Nullable String explained;

  @Option(names = "--quiet", description = "No progress and no summary, findings only.")
  boolean quiet;

  @Option(
      names = "--no-color",
      description = "No colours; so does the environment variable NO_COLOR.")
  boolean plain;

  @Option(names = "--stacktrace", description = "Says where in the tool a fault happened.")
  boolean stacktrace;

  @Option(names = "--version", versionHelp = true, description = "Prints the version.")
  boolean versionWanted;

  @Option(
      names = {"--help", "-h"},
      usageHelp = true,
      description = "Prints this text.")
  boolean helpWanted;

  private final Analyzer analyzer;
  private final Terminal terminal;

  AnalyzeCommand(Analyzer analyzer, Terminal terminal) {
    this.analyzer = analyzer;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InputException, FaultException {
    try {
      return explained == null ? analyze() : explain(explained);
    } catch (OutOfMemoryError e) {
      throw new InputException(
          "not enough memory: give more, for instance with java -Xmx2g -jar …, or name fewer directories");
    } catch (Error e) {
      throw new FaultException(e);
    }
  }

  private int explain(String rule) throws InputException {
    RuleIds.check(rule);
    terminal.out().println(Rules.documentation(rule).strip());
    return ExitCode.FINE;
  }

  private int analyze() throws InputException {
    Directories chosen = Directories.of(directories);
    AnalysisRequest request = request(chosen);
    OutputDirectory files = new OutputDirectory(output, fileFormats());
    files.check();
    Report report = run(request);
    if (report.health().files() == 0) {
      throw new InputException(
          "no Java sources found below "
              + chosen.names()
              + "; test sources and build output do not count");
    }
    tell(report, files.write(report));
    return failOn.accepts(report) ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private AnalysisRequest request(Directories chosen) throws InputException {
    if (threads < 1) {
      throw new InputException("--threads must be at least 1, not " + threads);
    }
    return new AnalysisRequest(
        name == null ? nameOf(chosen.root()) : name,
        chosen.root(),
        chosen.sources(),
        ClassPathOption.entries(classPath),
        threads,
        policy(),
        cache,
        config);
  }

  private Policy policy() throws InputException {
    for (String rule : disabled) {
      RuleIds.check(rule);
    }
    for (String rule : severities.keySet()) {
      RuleIds.check(rule);
    }
    return new Policy(severities, Set.copyOf(disabled));
  }

  private static String nameOf(Path root) {
    Path last = root.getFileName();
    return last == null ? root.toString() : last.toString();
  }

  private Set<ReportFormat> fileFormats() {
    return formats.stream()
        .map(Format::file)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Report run(AnalysisRequest request) throws InputException {
    if (quiet || !terminal.live()) {
      return analyzer.run(request, Progress.SILENT);
    }
    try (LiveProgress progress = new LiveProgress(terminal.err())) {
      return analyzer.run(request, progress);
    }
  }

  private void tell(Report report, List<Path> files) {
    Terminal told = plain ? terminal.withoutColours() : terminal;
    if (formats.contains(Format.CONSOLE)) {
      ConsoleReport.findings(report).forEach(line -> told.line(line.severity(), line.text()));
    }
    if (!quiet) {
      ConsoleReport.summary(report).forEach(line -> told.line(line.severity(), line.text()));
      files.forEach(file -> told.line(Severity.INFO, "Report: " + file));
    }
  }
}
