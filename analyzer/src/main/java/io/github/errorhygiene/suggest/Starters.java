package io.github.errorhygiene.suggest;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classes that start an application of Spring Boot. */
final class Starters {
  private static final Pattern STARTER =
      Pattern.compile("(?m)^@SpringBootApplication\\b|\\bSpringApplication\\.run\\(");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+([\\w.]+)\\s*;");

  private Starters() {}

  /** Their files, with their packages. */
  static SortedMap<String, String> of(Collection<String> files, Texts texts) {
    SortedMap<String, String> starters = new TreeMap<>();
    for (String file : files) {
      texts
          .get(file)
          .filter(text -> STARTER.matcher(text).find())
          .map(PACKAGE::matcher)
          .filter(Matcher::find)
          .ifPresent(found -> starters.put(file, found.group(1)));
    }
    return starters;
  }
}
