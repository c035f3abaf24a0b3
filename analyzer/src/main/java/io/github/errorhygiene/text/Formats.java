package io.github.errorhygiene.text;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.program.AnnotationSymbol;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Constraints of Bean Validation, and patterns, after which a text has a form. */
public final class Formats {
  /** After these a text can be parsed, or a number is in range. */
  private static final Set<String> CONSTRAINTS =
      Set.of(
          "DecimalMax",
          "DecimalMin",
          "Digits",
          "Email",
          "Max",
          "Min",
          "Pattern",
          "Positive",
          "PositiveOrZero",
          "Range",
          "URL",
          "UUID");

  /**
   * Hibernate Validator's {@code AbstractEmailValidator} and {@code DomainNameUtil}: 64 characters,
   * the sign, and 255.
   */
  private static final int LONGEST_ADDRESS = 320;

  private static final int LONGEST_UUID = 36;

  /** A pattern that lets one of these through lets any word through. */
  private static final List<String> WORDS = List.of("abc", "ABC", "a1", "a b");

  private Formats() {}

  /** Whether an annotation has the name of such a constraint. */
  public static boolean isNamed(AnnotationSymbol annotation) {
    String type = annotation.type();
    return CONSTRAINTS.contains(type.substring(type.lastIndexOf('.') + 1));
  }

  /** Whether an annotation is such a constraint. */
  public static boolean isOne(AnnotationSymbol annotation) {
    String type = annotation.type();
    boolean constraint = type.contains("validation") || type.contains("validator");
    return constraint
        && isNamed(annotation)
        && (!(annotation.value("regexp") instanceof String regexp) || isOne(regexp));
  }

  /** What the constraints of a text say of its length, told with what else is known of it. */
  public static Dependence bounded(Dependence data, List<AnnotationSymbol> annotations) {
    int most = most(annotations);
    return most == 0 || most == Dependence.ANY_LENGTH ? data.most(most) : data.bounded(most);
  }

  /**
   * How many characters a text has at most that keeps these constraints; {@link
   * Dependence#ANY_LENGTH} if its form lets any number through; 0 if they say nothing of it.
   */
  public static int most(List<AnnotationSymbol> annotations) {
    int most = 0;
    for (AnnotationSymbol annotation : annotations) {
      int one = most(annotation);
      most = one == 0 || most == 0 ? Math.max(one, most) : Math.min(one, most);
    }
    return most;
  }

  private static int most(AnnotationSymbol annotation) {
    String type = annotation.type();
    if (!type.contains("validation") && !type.contains("validator")) {
      return 0;
    }
    return switch (type.substring(type.lastIndexOf('.') + 1)) {
      case "CodePointLength", "Length", "Size" ->
          annotation.value("max") instanceof Integer max
              ? Math.max(1, Math.min(max, Dependence.ANY_LENGTH))
              : 0;
      case "Pattern" ->
          annotation.value("regexp") instanceof String regexp
              ? Math.max(1, Math.min(PatternLength.most(regexp), Dependence.ANY_LENGTH))
              : Dependence.ANY_LENGTH;
      case "Email" -> LONGEST_ADDRESS;
      case "UUID" -> LONGEST_UUID;
      case "URL" -> Dependence.ANY_LENGTH;
      default -> 0;
    };
  }

  /** Whether texts that match a pattern have a form; one that is none is believed to give it. */
  public static boolean isOne(String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      return WORDS.stream().noneMatch(word -> compiled.matcher(word).matches());
    } catch (PatternSyntaxException e) {
      return true; // in a dialect of its own
    }
  }

  /** Whether the template of a path gives a variable a form: {@code /orders/{id:[0-9]+}}. */
  public static boolean isGiven(String template, String variable) {
    int at = template.indexOf("{" + variable + ":");
    return at >= 0 && isOne(template.substring(at + variable.length() + 2, end(template, at)));
  }

  /** Where the brace closes that opens at {@code from}. */
  private static int end(String template, int from) {
    int open = 0;
    for (int i = from; i < template.length(); i++) {
      open += template.charAt(i) == '{' ? 1 : template.charAt(i) == '}' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return template.length();
  }
}
