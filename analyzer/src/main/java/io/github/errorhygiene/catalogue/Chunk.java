package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a mapping – a name with its rows – that is read when it is first asked for: of the
 * bundled entries one analysis needs a small part, and reading YAML is what costs.
 */
final class Chunk {
  private final String file;
  private final int line;
  private final String text;
  private final @Nullable Provenance provenance;
  private volatile @Nullable YamlRow row;

  /**
   * @param line of the entry, from 1
   * @param text of the entry with its name, as the file has it
   */
  Chunk(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.text = text;
    this.provenance = null;
  }

  /** An entry that has been read. */
  Chunk(YamlRow mapping, @Nullable Provenance provenance) {
    this.file = "";
    this.line = 1;
    this.text = "";
    this.provenance = provenance;
    this.row = mapping;
  }

  /** Of all rows of the entry; null if each row names its own. */
  @Nullable Provenance provenance() {
    return provenance;
  }

  /** A mapping that has the entry, perhaps among others. */
  YamlRow mapping() throws YamlException {
    YamlRow read = row;
    if (read == null) {
      read = YamlRow.parse(file, "\n".repeat(line - 1) + text);
      row = read;
    }
    return read;
  }

  /**
   * Splits a file in which every entry starts on a line of its own with two spaces, below a section
   * that starts with none.
   *
   * @param sections entries by section and name; the file's are added
   */
  static void split(String file, String text, Map<String, Map<String, Chunk>> sections) {
    ChunkSplitter splitter = new ChunkSplitter(file, sections);
    text.lines().forEach(splitter::line);
    splitter.end();
  }
}
