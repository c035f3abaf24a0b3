package io.github.errorhygiene.suggest;

import java.util.Comparator;

/**
 * Another text for a piece of a file.
 *
 * @param offset in the file as it is, from 0
 * @param length of what goes; 0 if something is only added
 * @param text with the full names of types
 */
record Edit(String path, int offset, int length, String text) implements Comparable<Edit> {
  private static final Comparator<Edit> ORDER =
      Comparator.comparing(Edit::path)
          .thenComparingInt(Edit::offset)
          .thenComparingInt(Edit::length)
          .thenComparing(Edit::text);

  @Override
  public int compareTo(Edit other) {
    return ORDER.compare(this, other);
  }
}
