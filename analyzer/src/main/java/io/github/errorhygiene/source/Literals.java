package io.github.errorhygiene.source;

import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.Locale;

/**
 * The values of literals (JLS 3.10). What is no valid literal has a value all the same: the
 * compiler complains, not we.
 */
final class Literals {
  private static final String TEXT_BLOCK_DELIMITER = "\"\"\"";

  private Literals() {}

  static Integer integer(String digits) {
    return (int) whole(digits);
  }

  static Long longInteger(String digits) {
    return whole(digits.substring(0, digits.length() - 1));
  }

  /**
   * Unsigned, since {@code 0xFFFFFFFF} is -1 and {@code -2147483648} is the negation of a literal
   * that is too big.
   */
  private static long whole(String literal) {
    String digits = literal.replace("_", "").toLowerCase(Locale.ROOT);
    try {
      if (digits.startsWith("0x")) {
        return Long.parseUnsignedLong(digits, 2, digits.length(), 16);
      }
      if (digits.startsWith("0b")) {
        return Long.parseUnsignedLong(digits, 2, digits.length(), 2);
      }
      boolean octal = digits.length() > 1 && digits.startsWith("0");
      return Long.parseUnsignedLong(digits, octal ? 8 : 10);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A {@link Float} with the suffix {@code f}, else a {@link Double}; hexadecimal ones too. */
  static Object floating(String literal) {
    String digits = literal.replace("_", "").toLowerCase(Locale.ROOT);
    try {
      boolean isFloat = digits.endsWith("f") && (!digits.startsWith("0x") || digits.contains("p"));
      return isFloat ? (Object) Float.valueOf(digits) : (Object) Double.valueOf(digits);
    } catch (NumberFormatException e) {
      return 0.0;
    }
  }

  static Character character(String escaped) {
    String text = string(escaped);
    return text.isEmpty() ? '\0' : text.charAt(0);
  }

  static String string(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    try {
      return SourceText.translateUnicodeEscapes(escaped).translateEscapes();
    } catch (IllegalArgumentException e) {
      return escaped;
    }
  }

  /** JLS 3.10.6: line ends become {@code \n}, indentation goes, then escapes are translated. */
  static String textBlock(TextBlockLiteralExpr block) {
    String content =
        block
            .getTokenRange()
            .map(tokens -> contentOf(tokens.getBegin().getText()))
            .orElse(block.getValue());
    String stripped = content.replace("\r\n", "\n").replace('\r', '\n').stripIndent();
    return string(stripped);
  }

  /**
   * What follows the line of the opening delimiter; JavaParser's value keeps white space after the
   * delimiter.
   */
  private static String contentOf(String token) {
    int start = TEXT_BLOCK_DELIMITER.length();
    while (start < token.length() && token.charAt(start) != '\n' && token.charAt(start) != '\r') {
      start++;
    }
    boolean twoCharacters = token.startsWith("\r\n", start);
    int end = token.length() - TEXT_BLOCK_DELIMITER.length();
    return token.substring(Math.min(start + (twoCharacters ? 2 : 1), end), end);
  }
}
