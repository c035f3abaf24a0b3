package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Gap;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files below a directory, build output and tests left out: listed when somebody first asks,
 * and once.
 */
public final class FileTree {
  private final Path root;
  private @Nullable FileSearch search;

  public FileTree(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /**
   * Sorted by path.
   *
   * @param wanted tells by its name whether a file is looked for
   */
  public List<SourceFile> files(Predicate<String> wanted) {
    return searched().files(wanted);
  }

  /** The directories that could not be listed. */
  List<Gap> gaps() {
    return searched().gaps();
  }

  private FileSearch searched() {
    FileSearch known = search;
    if (known == null) {
      known = new FileSearch(root);
      known.start(root);
      search = known;
    }
    return known;
  }
}
