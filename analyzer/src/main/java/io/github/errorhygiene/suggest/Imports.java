package io.github.errorhygiene.suggest;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that a source file imports, and those that new code in it needs. */
final class Imports {
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t]*package\\s+([\\w.]+)\\s*;[ \\t]*(\\r?\\n)");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^[ \\t]*import\\s+([\\w.]+?)(\\.\\*)?\\s*;[^\\n]*(?:\\n|\\z)");
  private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*");

  private final String text;
  private final NavigableSet<String> added = new TreeSet<>();

  /** Those of a file. */
  Imports(String text) {
    this.text = text;
  }

  /** The code with simple names in place of those full names that the file imports or can. */
  String shortened(String code) {
    return QUALIFIED.matcher(code).replaceAll(name -> Matcher.quoteReplacement(name(name.group())));
  }

  /** New code names the type by its simple name. */
  void need(String type) {
    if (!isKnown(type)) {
      added.add(type);
    }
  }

  private String name(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    if (isKnown(type)) {
      return simple;
    }
    boolean taken =
        Pattern.compile("(?m)^[ \\t]*import\\s+[\\w.]+\\." + simple + "\\s*;").matcher(text).find()
            || Pattern.compile("\\b(?:class|record|interface|enum)\\s+" + simple + "\\b")
                .matcher(text)
                .find()
            || added.stream().anyMatch(each -> each.endsWith("." + simple) && !each.equals(type));
    if (taken) {
      return type;
    }
    added.add(type);
    return simple;
  }

  private boolean isKnown(String type) {
    String owner = type.substring(0, type.lastIndexOf('.'));
    return owner.equals("java.lang")
        || owner.equals(packageName())
        || matches().stream()
            .anyMatch(
                each ->
                    each.group(1).equals(type)
                        || (each.group(2) != null && each.group(1).equals(owner)));
  }

  /** The package of the file; empty for none. */
  String packageName() {
    Matcher matcher = PACKAGE.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private List<MatchResult> matches() {
    return IMPORT.matcher(text).results().toList();
  }

  /**
   * The text with the imports that {@link #shortened} asked for, where they belong in the order.
   */
  String in(String changed) {
    String result = changed;
    for (String type : added.descendingSet()) {
      result = with(result, type);
    }
    return result;
  }

  private static String with(String text, String type) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String line = "import " + type + ";" + end;
    int at = -1;
    for (MatchResult each : beside(text, type)) {
      boolean before = each.group(1).compareTo(type) < 0;
      if (before || at < 0) {
        at = before ? each.end() : each.start();
      }
    }
    if (at >= 0) {
      return text.substring(0, at) + line + text.substring(at);
    }
    Matcher matcher = PACKAGE.matcher(text);
    int start = matcher.find() ? matcher.end() : 0;
    return text.substring(0, start)
        + (start == 0 ? "" : end)
        + line
        + (start == 0 ? end : "")
        + text.substring(start);
  }

  /** The imports from the same place, where projects have an order of their own; else all. */
  private static List<MatchResult> beside(String text, String type) {
    String place = type.substring(0, type.indexOf('.') + 1);
    List<MatchResult> all = IMPORT.matcher(text).results().toList();
    List<MatchResult> near = all.stream().filter(each -> each.group(1).startsWith(place)).toList();
    return near.isEmpty() ? all : near;
  }
}
