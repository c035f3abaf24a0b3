package io.github.errorhygiene.cost;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parses files and drops the trees: the measure of all costs. */
final class BareParse {
  private static final long STACK_SIZE = 64L << 20;

  private BareParse() {}

  /**
   * Arguments: a file that lists the sources; {@code lean} for the settings of the analysis and its
   * two threads, else a file after the other is given to a {@code new JavaParser()}, as its
   * documentation does it.
   */
  public static void main(String[] args) throws Exception {
    List<Path> files = Files.readAllLines(Path.of(args[0])).stream().map(Path::of).toList();
    if (args[1].equals("lean")) {
      parseLean(files);
      return;
    }
    JavaParser parser = new JavaParser();
    for (Path file : files) {
      parser.parse(file);
    }
  }

  private static void parseLean(List<Path> files) throws Exception {
    ThreadLocal<JavaParser> parser =
        ThreadLocal.withInitial(
            () -> {
              ParserConfiguration configuration = new ParserConfiguration();
              configuration.setLanguageLevel(LanguageLevel.BLEEDING_EDGE);
              configuration.setAttributeComments(false);
              configuration.getProcessors().clear();
              return new JavaParser(configuration);
            });
    ExecutorService workers =
        Executors.newFixedThreadPool(2, work -> new Thread(null, work, "parser", STACK_SIZE));
    List<Future<?>> parsed = new ArrayList<>();
    for (Path file : files) {
      // tells whether it parsed: who kept the trees would measure the garbage collector
      parsed.add(workers.submit(() -> parser.get().parse(Files.readString(file)).isSuccessful()));
    }
    for (Future<?> each : parsed) {
      each.get();
    }
    workers.shutdown();
  }
}
