package io.github.errorhygiene.suggest;

/** Lines of a text. */
final class Lines {
  private Lines() {}

  /** Where the line after so many lines begins. */
  static int offset(String text, int lines) {
    int offset = 0;
    for (int n = 0; n < lines; n++) {
      int end = text.indexOf('\n', offset);
      if (end < 0) {
        return text.length();
      }
      offset = end + 1;
    }
    return offset;
  }
}
