package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that an argument gives a header: texts, objects made of one, or constants. */
final class HeaderNames {
  private HeaderNames() {}

  static SortedSet<String> of(Value name) {
    SortedSet<String> names = new TreeSet<>(ResponseText.written(name).strings());
    name.enumConstants().forEach(constant -> names.add(spelt(constant.name())));
    return names;
  }

  /** {@code Content-Type} for {@code CONTENT_TYPE}. */
  private static String spelt(String constant) {
    return Arrays.stream(constant.split("_"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }
}
