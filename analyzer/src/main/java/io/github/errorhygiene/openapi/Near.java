package io.github.errorhygiene.openapi;

/**
 * Which of several files belongs to a source file: the one with which it shares most of its path.
 */
final class Near {
  private Near() {}

  /** Length of the directories that two relative paths have in common. */
  static int common(String one, String other) {
    int common = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      common = one.charAt(i) == '/' ? i + 1 : common;
    }
    return common;
  }
}
