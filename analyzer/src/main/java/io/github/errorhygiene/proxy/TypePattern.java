package io.github.errorhygiene.proxy;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Type patterns of AspectJ: {@code com.acme..*Service+}, {@code @Repository *}, {@code !void}. */
final class TypePattern {
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<.*>");

  private final Program program;

  TypePattern(Program program) {
    this.program = program;
  }

  /** Whether a type, by binary name, matches. */
  boolean matches(String pattern, String type) {
    String text = pattern.strip();
    if (text.startsWith("(") && text.endsWith(")")) {
      return matches(text.substring(1, text.length() - 1), type);
    }
    if (split(text, "||").size() > 1) {
      return split(text, "||").stream().anyMatch(part -> matches(part, type));
    }
    if (split(text, "&&").size() > 1) {
      return split(text, "&&").stream().allMatch(part -> matches(part, type));
    }
    if (text.startsWith("!")) {
      return !matches(text.substring(1), type);
    }
    if (text.startsWith("@")) {
      return annotated(text, type);
    }
    return text.endsWith("+")
        ? program.supertypes(type).stream()
            .anyMatch(above -> named(text.substring(0, text.length() - 1), above))
        : named(text, type);
  }

  private boolean annotated(String text, String type) {
    int end = text.indexOf(' ');
    String annotation = end < 0 ? text.substring(1) : text.substring(1, end);
    TypeSymbol symbol = program.type(type);
    boolean has = symbol != null && has(symbol.annotations(), strip(annotation));
    return has && (end < 0 || matches(text.substring(end + 1), type));
  }

  private static String strip(String annotation) {
    return annotation.replaceAll("[()]", "");
  }

  /** Whether one of the annotations has that name, qualified or not. */
  static boolean has(List<AnnotationSymbol> annotations, String name) {
    return annotations.stream().anyMatch(each -> named(name, each.type()));
  }

  /** Whether a name without operators is that of a type. */
  static boolean named(String pattern, String type) {
    String name = TYPE_ARGUMENTS.matcher(pattern.strip()).replaceAll("").replace('$', '.');
    String full = type.replace('$', '.');
    if (name.equals("*") || name.equals("..")) {
      return true;
    }
    boolean simple = !name.contains(".");
    return fits(name, full) || (simple && fits(name, full.substring(full.lastIndexOf('.') + 1)));
  }

  /** Nearly all patterns are plain names. */
  private static boolean fits(String pattern, String name) {
    boolean plain = pattern.indexOf('*') < 0 && !pattern.contains("..");
    return plain ? pattern.equals(name) : regex(pattern).matcher(name).matches();
  }

  static Pattern regex(String name) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' && name.startsWith("..", i)) {
        regex.append("\\.(?:.*\\.)?");
        i++;
      } else if (c == '*') {
        regex.append("[^.]*");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }

  private static List<String> split(String text, String operator) {
    List<String> parts = new ArrayList<>();
    int open = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0 && text.startsWith(operator, i)) {
        parts.add(text.substring(start, i));
        start = i + operator.length();
      }
    }
    parts.add(text.substring(start));
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
