package io.github.errorhygiene.contract;

import java.util.Comparator;

/**
 * A place in the analysed sources.
 *
 * @param file path relative to the analysed root, with {@code /}
 * @param line 1-based
 * @param column 1-based
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
