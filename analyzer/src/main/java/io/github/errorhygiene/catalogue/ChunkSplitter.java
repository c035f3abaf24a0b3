package io.github.errorhygiene.catalogue;

import java.util.Map;
import java.util.TreeMap;

/** Cuts a bundled file into its entries by indentation alone. */
final class ChunkSplitter {
  private final String file;
  private final Map<String, Map<String, Chunk>> sections;
  private String section = "";
  private String name = "";
  private StringBuilder entry = new StringBuilder();
  private int start;
  private int line;

  ChunkSplitter(String file, Map<String, Map<String, Chunk>> sections) {
    this.file = file;
    this.sections = sections;
  }

  void line(String text) {
    line++;
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    boolean indented = text.startsWith("  ");
    if (!indented || text.charAt(2) != ' ') {
      end();
      start = line;
      section = indented ? section : key(text);
      name = indented ? key(text.substring(2)) : "";
    }
    entry.append(text).append('\n');
  }

  /** Stores the entry that ends here. */
  void end() {
    if (!name.isEmpty()) {
      sections
          .computeIfAbsent(section, key -> new TreeMap<>())
          .put(name, new Chunk(file, start, entry.toString()));
    }
    entry = new StringBuilder();
  }

  private static String key(String text) {
    if (text.startsWith("\"")) {
      return text.substring(1, text.indexOf('"', 1));
    }
    return text.substring(0, text.indexOf(':'));
  }
}
