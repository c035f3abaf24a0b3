package io.github.errorhygiene.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A class path as Java's own launcher takes it: {@code a.jar:classes:lib/*}. */
final class ClassPathOption {
  private static final String ALL_JARS = "*";

  private ClassPathOption() {}

  /** The entries in order, whether they exist or not; of {@code dir/*} the jars, sorted. */
  static List<Path> entries(List<String> classPaths) {
    return classPaths.stream()
        .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
        .filter(entry -> !entry.isBlank())
        .flatMap(ClassPathOption::expand)
        .toList();
  }

  private static Stream<Path> expand(String entry) {
    if (!entry.equals(ALL_JARS)
        && !entry.endsWith("/*")
        && !entry.endsWith(File.separator + ALL_JARS)) {
      return Stream.of(Path.of(entry));
    }
    String directory = entry.substring(0, entry.length() - ALL_JARS.length());
    return jars(Path.of(directory.isEmpty() ? "." : directory));
  }

  private static Stream<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return jars.stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.of(directory); // the analysis says that it cannot be read
    }
  }
}
