package io.github.errorhygiene.checkstyle.replay;

import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import io.github.errorhygiene.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is analysed for a file, as a whole.
 *
 * @param root an existing directory
 * @param copies where some of the files lie as the user sees them: IDEs copy unsaved text to a
 *     temporary directory; the root itself if there are none
 * @param only the one file that counts; null for all below the root
 */
record SourceTree(Path root, Path copies, @Nullable Path only) {
  /** Shorter ends of paths say too little to tell that two files are the same. */
  private static final int LEAST_NAMES = 2;

  /**
   * The tree of a file: the project's, if the file or the one that it is a copy of belongs to it,
   * otherwise the source root that its package declaration tells.
   *
   * @param file absolute
   * @param projectRoot absolute or relative; if it does not exist it does not count
   */
  static SourceTree of(Path file, String text, @Nullable Path projectRoot) {
    if (projectRoot != null && Files.isDirectory(projectRoot)) {
      Path root = projectRoot.toAbsolutePath().normalize();
      Path copies = file.startsWith(root) ? root : copies(file, root);
      if (copies != null) {
        return new SourceTree(root, copies, null);
      }
    }
    Path root = sourceRoot(file, SourceReader.lower("", text).packageName());
    return new SourceTree(root, root, belongsToNoProject(root) ? file : null);
  }

  /** The directory that holds a file as {@code root} holds the one with the same longest end. */
  private static @Nullable Path copies(Path file, Path root) {
    int names = file.getNameCount();
    for (int start = 1; start <= names - LEAST_NAMES; start++) {
      if (Files.isRegularFile(root.resolve(file.subpath(start, names)))) {
        return parent(file, names - start);
      }
    }
    return null;
  }

  /** The directory of the file if it does not lie where its package says. */
  private static Path sourceRoot(Path file, String packageName) {
    Path packages = Path.of(packageName.replace('.', '/'));
    Path directory = parent(file, 1);
    boolean inPlace = !packageName.isEmpty() && directory.endsWith(packages);
    return inPlace ? parent(directory, packages.getNameCount()) : directory;
  }

  private static Path parent(Path path, int levels) {
    Path parent = path;
    for (int i = 0; i < levels; i++) {
      parent = Objects.requireNonNull(parent.getParent(), "more levels than names");
    }
    return parent;
  }

  /**
   * Directories where files of many origins lie: what stands beside a file there is not its own.
   */
  private static boolean belongsToNoProject(Path directory) {
    return directory.getParent() == null
        || Stream.of("java.io.tmpdir", "user.home")
            .map(System::getProperty)
            .anyMatch(shared -> shared != null && directory.equals(Path.of(shared)));
  }

  /** Whether a file belongs to this tree. */
  boolean covers(Path file) {
    return only == null ? file.startsWith(copies) || file.startsWith(root) : file.equals(only);
  }

  /** The files that are to be analysed, those that have copies as the copies. */
  List<Path> files() {
    if (only != null) {
      return List.of(only);
    }
    return SourceFiles.find(root, List.of(root)).files().stream().map(this::current).toList();
  }

  private Path current(SourceFile file) {
    Path copy = copies.resolve(file.path());
    return Files.isRegularFile(copy) ? copy : file.location();
  }
}
