package io.github.errorhygiene.text;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How many characters a text has at most that matches a regular expression as a whole. Where there
 * is no end, or what is asked for cannot be told, it may be any number.
 */
public final class PatternLength {
  /** Any number. */
  static final int ANY = Integer.MAX_VALUE;

  private final String pattern;
  private int at;

  private PatternLength(String pattern) {
    this.pattern = pattern;
  }

  /** Of a pattern of Java's. */
  public static int most(String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      PatternLength length = new PatternLength(compiled.pattern());
      int most = length.alternatives();
      return length.at == pattern.length() ? most : ANY;
    } catch (PatternSyntaxException | StackOverflowError e) {
      return ANY;
    }
  }

  /** The longest of those that are separated by bars. */
  private int alternatives() {
    int most = sequence();
    while (isAt('|')) {
      at++;
      most = Math.max(most, sequence());
    }
    return most;
  }

  private int sequence() {
    int most = 0;
    int seen = ANY;
    while (at < pattern.length() && !isAt('|') && !isAt(')')) {
      boolean ahead = pattern.startsWith("(?=", at) && most == 0;
      if (ahead) {
        seen = Math.min(seen, ahead());
      } else {
        int one = atom();
        most = sum(most, product(one, quantifier()));
      }
    }
    return Math.min(most, seen);
  }

  /** What comes is looked at up to its end: {@code (?=.{8,20}$)}. */
  private int ahead() {
    at += 3;
    int most = alternatives();
    boolean whole = at > 0 && pattern.charAt(at - 1) == '$';
    at++;
    return whole ? most : ANY;
  }

  private int atom() {
    char c = pattern.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> {
        characters();
        yield 1;
      }
      case '\\' -> escape();
      case '^', '$' -> {
        at++;
        yield 0;
      }
      default -> {
        at++;
        yield 1;
      }
    };
  }

  private int group() {
    boolean around = pattern.startsWith("(?=", at) || pattern.startsWith("(?!", at);
    around |= pattern.startsWith("(?<=", at) || pattern.startsWith("(?<!", at);
    at++;
    if (isAt('?')) {
      while (at < pattern.length() && ":=!>)".indexOf(pattern.charAt(at)) < 0) {
        at++;
      }
      if (isAt(')')) {
        at++;
        return 0; // flags
      }
      at++;
    }
    int most = alternatives();
    at++;
    return around ? 0 : most;
  }

  /** A bracket that closes and comes first is one of them. */
  private void characters() {
    int depth = 0;
    do {
      boolean opens = isAt('[');
      depth += opens ? 1 : isAt(']') ? -1 : 0;
      at += isAt('\\') ? 2 : 1;
      at += opens && isAt('^') ? 1 : 0;
      at += opens && isAt(']') ? 1 : 0;
    } while (depth > 0 && at < pattern.length());
  }

  private int escape() {
    char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : '\\';
    at += 2;
    if ("bBAGzZ".indexOf(c) >= 0) {
      return 0;
    }
    if ("pP".indexOf(c) >= 0 && isAt('{')) {
      at = pattern.indexOf('}', at) + 1;
      return 1;
    }
    boolean plain = "dDwWsShHvVntrfea".indexOf(c) >= 0 || !Character.isLetterOrDigit(c);
    if (!plain) {
      at = pattern.length() + 1; // references, quotes, codes
    }
    return plain ? 1 : ANY;
  }

  private int quantifier() {
    int from = at;
    int times = 1;
    if (isAt('*') || isAt('+')) {
      times = ANY;
      at++;
    } else if (isAt('?')) {
      at++;
    } else if (isAt('{')) {
      int end = pattern.indexOf('}', at);
      String[] bounds = pattern.substring(at + 1, end).split(",", -1);
      String last = bounds[bounds.length - 1].trim();
      times = last.matches("\\d{1,6}") ? Integer.parseInt(last) : ANY;
      at = end + 1;
    }
    boolean quantified = at > from;
    at += quantified && (isAt('?') || isAt('+')) ? 1 : 0; // reluctant, possessive
    return times;
  }

  private boolean isAt(char c) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }

  private static int sum(int one, int other) {
    return one == ANY || other == ANY ? ANY : (int) Math.min((long) one + other, ANY);
  }

  private static int product(int one, int times) {
    return one == 0 || times == 0
        ? 0
        : one == ANY || times == ANY ? ANY : (int) Math.min((long) one * times, ANY);
  }
}
