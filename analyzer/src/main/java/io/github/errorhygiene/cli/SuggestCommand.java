package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.suggest.Suggester;
import io.github.errorhygiene.suggest.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the error answers that a project lacks, as a patch. */
@Command(
    name = SuggestCommand.NAME,
    description = {
      "Writes the error answers that a project lacks as a patch: the handlers of exceptions, with a"
          + " log and Retry-After where they fit, and a filter for request ids. The project is not"
          + " changed. Says which findings the patch leaves. For Spring, JAX-RS, Micronaut, Javalin"
          + " and Spark.",
      ""
    },
    synopsisHeading = "Usage: ",
    customSynopsis = AnalyzeCommand.NAME + " suggest [OPTION]... [DIR]...",
    sortOptions = false)
final class SuggestCommand implements Callable<Integer> {
  static final String NAME = "suggest";

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      defaultValue = ".",
      description = "Directories with Java sources. Default: the current directory.")
  List<Path> directories = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "error-hygiene-report/suggest.patch",
      description = "Where the patch is written. Default: ${DEFAULT-VALUE}.")
  Path output = Path.of("");

  @Mixin AnalysisOptions options = new AnalysisOptions();

  private final Terminal terminal;

  SuggestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InputException {
    Directories chosen = Directories.of(directories);
    Suggestion suggestion =
        Suggester.suggest(options.request(name(chosen), chosen), Progress.SILENT);
    write(suggestion.patch());
    suggestion.summary().lines().forEach(terminal.out()::println);
    terminal.out().println("Patch: " + output);
    return ExitCode.FINE;
  }

  private void write(String patch) throws InputException {
    try {
      Path directory = output.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(output, patch);
    } catch (IOException e) {
      throw new InputException("cannot write " + output + ": " + e.getMessage());
    }
  }

  private static String name(Directories chosen) {
    Path name = chosen.root().toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }
}
