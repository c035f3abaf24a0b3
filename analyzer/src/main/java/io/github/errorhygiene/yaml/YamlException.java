package io.github.errorhygiene.yaml;

import io.github.errorhygiene.unit.Position;

/**
 * Something that cannot be read. The message starts with {@code file:line:column: } and says what
 * is expected.
 */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final boolean ofWhole;

  /**
   * A complaint.
   *
   * @param ofWhole about a mapping as a whole, which lacks something
   */
  YamlException(String file, Position position, boolean ofWhole, String problem) {
    super(file + ":" + position.line() + ":" + position.column() + ": " + problem);
    this.line = position.line();
    this.column = position.column();
    this.ofWhole = ofWhole;
  }

  YamlException(String file, Position position, String problem) {
    this(file, position, false, problem);
  }

  /** Of what cannot be read, or of the mapping that lacks something. */
  Position position() {
    return new Position(line, column);
  }

  boolean isOf(Position mapping) {
    return ofWhole && position().equals(mapping);
  }
}
