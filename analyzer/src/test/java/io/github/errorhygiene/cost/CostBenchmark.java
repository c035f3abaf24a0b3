package io.github.errorhygiene.cost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command costs, told as multiples of a bare parse of the same files by processes of the
 * same run; see {@code docs/cost.md}. Asserts nothing of it: machines differ.
 */
class CostBenchmark {
  /** How many files are changed, one after the other. */
  private static final int CHANGES = Integer.getInteger("benchmark.changes", 8);

  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

  /** As the command starts its own Java. */
  private static final List<String> LEAN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** As Surefire tells it; elsewhere that of this process. */
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  /** What an analysis looks at. */
  private static final Set<String> READ =
      Set.of("java", "yml", "yaml", "properties", "xml", "json", "html", "jsp", "ftl", "gradle");

  private final StringBuilder table = new StringBuilder();
  private Path root = Path.of("");
  private Path list = Path.of("");

  @TempDir Path directory;

  @BeforeEach
  void sources() throws Exception {
    root = copy(Path.of(System.getProperty("benchmark.sources", "src/main/java")));
    list = directory.resolve("files");
    Files.write(list, files().stream().map(file -> file.location().toString()).toList());
  }

  @Test
  void cost() throws Exception {
    line("as users start both: no options of Java, JavaParser as it comes");
    measure(List.of(), "documented");
    line("the same options of Java for both: %s, our settings of JavaParser", LEAN);
    measure(LEAN, "lean");
    Usage small = analysis(Stream.concat(LEAN.stream(), Stream.of("-Xmx512m")).toList(), null);
    line("%-44s %8.2f s", "whole analysis in 512 MB", small.seconds());
    Files.writeString(Path.of("target/benchmark.txt"), table);
  }

  private void measure(List<String> options, String settings) throws Exception {
    Usage bare = best(() -> java(options, BareParse.class.getName(), list.toString(), settings));
    row("bare parse", bare, bare);
    Usage cold = best(() -> analysis(options, null));
    row("whole analysis", cold, bare);
    Path cache = Files.createTempDirectory(directory, "cache");
    row("whole analysis that fills a cache", analysis(options, cache), bare);
    row("nothing changed since", best(() -> analysis(options, cache)), cold);
    changed("a line at the top", options, cache, cold, text -> "// changed\n" + text);
    changed("a statement in the last method", options, cache, cold, CostBenchmark::withStatement);
  }

  /** Of the last method that returns something. */
  private static String withStatement(String text) {
    int last = text.lastIndexOf("return ");
    return last < 0
        ? "// changed\n" + text
        : text.substring(0, last) + "if (1 > 2) { throw null; }\n" + text.substring(last);
  }

  /** Runs with the cache of a run before, one of several files changed. */
  private void changed(
      String what, List<String> options, Path cache, Usage cold, UnaryOperator<String> change)
      throws Exception {
    Path kept = onlyFile(cache);
    byte[] filled = Files.readAllBytes(kept);
    List<SourceFile> files = files();
    double seconds = 0;
    int cheap = 0;
    for (int i = 1; i <= CHANGES; i++) {
      Path file = files.get(files.size() * i / (CHANGES + 1)).location();
      byte[] content = Files.readAllBytes(file);
      Files.writeString(file, change.apply(new String(content, ISO_8859_1)), ISO_8859_1);
      Usage usage = analysis(options, cache);
      Files.write(file, content);
      Files.write(kept, filled);
      seconds += usage.seconds() / CHANGES;
      cheap += usage.seconds() < cold.seconds() / 4 ? 1 : 0;
    }
    row(what + ", " + cheap + " of " + CHANGES + " cheap", new Usage(seconds), cold);
  }

  private static Path onlyFile(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.findFirst().orElseThrow();
    }
  }

  /** Something to measure. */
  private interface Measured {
    Usage run() throws Exception;
  }

  /** The run that was disturbed least. */
  private static Usage best(Measured measured) throws Exception {
    Usage best = measured.run();
    for (int i = 1; i < ROUNDS; i++) {
      Usage usage = measured.run();
      best = usage.seconds() < best.seconds() ? usage : best;
    }
    return best;
  }

  private Usage analysis(List<String> options, @Nullable Path cache) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("io.github.errorhygiene.cli.Main");
    arguments.addAll(List.of("--format=json", "--fail-on=never", "--quiet"));
    arguments.add("--output=" + directory.resolve("report"));
    if (cache != null) {
      arguments.add("--cache=" + cache);
    }
    arguments.add(root.toString());
    return java(options, arguments.toArray(new String[0]));
  }

  private static Usage java(List<String> options, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH));
    command.addAll(List.of(arguments));
    return Usage.of(command);
  }

  private List<SourceFile> files() {
    return SourceFiles.find(root, List.of(root)).files();
  }

  private Path copy(Path sources) throws IOException {
    Path copied = Files.createDirectory(directory.resolve("sources"));
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path file : all.filter(CostBenchmark::isRead).toList()) {
        Path target = copied.resolve(sources.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return copied;
  }

  private static boolean isRead(Path file) {
    String name = file.getFileName().toString();
    return READ.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }

  private void row(String what, Usage usage, Usage of) {
    line("%-44s %8.2f s %6.2f", what, usage.seconds(), usage.seconds() / of.seconds());
  }

  private void line(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    System.out.println(line);
    table.append(line).append('\n');
  }
}
