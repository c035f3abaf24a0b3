package io.github.errorhygiene.unit;

/**
 * Something that could not be read or resolved. Gaps are counted and shown, never thrown.
 *
 * @param kind what was not understood
 * @param file path relative to the analysed root, with {@code /}; the jar or class file for class
 *     path gaps
 * @param position {@link Position#NONE} if the whole file is meant
 * @param message what happened and the way out, one sentence, lower case, no full stop
 */
public record Gap(Kind kind, String file, Position position, String message) {
  /** What was not understood. */
  public enum Kind {
    /** A source file, or a part of it, does not parse. */
    SYNTAX,
    /** A file or directory could not be read. */
    INPUT,
    /** A jar or class file could not be read. */
    CLASS_PATH,
    /** A type, member or call could not be resolved. */
    UNRESOLVED,
    /** A limit of the analysis was reached, such as dispatch to too many overriders. */
    LIMIT,
    /** A suppression that suppresses nothing. */
    SUPPRESSION
  }
}
