package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for files of the application; see {@link SourceLayout} for what is left out. */
final class FileSearch {
  private final Path root;
  private final Predicate<String> wanted;
  private final SortedSet<SourceFile> files = new TreeSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * Starts with nothing found.
   *
   * @param root what the paths are relative to
   * @param wanted tells by its name whether a file is looked for
   */
  FileSearch(Path root, Predicate<String> wanted) {
    this.root = root.toAbsolutePath().normalize();
    this.wanted = wanted;
  }

  /** Sorted by path, without duplicates. */
  List<SourceFile> files() {
    return List.copyOf(files);
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** Searches a directory, or takes a file. */
  void start(Path given) {
    Path source = root.resolve(given).toAbsolutePath().normalize();
    if (Files.isDirectory(source)) {
      walk(source, SourceLayout.of(root, source));
    } else if (Files.isRegularFile(source)) {
      files.add(new SourceFile(relative(source), source));
    } else {
      gap(source, "is neither a file nor a directory; check the configured sources");
    }
  }

  private void walk(Path directory, SourceLayout layout) {
    for (Path entry : entries(directory)) {
      // symbolic links to directories are not followed: they may lead in circles or out of the
      // project
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (!layout.leavesOut(entry)) {
          walk(entry, layout.below(entry));
        }
      } else if (wanted.test(entry.getFileName().toString()) && Files.isRegularFile(entry)) {
        files.add(new SourceFile(relative(entry), entry));
      }
    }
  }

  private List<Path> entries(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      gap(directory, "cannot be listed; check its permissions");
      return List.of();
    }
  }

  private void gap(Path place, String message) {
    gaps.add(new Gap(Gap.Kind.INPUT, relative(place), Position.NONE, message));
  }

  private String relative(Path file) {
    boolean sameDrive = Objects.equals(root.getRoot(), file.getRoot());
    Path relative = sameDrive ? root.relativize(file) : file;
    return relative.toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
