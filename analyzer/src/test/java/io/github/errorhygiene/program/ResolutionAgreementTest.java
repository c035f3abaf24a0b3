package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * On any source tree, JavaParser's symbol solver or the compiler is asked which method each call
 * means. Not part of the usual run:
 *
 * <pre>{@code
 * mvn test -pl analyzer -P resolution-agreement -Dservice=DIR [-Dservice.classpath=FILE]
 *     [-Doracle=compiler]
 * }</pre>
 *
 * The file holds a class path, as {@code mvn dependency:build-classpath} writes it. All
 * disagreements are written to {@code target/resolution-agreement.txt}. See docs/resolution.md.
 */
@Tag("resolution-agreement")
class ResolutionAgreementTest {
  private static final double LEAST = 0.99;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void callsMeanWhatTheOracleSays() throws IOException {
    Path service = Path.of(System.getProperty("service")).toAbsolutePath();
    List<Path> classPath = classPath(System.getProperty("service.classpath", ""));
    List<SourceFile> files = SourceFiles.find(service, List.of(service)).files();

    Map<String, String> oracle =
        System.getProperty("oracle", "").equals("compiler")
            ? CompilerOracle.of(files, classPath)
            : SymbolSolverOracle.of(files, classPath);
    Map<String, String> ours = OurCalls.of(files, classPath);
    Agreement agreement = new Agreement(oracle, ours);

    write(agreement);
    System.out.printf(
        "%s: %d files, %d calls, of which %d have no method%n%s",
        service.getFileName(),
        files.size(),
        ours.size(),
        ours.values().stream().filter(m -> m.startsWith(OurCalls.UNRESOLVED)).count(),
        agreement.summary());
    assertThat(agreement.share()).isGreaterThanOrEqualTo(LEAST);
  }

  private static List<Path> classPath(String file) throws IOException {
    if (file.isEmpty()) {
      return List.of();
    }
    return Stream.of(Files.readString(Path.of(file)).strip().split(File.pathSeparator))
        .map(Path::of)
        .distinct()
        .toList();
  }

  private static void write(Agreement agreement) throws IOException {
    List<String> lines = new ArrayList<>();
    agreement
        .disagreements()
        .forEach(
            (kind, all) -> {
              lines.add(kind);
              all.forEach(one -> lines.add("  " + one));
            });
    Files.write(Path.of("target", "resolution-agreement.txt"), lines);
  }
}
