package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.report.Tool;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of the command line. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(LeanJava.run(args).orElseGet(() -> run(Analyzer.REAL, Terminal.ofProcess(), args)));
  }

  /** The exit code; never throws. */
  static int run(Analyzer analyzer, Terminal terminal, String... args) {
    AnalyzeCommand command = new AnalyzeCommand(analyzer, terminal);
    ExplainCommand explanation = new ExplainCommand(analyzer, terminal);
    SuggestCommand suggestion = new SuggestCommand(terminal);
    CommandLine line = new CommandLine(command);
    if (Stream.of(args).anyMatch(Main::mayNeedSubcommands)) {
      line.addSubcommand(explanation).addSubcommand(suggestion);
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(terminal, args)))
        .setParameterExceptionHandler((mistake, given) -> complain(mistake, terminal))
        .setExecutionExceptionHandler(
            (failure, at, parsed) ->
                fail(
                    failure,
                    command.stacktrace
                        || explanation.options.stacktrace
                        || suggestion.options.stacktrace,
                    terminal))
        .execute(args);
  }

  /**
   * To set them up takes longer than to read all options: they are named, or listed by the help.
   */
  private static boolean mayNeedSubcommands(String arg) {
    boolean listed = arg.startsWith("-h") || arg.startsWith("--h");
    boolean elsewhere = arg.startsWith("@");
    return listed
        || elsewhere
        || arg.equals(ExplainCommand.NAME)
        || arg.equals(SuggestCommand.NAME);
  }

  /** Known before the options are read, for the help text. */
  private static Ansi ansi(Terminal terminal, String[] args) {
    boolean plain = List.of(args).contains("--no-color");
    return terminal.colours() && !plain ? Ansi.ON : Ansi.OFF;
  }

  private static int complain(ParameterException mistake, Terminal terminal) {
    terminal.error(String.valueOf(mistake.getMessage()));
    UnmatchedArgumentException.printSuggestions(mistake, terminal.err());
    terminal.err().println("'" + AnalyzeCommand.NAME + " --help' lists the options.");
    return ExitCode.MISTAKE;
  }

  private static int fail(Exception failure, boolean stacktrace, Terminal terminal) {
    if (failure instanceof InputException) {
      terminal.error(String.valueOf(failure.getMessage()));
      return ExitCode.MISTAKE;
    }
    Throwable cause = failure instanceof FaultException fault ? fault.error() : failure;
    terminal.error(
        cause + "\nThis is a fault of " + Tool.NAME + "; please report it: " + Tool.ISSUES);
    if (stacktrace) {
      cause.printStackTrace(terminal.err());
    } else {
      terminal.err().println("With --stacktrace, it says where it happened.");
    }
    return ExitCode.FAULT;
  }
}
