package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On real code, this package's own, the compiler is asked which method each call means. */
class CompilerAgreementTest {
  private static final Path SOURCES =
      Path.of("src/main/java/io/github/errorhygiene/program").toAbsolutePath();

  @Test
  void callsMeanWhatTheCompilerSays() throws IOException {
    List<SourceFile> files = SourceFiles.find(SOURCES, List.of(SOURCES)).files();
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    Agreement agreement =
        new Agreement(CompilerOracle.of(files, classPath), OurCalls.of(files, classPath));

    assertThat(agreement.compared()).isGreaterThan(1000);
    assertThat(agreement.share()).as(agreement.summary()).isGreaterThan(0.995);
  }
}
