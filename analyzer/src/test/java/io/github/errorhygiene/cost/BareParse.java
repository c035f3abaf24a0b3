package io.github.errorhygiene.cost;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parses the files that an analysis reads, and drops the trees: the measure of all costs. */
final class BareParse {
  private static final long STACK_SIZE = 64L << 20;

  private BareParse() {}

  /** Arguments: root; {@code lean} for the settings of the analysis, else JavaParser's own. */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    ThreadLocal<JavaParser> parser =
        ThreadLocal.withInitial(() -> new JavaParser(configuration(args[1].equals("lean"))));
    ExecutorService workers =
        Executors.newFixedThreadPool(2, work -> new Thread(null, work, "parser", STACK_SIZE));
    List<Future<Long>> parsed = new ArrayList<>();
    for (SourceFile file : SourceFiles.find(root, List.of(root)).files()) {
      parsed.add(workers.submit(() -> lines(parser.get(), file)));
    }
    long lines = 0;
    for (Future<Long> each : parsed) {
      lines += each.get();
    }
    workers.shutdown();
    Usage.tell(lines);
  }

  private static ParserConfiguration configuration(boolean lean) {
    ParserConfiguration configuration = new ParserConfiguration();
    if (!lean) {
      return configuration.setLanguageLevel(LanguageLevel.JAVA_21);
    }
    configuration.setLanguageLevel(LanguageLevel.BLEEDING_EDGE).setAttributeComments(false);
    configuration.getProcessors().clear();
    return configuration;
  }

  private static long lines(JavaParser parser, SourceFile file) throws Exception {
    String text = new String(Files.readAllBytes(file.location()), StandardCharsets.UTF_8);
    parser.parse(text);
    return text.lines().count();
  }
}
