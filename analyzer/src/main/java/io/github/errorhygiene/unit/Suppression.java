package io.github.errorhygiene.unit;

import java.util.List;

/**
 * What the author of a source file does not want to be told.
 *
 * @param kind how it is written
 * @param file path relative to the analysed root, with {@code /}
 * @param rules ids as written; empty for all
 * @param explicit it names this tool; a bare id in {@code @SuppressWarnings} may be another's
 * @param reason empty if none is given
 * @param position of the annotation or comment
 * @param firstLine first line that it covers: of the annotated declaration, or of the code beside
 *     or below a comment
 * @param lastLine last line that it covers
 */
public record Suppression(
    Kind kind,
    String file,
    List<String> rules,
    boolean explicit,
    String reason,
    Position position,
    int firstLine,
    int lastLine) {
  /** How a suppression is written. */
  public enum Kind {
    /** {@code @SuppressWarnings("error-hygiene:wrong-status")}. */
    ANNOTATION,
    /** {@code // error-hygiene:off wrong-status – reason}. */
    COMMENT
  }

  public Suppression {
    rules = List.copyOf(rules);
  }

  /** Whether it is about that rule. */
  public boolean isAbout(String rule) {
    return rules.isEmpty() || rules.contains(rule);
  }

  /** Whether a line of a file lies in what it covers. */
  public boolean covers(String otherFile, int line) {
    return line >= firstLine && line <= lastLine && file.equals(otherFile);
  }
}
