package io.github.errorhygiene.suggest;

/** A logger for a class that has none. */
final class OwnLogger {
  private OwnLogger() {}

  /**
   * The text with a field {@code LOG}, at the beginning of the class.
   *
   * @param body 1-based line on which the body of the class begins
   * @param slf4j the project uses it; the platform's own logger is there in any case
   */
  static String in(String text, String className, int body, boolean slf4j, Imports imports) {
    if (slf4j) {
      imports.need("org.slf4j.Logger");
      imports.need("org.slf4j.LoggerFactory");
    }
    int brace = text.indexOf('{', Lines.offset(text, body - 1));
    int at = text.indexOf('\n', brace) + 1;
    Indent indent = Indent.of(text, body);
    String made =
        slf4j
            ? "Logger LOG = LoggerFactory.getLogger(" + className + ".class);"
            : "System.Logger LOG = System.getLogger(" + className + ".class.getName());";
    String field = indent.by(1) + "private static final " + made + indent.end();
    return text.substring(0, at) + field + indent.end() + text.substring(at);
  }
}
