package io.github.errorhygiene.policy;

import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} stands for a part of a name, {@code **} for any number of names,
 * {@code ?} for one letter. {@code /internal/**} also means {@code /internal}.
 */
final class Glob {
  private final Pattern pattern;

  Glob(String glob) {
    this.pattern = Pattern.compile(expression(glob));
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static String expression(String glob) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      i += next(glob, i, regex);
    }
    return regex.toString();
  }

  /** Translates what stands at a place, and says how many letters that is. */
  private static int next(String glob, int i, StringBuilder regex) {
    if (glob.startsWith("/**", i) && i + 3 == glob.length()) {
      regex.append("(?:/.*)?");
      return 3;
    }
    if (glob.startsWith("**/", i)) {
      regex.append("(?:.*/)?");
      return 3;
    }
    if (glob.startsWith("**", i)) {
      regex.append(".*");
      return 2;
    }
    char letter = glob.charAt(i);
    regex.append(
        letter == '*' ? "[^/]*" : letter == '?' ? "[^/]" : Pattern.quote(String.valueOf(letter)));
    return 1;
  }
}
