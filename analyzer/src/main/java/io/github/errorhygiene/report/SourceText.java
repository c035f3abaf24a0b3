package io.github.errorhygiene.report;

import java.util.List;

/** The text of the analysed sources, for the reports that show code. */
@FunctionalInterface
public interface SourceText {
  /** Shows no code. */
  SourceText NONE = file -> List.of();

  /**
   * The lines of a file without their ends.
   *
   * @param relativeFile path relative to the analysed root, with {@code /}
   * @return empty if the text is not available
   */
  List<String> lines(String relativeFile);
}
