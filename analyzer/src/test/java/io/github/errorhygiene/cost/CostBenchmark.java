package io.github.errorhygiene.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    Usage changed = best(() -> changed(root));
    row("… one file changed since", changed, bare);
    line("one file changed / whole analysis: %.2f", changed.seconds() / cold.seconds());
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

  private Usage changed(Path root) throws Exception {
    Path cache = Files.createTempDirectory(directory, "cache");
    Usage first = fork(WholeAnalysis.class, List.of(), root, cache.toString());
    List<SourceFile> files = SourceFiles.find(root, List.of(root)).files();
    Path file = files.get(files.size() / 2).location();
    Files.writeString(file, "// changed\n", StandardOpenOption.APPEND);
    Usage second = fork(WholeAnalysis.class, List.of(), root, cache.toString());
    assertThat(second.lines()).isEqualTo(first.lines() + 1);
    return second;
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
