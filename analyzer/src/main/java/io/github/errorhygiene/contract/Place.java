package io.github.errorhygiene.contract;

import org.jspecify.annotations.Nullable;

/**
 * A place in the analysed sources.
 *
 * @param file path relative to the analysed root, with {@code /}
 * @param line 1-based
 * @param column 1-based
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  /** Written out: the generated one is slow, and places are compared all the time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Place that
            && line == that.line
            && column == that.column
            && file.equals(that.file));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }

  @Override
  @SuppressWarnings("ReferenceEquality" /* the very same text is equal: most places are near */)
  public int compareTo(Place other) {
    int byFile = file == other.file ? 0 : file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
