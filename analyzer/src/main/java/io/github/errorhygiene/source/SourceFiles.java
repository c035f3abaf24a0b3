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

  /** The same as of a tree that nobody else looks at. */
  public static SourceFiles find(Path root, List<Path> sources) {
    return find(new FileTree(root), sources);
  }

  /**
   * Lists the {@code .java} files. Directories are searched, except for hidden directories, test
   * source sets and build output below them; a directory or file that is named itself is taken
   * whatever its name is.
   *
   * @param tree what the paths are relative to
   * @param sources directories and files
   */
  public static SourceFiles find(FileTree tree, List<Path> sources) {
    if (sources.equals(List.of(tree.root()))) {
      return new SourceFiles(tree.files(SourceFiles::isJava), tree.gaps());
    }
    FileSearch search = new FileSearch(tree.root());
    sources.forEach(search::start);
    return new SourceFiles(search.files(SourceFiles::isJava), search.gaps());
  }

  private static boolean isJava(String name) {
    return name.endsWith(".java") && !name.startsWith(".");
  }
}
