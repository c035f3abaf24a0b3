package io.github.errorhygiene.schema;

import java.util.Locale;

/**
 * A word, name, text, number or sign of SQL.
 *
 * @param text without quotes
 * @param line one-based
 */
record Token(Kind kind, String text, int line) {
  enum Kind {
    WORD,
    /** A name in quotes, which is never a keyword. */
    QUOTED,
    TEXT,
    NUMBER,
    SIGN
  }

  boolean is(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
