package io.github.errorhygiene.checkstyle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-contained jar with nothing but Checkstyle beside it. */
class CommandLineIT {
  private static final Path JAR = Path.of(System.getProperty("checks.jar"));

  /** What the jar must bring along, and what belongs to these tests. */
  private static final Pattern NOT_CHECKSTYLES =
      Pattern.compile(
          ".*(classes|analyzer[^/]*|junit[^/]*|assertj[^/]*|javaparser[^/]*|asm-[^/]*|snakeyaml[^/]*|gson[^/]*"
              + "|commonmark[^/]*|jspecify[^/]*|error_prone[^/]*)");

  @TempDir Path root;

  @Test
  void checkstylesCommandLineTellsTheFindings() throws Exception {
    Path orders = Service.uncaught(root.resolve("src"));
    Path out = root.resolve("out.txt");

    int errors = checkstyle(out, "-c", "/error_hygiene_checks.xml", orders.getParent().toString());

    assertThat(out)
        .content()
        .contains("[ERROR] " + orders + ":8:10: OrderMissing leaves GET /orders/{id} uncaught: ")
        .contains("[WARN] " + orders + ":8:10: ")
        .doesNotContain("Exception:");
    assertThat(errors).isEqualTo(1);
  }

  @Test
  void theJarSharesNoPackageWithOthers() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      List<String> names = jar.stream().map(Object::toString).toList();
      assertThat(names)
          .contains(
              "checkstyle_packages.xml",
              "META-INF/LICENSE",
              "META-INF/NOTICE",
              "META-INF/THIRD-PARTY.txt")
          .noneMatch(name -> name.startsWith("io/github/errorhygiene/cli/"))
          .noneMatch(name -> name.endsWith("module-info.class"));
      assertThat(names.stream().filter(name -> name.endsWith(".class")))
          .allMatch(name -> name.startsWith("io/github/errorhygiene/"));
    }
  }

  private int checkstyle(Path out, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), "com.puppycrawl.tools.checkstyle.Main"));
    command.addAll(List.of(args));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    return process.redirectOutput(out.toFile()).start().waitFor();
  }

  private static String classPath() {
    String[] own = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator));
    Stream<String> checkstyle =
        Stream.of(own)
            .filter(entry -> !NOT_CHECKSTYLES.matcher(entry.replace('\\', '/')).matches());
    return String.join(
        File.pathSeparator, Stream.concat(Stream.of(JAR.toString()), checkstyle).toList());
  }
}
