package io.github.errorhygiene.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Lays out Java code that a template has made. */
final class JavaText {
  private static final Pattern IMPORT = Pattern.compile("import [\\w.]+;");

  private static final Pattern LOG =
      Pattern.compile("(?m)^ *private static final \\w+ LOG = .*\\n(?: *\\n)?");

  /** An empty line before the first member. */
  private static final Pattern FIRST = Pattern.compile("(?m)(^ *[^\\n]*\\bclass [^\\n]*\\{\\n)\\n");

  private JavaText() {}

  /** The same code with its imports sorted and without those, and a log, that nothing needs. */
  static String tidied(String code) {
    SortedSet<String> imports = new TreeSet<>();
    List<String> body = new ArrayList<>();
    String packageLine = "";
    for (String line : code.lines().map(String::stripTrailing).toList()) {
      if (IMPORT.matcher(line).matches()) {
        imports.add(line);
      } else if (line.startsWith("package ")) {
        packageLine = line;
      } else {
        body.add(line);
      }
    }
    String rest = withoutIdleLog(String.join("\n", body).strip());
    String own = packageLine.replaceFirst("package (.*);", "$1");
    imports.removeIf(line -> !isNeeded(line, rest) || line.matches("import " + own + "\\.\\w+;"));
    return (paragraph(packageLine) + paragraph(String.join("\n", imports)) + rest).strip() + "\n";
  }

  private static String withoutIdleLog(String code) {
    String rest = code.contains("LOG.") ? code : LOG.matcher(code).replaceAll("");
    return FIRST.matcher(rest).replaceAll("$1");
  }

  private static String paragraph(String text) {
    return text.isEmpty() ? "" : text + "\n\n";
  }

  private static boolean isNeeded(String line, String rest) {
    String simple = line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
    return Pattern.compile("\\b" + simple + "\\b").matcher(rest).find();
  }
}
