package io.github.errorhygiene.suggest;

import java.util.Comparator;

/**
 * Another text for a piece of a file.
 *
 * @param offset in the file as it is, from 0
 * @param length of what goes; 0 if something is only added
 * @param text with the full names of types
 * @param order of several that are added at one place; the least comes first
 */
record Edit(String path, int offset, int length, String text, int order)
    implements Comparable<Edit> {
  private static final Comparator<Edit> ORDER =
      Comparator.comparing(Edit::path)
          .thenComparingInt(Edit::offset)
          .thenComparingInt(Edit::length)
          .thenComparingInt(Edit::order)
          .thenComparing(Edit::text);

  Edit(String path, int offset, int length, String text) {
    this(path, offset, length, text, 0);
  }

  @Override
  public int compareTo(Edit other) {
    return ORDER.compare(this, other);
  }
}
