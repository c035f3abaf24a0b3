package io.github.errorhygiene.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Java files that a build has generated: the interfaces of contract-first services, mappers,
 * clients. They lie in the build's output, which is otherwise not searched.
 */
final class GeneratedSources {
  private static final String MAVEN_OUTPUT = "target";
  private static final Set<String> OUTPUTS = Set.of(MAVEN_OUTPUT, "build");
  private static final List<String> MODULE_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "src");

  /** Directories of generated sources in the output, by the conventions of Maven and Gradle. */
  private static final List<String> DIRECTORIES =
      List.of("generated-sources", "generated", "generated-src");

  /** Gradle's plugins keep source sets apart somewhere in the first directories, Maven's do not. */
  private static final Pattern TEST_SET = Pattern.compile("tests?|testFixtures|.*[a-z0-9]Test");

  private static final int SOURCE_SET_DEPTH = 4;

  private GeneratedSources() {}

  /** The files of all modules in a directory, sorted; what cannot be listed is left out. */
  static List<Path> below(Path directory) {
    List<Path> outputs = new ArrayList<>();
    walk(directory, new OutputSearch(directory, outputs));
    return outputs.stream().flatMap(GeneratedSources::files).sorted().distinct().toList();
  }

  private static Stream<Path> files(Path output) {
    List<Path> files = new ArrayList<>();
    boolean maven = output.endsWith(MAVEN_OUTPUT);
    for (String name : DIRECTORIES) {
      walk(output.resolve(name), new FileSearch(output.resolve(name), maven, files));
    }
    for (Path project : entries(output)) {
      Path root = project.resolve(Path.of("src", "main", "java"));
      walk(root, new FileSearch(root, true, files));
    }
    return files.stream();
  }

  private static List<Path> entries(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // the search goes on without it, as it does where a directory is missing
    }
  }

  private static void walk(Path start, SimpleFileVisitor<Path> search) {
    try {
      Path end = Files.walkFileTree(start, search);
      assert end.equals(start);
    } catch (IOException e) {
      throw new UncheckedIOException("the searches do not throw", e);
    }
  }

  /** Goes on after failures. */
  private abstract static class Search extends SimpleFileVisitor<Path> {
    @Override
    public final FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public final FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class OutputSearch extends Search {
    private final Path start;
    private final List<Path> outputs;

    OutputSearch(Path start, List<Path> outputs) {
      this.start = start;
      this.outputs = outputs;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = nameOf(directory);
      if (directory.equals(start)) {
        return FileVisitResult.CONTINUE;
      }
      if (OUTPUTS.contains(name) && isModule(directory)) {
        outputs.add(directory);
        return FileVisitResult.SKIP_SUBTREE;
      }
      boolean leftOut = name.startsWith(".") || name.equals("node_modules") || name.equals("src");
      return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private static boolean isModule(Path output) {
      return MODULE_FILES.stream().anyMatch(name -> Files.exists(output.resolveSibling(name)));
    }
  }

  private static final class FileSearch extends Search {
    private final Path start;
    private final boolean mixed;
    private final List<Path> files;

    FileSearch(Path start, boolean mixed, List<Path> files) {
      this.start = start;
      this.mixed = mixed;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      int depth = start.relativize(directory).getNameCount();
      boolean test =
          !mixed && depth <= SOURCE_SET_DEPTH && TEST_SET.matcher(nameOf(directory)).matches();
      return test ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && nameOf(file).endsWith(".java")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
