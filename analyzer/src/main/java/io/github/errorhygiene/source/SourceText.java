package io.github.errorhygiene.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a source file.
 *
 * @param foreign the character set that was assumed, if it is not UTF-8; else empty
 */
record SourceText(String text, String foreign) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * A Unicode escape with the backslashes before it (JLS 3.3: only an odd run starts an escape).
   */
  private static final Pattern ESCAPE = Pattern.compile("(\\\\+)u+([0-9a-fA-F]{4})");

  /**
   * Decodes UTF-8, UTF-16 with a byte order mark, and, since every byte means something there, ISO
   * 8859-1.
   */
  static SourceText decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceText(withoutMark(text), "");
    } catch (CharacterCodingException e) {
      Charset charset = hasUtf16Mark(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
      return new SourceText(new String(bytes, charset), charset.name());
    }
  }

  private static boolean hasUtf16Mark(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** The number of lines; a last line without an end counts. */
  static int lines(String text) {
    return (int) text.lines().count();
  }

  /** Replaces Unicode escapes by what they stand for (JLS 3.3). */
  static String translateUnicodeEscapes(String text) {
    return text.contains("\\u") ? ESCAPE.matcher(text).replaceAll(SourceText::translated) : text;
  }

  private static String translated(MatchResult escape) {
    String backslashes = escape.group(1);
    if (backslashes.length() % 2 == 0) {
      return Matcher.quoteReplacement(escape.group());
    }
    char character = (char) Integer.parseInt(escape.group(2), 16);
    return Matcher.quoteReplacement(backslashes.substring(1) + character);
  }
}
