package io.github.errorhygiene.remedy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How code calls types: by their simple names, imported, unless two have the same. */
final class Names {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.{}]*?(\\w+));");

  /** {@code O} of {@code OrderMissing}, {@code IO} of {@code IOException}. */
  private static final Pattern START = Pattern.compile("^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z])");

  private final Map<String, String> taken = new TreeMap<>();
  private final Set<String> imports = new LinkedHashSet<>();
  private final Set<String> members = new TreeSet<>();

  /**
   * Names for a template.
   *
   * @param template whose own imports are taken
   */
  Names(String template) {
    Matcher matcher = IMPORT.matcher(template);
    while (matcher.find()) {
      taken.put(matcher.group(2), matcher.group(1));
    }
  }

  /** The simple name, or the full one if another type has the simple one. */
  String type(String qualified) {
    String owner = taken.putIfAbsent(simple(qualified), qualified);
    if (owner != null && !owner.equals(qualified)) {
      return qualified;
    }
    if (!qualified.matches("java\\.lang\\.\\w+")) {
      imports.add(qualified);
    }
    return simple(qualified);
  }

  Set<String> imports() {
    return imports;
  }

  /** A name for a member that no other has. */
  String member(String wanted) {
    String name = wanted;
    for (int n = 2; !members.add(name); n++) {
      name = wanted + n;
    }
    return name;
  }

  static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  /** {@code orderMissing} of {@code OrderMissing}, {@code notFound} of {@code Not Found}. */
  static String camel(String name) {
    String joined =
        Arrays.stream(name.split("\\W+"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return START.matcher(joined).replaceFirst(start -> start.group().toLowerCase(Locale.ROOT));
  }
}
