package io.github.errorhygiene.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an analysis costs, told as multiples of a bare parse of the same files by processes of the
 * same run; see {@code docs/cost.md}. Asserts nothing of it: machines differ.
 */
class CostBenchmark {
  /** How many files are changed, one after the other. */
  private static final int CHANGES = Integer.getInteger("benchmark.changes", 8);

  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
  private static final List<String> OPTIONS =
      List.of(System.getProperty("benchmark.jvm", "").split(" ", -1));

  /** As Surefire tells it; elsewhere that of this process. */
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  /** What an analysis looks at. */
  private static final Set<String> READ =
      Set.of("java", "yml", "yaml", "properties", "xml", "json");

  private final StringBuilder table = new StringBuilder();

  @TempDir Path directory;

  @Test
  void cost() throws Exception {
    Path root = copy(Path.of(System.getProperty("benchmark.sources", "src/main/java")));
    Usage bare = best(() -> fork(BareParse.class, List.of(), root, "lean"));
    row("bare parse, our settings", bare, bare);
    row(
        "bare parse, JavaParser's settings",
        best(() -> fork(BareParse.class, List.of(), root, "default")),
        bare);
    Usage cold = best(() -> fork(WholeAnalysis.class, List.of(), root));
    row("whole analysis", cold, bare);
    row("… filling a cache", best(() -> filled(root)), bare);
    changed(root, cold, bare);
    row("whole analysis in 512 MB", fork(WholeAnalysis.class, List.of("-Xmx512m"), root), bare);
    Files.writeString(Path.of("target/benchmark.txt"), table);
  }

  /** Something to measure. */
  private interface Measured {
    Usage run() throws Exception;
  }

  /** The run that was disturbed least. */
  private static Usage best(Measured measured) throws Exception {
    List<Usage> all = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      all.add(measured.run());
    }
    return all.stream().min(Comparator.comparingLong(Usage::cpu)).orElseThrow();
  }

  private Usage filled(Path root) throws Exception {
    Path cache = Files.createTempDirectory(directory, "cache");
    return fork(WholeAnalysis.class, List.of(), root, cache.toString());
  }

  /** Runs with the cache of a run before: nothing changed, and one of several files moved. */
  private void changed(Path root, Usage cold, Usage bare) throws Exception {
    Path cache = Files.createTempDirectory(directory, "cache");
    Usage first = fork(WholeAnalysis.class, List.of(), root, cache.toString());
    Path kept = onlyFile(cache);
    byte[] filled = Files.readAllBytes(kept);
    Usage same = best(() -> fork(WholeAnalysis.class, List.of(), root, cache.toString()));
    row("… nothing changed since", same, bare);
    List<SourceFile> files = SourceFiles.find(root, List.of(root)).files();
    double seconds = 0;
    int taken = 0;
    for (int i = 1; i <= CHANGES; i++) {
      Path file = files.get(files.size() * i / (CHANGES + 1)).location();
      Usage changed = changed(file, () -> fork(WholeAnalysis.class, List.of(), root, cache + ""));
      assertThat(changed.lines()).isEqualTo(first.lines() + 1);
      Files.write(kept, filled);
      seconds += changed.seconds() / CHANGES;
      taken += changed.seconds() < cold.seconds() / 4 ? 1 : 0;
      row("… one file changed since", changed, bare);
    }
    line("nothing changed / whole analysis: %.2f", same.seconds() / cold.seconds());
    line(
        "one file changed / whole analysis: %.2f, mean of %d files, %d of them cheap",
        seconds / cold.seconds(), CHANGES, taken);
  }

  /** All of the file moves by a line, so that nothing in it that is looked at stays the same. */
  private static Usage changed(Path file, Measured measured) throws Exception {
    byte[] content = Files.readAllBytes(file);
    Files.writeString(file, "// changed\n" + new String(content, UTF_8));
    Usage usage = measured.run();
    Files.write(file, content);
    return usage;
  }

  private static Path onlyFile(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.findFirst().orElseThrow();
    }
  }

  private static Usage fork(Class<?> main, List<String> more, Path root, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OPTIONS.stream().filter(option -> !option.isBlank()).forEach(command::add);
    command.addAll(more);
    command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
    command.add(root.toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return Usage.of(output);
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

  private void row(String what, Usage usage, Usage bare) {
    line(
        "%-34s %8d lines %8.2f s CPU %6.2f x %6d MB heap",
        what, usage.lines(), usage.seconds(), usage.seconds() / bare.seconds(), usage.heap() >> 20);
  }

  private void line(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    System.out.println(line);
    table.append(line).append('\n');
  }
}
