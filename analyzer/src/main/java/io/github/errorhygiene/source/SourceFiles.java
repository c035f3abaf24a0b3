package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Gap;
import java.nio.file.Path;
import java.util.List;

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
    FileSearch search = new FileSearch(root, SourceFiles::isJava);
    sources.forEach(search::start);
    return new SourceFiles(search.files(), search.gaps());
  }

  private static boolean isJava(String name) {
    return name.endsWith(".java") && !name.startsWith(".");
  }
}
