package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that people download, as they run it. */
class CliJarIT {
  private static final Path JAR = Path.of(System.getProperty("cli.jar"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path directory;

  @Test
  void analysesADirectory() throws Exception {
    Sources.write(directory, "shop/Orders.java", Sources.ORDERS);

    Process process = start("shop", "--format=console,html,json,sarif");
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());

    assertThat(err).isEmpty();
    assertThat(out).contains("[ERROR] ", ":[8,10] uncaught-exception ");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(directory.resolve("error-hygiene-report").toFile().list()).hasSize(3);
  }

  @Test
  void carriesLicencesAndNoSignatures() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      List<String> names = jar.stream().map(Object::toString).toList();
      assertThat(names)
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY.txt")
          .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"))
          .noneMatch(name -> name.endsWith("module-info.class"))
          .doesNotHaveDuplicates();
    }
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(JAVA.toString(), "-jar", JAR.toString()), Stream.of(args)).toList();
    return new ProcessBuilder(command).directory(directory.toFile()).start();
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes());
  }
}
