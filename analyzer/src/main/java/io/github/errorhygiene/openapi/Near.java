package io.github.errorhygiene.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of several files belongs to a source file: the one with which it shares most of its path.
 */
final class Near {
  private Near() {}

  /** How many words two names have in common: {@code v2} of {@code api/shop-v2.yaml}. */
  static int words(String one, String other) {
    Set<String> words = new HashSet<>(List.of(one.split("[^A-Za-z0-9]+", -1)));
    words.retainAll(List.of(other.split("[^A-Za-z0-9]+", -1)));
    return words.size();
  }

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
