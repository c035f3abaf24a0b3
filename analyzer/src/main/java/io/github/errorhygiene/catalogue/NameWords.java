package io.github.errorhygiene.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a type's simple name in camel case. */
final class NameWords {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[_$]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])");
  private static final Set<String> SUFFIXES =
      Set.of(
          "Exception",
          "Exc",
          "Ex",
          "Error",
          "Failure",
          "Fault",
          "Problem",
          "Throwable",
          "Runtime",
          "Checked",
          "Unchecked");
  private static final Set<String> PREPOSITIONS =
      Set.of("At", "By", "During", "For", "From", "In", "On", "Of", "To", "With", "Within");

  private NameWords() {}

  /**
   * {@code com.acme.UserNotFoundException} is {@code User Not Found}; each word starts with a
   * capital, the rest is small.
   */
  static List<String> of(String typeName) {
    String simple =
        typeName.substring(Math.max(typeName.lastIndexOf('.'), typeName.lastIndexOf('$')) + 1);
    List<String> words = new ArrayList<>();
    for (String word : BOUNDARY.splitAsStream(simple).toList()) {
      if (!word.isEmpty() && !Character.isDigit(word.charAt(0))) {
        words.add(
            word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    while (words.size() > 1 && SUFFIXES.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }
}
