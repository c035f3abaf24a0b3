package io.github.errorhygiene.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of text beside the sources. */
public final class TextFiles {
  private TextFiles() {}

  /** Those with one of these endings below a directory, sorted; build output and tests left out. */
  public static List<SourceFile> list(Path root, List<String> endings) {
    FileSearch search = new FileSearch(root, name -> endings.stream().anyMatch(name::endsWith));
    search.start(root);
    return search.files();
  }

  /** The characters of a file; null if it cannot be read or is longer than so many. */
  public static @Nullable String read(SourceFile file, int limit) {
    String text = DataFile.text(file);
    return text == null || text.length() > limit ? null : text;
  }
}
