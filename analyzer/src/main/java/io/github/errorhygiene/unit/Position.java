package io.github.errorhygiene.unit;

/**
 * A place in a source file.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units; a tab counts as one
 */
public record Position(int line, int column) implements Comparable<Position> {
  /**
   * For things that have no place of their own, such as an implicit constructor of a class file.
   */
  public static final Position NONE = new Position(0, 0);

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
