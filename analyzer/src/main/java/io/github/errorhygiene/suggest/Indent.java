package io.github.errorhygiene.suggest;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file lays out its lines.
 *
 * @param before what one of its lines begins with
 * @param step what a line begins with in addition for each level
 * @param end of a line
 */
record Indent(String before, String step, String end) {
  private static final Pattern FIRST = Pattern.compile("(?m)^([ \\t]+)[\\w@}]");
  private static final Pattern BLANK = Pattern.compile("[ \\t]*");

  /**
   * Of the lines around one.
   *
   * @param line 1-based
   */
  static Indent of(String text, int line) {
    Matcher before = BLANK.matcher(text).region(Lines.offset(text, line - 1), text.length());
    String step = FIRST.matcher(text).results().findFirst().map(Indent::step).orElse("  ");
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    return new Indent(before.lookingAt() ? before.group() : "", step, end);
  }

  private static String step(MatchResult first) {
    return first.group(1).startsWith("\t") ? "\t" : first.group(1);
  }

  /** So many levels further in. */
  String by(int levels) {
    return before + step.repeat(levels);
  }

  /** That of lines so many levels further in. */
  Indent continued(int levels) {
    return new Indent(by(levels), step, end);
  }
}
