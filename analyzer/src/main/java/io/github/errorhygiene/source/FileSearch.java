package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for files of the application; see {@link SourceLayout} for what is left out. */
final class FileSearch {
  private final Path root;
  private final List<Path> found = new ArrayList<>();
  private final List<Path> named = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * Starts with nothing found.
   *
   * @param root what the paths are relative to
   */
  FileSearch(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Sorted by path, without duplicates.
   *
   * @param wanted tells by its name whether a file is looked for; those that were named themselves
   *     are
   */
  List<SourceFile> files(Predicate<String> wanted) {
    SortedSet<SourceFile> files = new TreeSet<>();
    for (Path file : found) {
      if (wanted.test(file.getFileName().toString())) {
        files.add(new SourceFile(relative(file), file));
      }
    }
    named.forEach(file -> files.add(new SourceFile(relative(file), file)));
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
      named.add(source);
    } else {
      gap(source, "is neither a file nor a directory; check the configured sources");
    }
  }

  private void walk(Path directory, SourceLayout layout) {
    for (Path entry : entries(directory)) {
      BasicFileAttributes kind = kind(entry);
      if (kind == null) {
        continue;
      }
      if (kind.isDirectory()) {
        if (!layout.leavesOut(entry)) {
          walk(entry, layout.below(entry));
        }
      } else if (kind.isRegularFile() || Files.isRegularFile(entry)) {
        found.add(entry);
      }
    }
  }

  /**
   * Of a symbolic link, that: those to directories are not followed, which may lead in circles or
   * out of the project. Null if nothing can be known.
   */
  private static @Nullable BasicFileAttributes kind(Path entry) {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
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
