package io.github.errorhygiene.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of text beside the sources. */
public final class TextFiles {
  private TextFiles() {}

  /** Those of a tree with one of these endings, sorted by path. */
  public static List<SourceFile> list(FileTree tree, List<String> endings) {
    return tree.files(name -> endings.stream().anyMatch(name::endsWith));
  }

  /**
   * The characters of a file; null if it cannot be read or is longer than so many. Dumps of whole
   * databases are not even begun.
   */
  public static @Nullable String read(SourceFile file, int limit) {
    String text = DataFile.text(file, limit);
    return text == null || text.length() > limit ? null : text;
  }
}
