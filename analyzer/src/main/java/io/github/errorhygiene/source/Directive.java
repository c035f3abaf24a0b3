package io.github.errorhygiene.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is written behind {@code error-hygiene:off} or in {@code @SuppressWarnings}: ids, and
 * perhaps a reason behind a dash or colon.
 *
 * @param rules empty for all
 * @param reason empty if none is given
 */
record Directive(List<String> rules, String reason) {
  /** Dashes within ids separate nothing. */
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*[\u2013\u2014:]\\s*|(?:^|\\s+)--?(?:\\s+|$)");

  static Directive of(String text) {
    Matcher separator = SEPARATOR.matcher(text);
    boolean separated = separator.find();
    String ids = separated ? text.substring(0, separator.start()) : text;
    String reason = separated ? text.substring(separator.end()) : "";
    return new Directive(
        Stream.of(ids.split("[\\s,]+")).filter(id -> !id.isEmpty()).toList(),
        reason.replaceAll("\\s+", " ").strip());
  }
}
