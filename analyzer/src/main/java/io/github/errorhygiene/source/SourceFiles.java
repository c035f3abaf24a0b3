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
import java.util.stream.Stream;

/**
 * The Java source files of a project.
 *
 * @param files sorted by path, without duplicates
 * @param gaps what could not be listed
 */
public record SourceFiles(List<SourceFile> files, List<Gap> gaps) {
  public SourceFiles {
    files = List.copyOf(files);
    gaps = List.copyOf(gaps);
  }

  /**
   * Lists the {@code .java} files. Directories are searched, except for hidden directories, test
   * source sets and build output below them; a directory or file that is named itself is taken
   * whatever its name is.
   *
   * @param root what the paths are relative to
   * @param sources directories and files
   */
  public static SourceFiles find(Path root, List<Path> sources) {
    Search search = new Search(root.toAbsolutePath().normalize());
    for (Path source : sources) {
      search.start(root.resolve(source).toAbsolutePath().normalize());
    }
    return new SourceFiles(List.copyOf(search.files), search.gaps);
  }

  private static final class Search {
    private final Path root;
    private final SortedSet<SourceFile> files = new TreeSet<>();
    private final List<Gap> gaps = new ArrayList<>();

    Search(Path root) {
      this.root = root;
    }

    void start(Path source) {
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
        } else if (isJava(entry) && Files.isRegularFile(entry)) {
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

    private static boolean isJava(Path file) {
      String name = file.getFileName().toString();
      return name.endsWith(".java") && !name.startsWith(".");
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
}
