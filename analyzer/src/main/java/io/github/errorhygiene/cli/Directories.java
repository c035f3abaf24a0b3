package io.github.errorhygiene.cli;

import io.github.errorhygiene.analysis.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The directories that the user named.
 *
 * @param all absolute, at least one
 */
record Directories(List<Path> all) {
  Directories {
    all = List.copyOf(all);
  }

  /**
   * Checks what the user named.
   *
   * @throws InputException if one is not a readable directory, or they lie on different drives
   */
  static Directories of(List<Path> named) throws InputException {
    List<Path> all = new ArrayList<>();
    for (Path each : named) {
      check(each);
      all.add(each.toAbsolutePath().normalize());
    }
    Directories directories = new Directories(all);
    if (all.stream().map(Path::getRoot).distinct().count() > 1) {
      throw new InputException(
          directories.names() + " lie on different drives; analyse them one by one");
    }
    return directories;
  }

  private static void check(Path directory) throws InputException {
    if (!Files.exists(directory)) {
      throw new InputException(directory + " does not exist; name a directory with Java sources");
    }
    if (!Files.isDirectory(directory)) {
      throw new InputException(
          directory + " is not a directory; name the directory that holds the sources");
    }
    if (!Files.isReadable(directory)) {
      throw new InputException(directory + " cannot be read; check its permissions");
    }
  }

  /** The directory itself, or the deepest one that holds all of them. */
  Path root() {
    Path root = all.get(0);
    for (Path each : all) {
      while (!each.startsWith(root)) {
        root = Objects.requireNonNull(root.getParent(), "directories of one drive share its root");
      }
    }
    return root;
  }

  /** What is to be searched, generated sources included. */
  List<Path> sources() {
    List<Path> sources = new ArrayList<>(all);
    all.forEach(each -> sources.addAll(GeneratedSources.below(each)));
    return sources;
  }

  /** For messages. */
  String names() {
    return String.join(", ", all.stream().map(Path::toString).toList());
  }
}
