package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lines that make classes known to the runtime, where a project names its classes one by one:
 * {@code register(BookResource.class);}, or {@code BookResource.class} in a list.
 */
final class Registration {
  private static final Pattern SCANS = Pattern.compile("\\bpackages\\(");

  /** The beginning of the line, what is registered, its end. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?m)^([ \\t]*(?:\\w+(?:\\(\\))?\\.)*(?:register|add(?=\\(\\w+\\.class))\\()"
              + "(?:new (?=\\w+\\()|\\w+\\.getInstance\\((?=\\w+\\.class\\)))?"
              + "(\\w+)(?:\\.class\\)?|\\(.*\\))(\\);\\r?\\n)");

  /** {@code BookResource.class} in a list, what is before it if it has its own line. */
  private static final Pattern ELEMENT =
      Pattern.compile("(\\r?\\n[ \\t]*)?\\b(\\w+)\\.class\\b(?=\\s*[,)}])");

  private static final Pattern APPLICATION =
      Pattern.compile("\\bextends\\s+Application\\b(?!\\s*<)");

  private Registration() {}

  /**
   * The text with the new classes beside those of handlers; empty if it names none or the runtime
   * looks for them.
   *
   * @param classes {@code ErrorAnswers.MissingMapper}
   */
  static Optional<String> of(String text, Module module, List<String> classes) {
    if (classes.isEmpty() || SCANS.matcher(text).find()) {
      return Optional.empty();
    }
    return statements(text, module, classes)
        .or(() -> elements(text, module, classes))
        .map(changed -> imported(changed, module, classes));
  }

  /** Below the last statement, in a file that has one for a handler's class. */
  private static Optional<String> statements(String text, Module module, List<String> classes) {
    List<MatchResult> all = STATEMENT.matcher(text).results().toList();
    if (all.stream().noneMatch(each -> isHandler(each.group(2), module))) {
      return Optional.empty();
    }
    MatchResult last = all.get(all.size() - 1);
    StringBuilder lines = new StringBuilder();
    for (String name : classes) {
      lines.append(last.group(1)).append(name).append(".class").append(last.group(3));
    }
    return Optional.of(text.substring(0, last.end()) + lines + text.substring(last.end()));
  }

  /**
   * In the list of an {@code Application}'s classes, behind that of a handler or, where handlers
   * are named as objects, of a boundary.
   */
  private static Optional<String> elements(String text, Module module, List<String> classes) {
    if (!APPLICATION.matcher(text).find()) {
      return Optional.empty();
    }
    List<MatchResult> all = ELEMENT.matcher(text).results().toList();
    return all.stream()
        .filter(each -> isHandler(each.group(2), module))
        .findFirst()
        .or(() -> all.stream().filter(each -> isBoundary(each.group(2), module)).findFirst())
        .map(
            element -> {
              String between = element.group(1) == null ? " " : element.group(1);
              StringBuilder list = new StringBuilder();
              classes.forEach(name -> list.append(",").append(between).append(name + ".class"));
              int end = element.end();
              return text.substring(0, end) + list + text.substring(end);
            });
  }

  private static boolean isHandler(String simpleName, Module module) {
    return module.contracts().stream().anyMatch(contract -> simpleName.equals(simple(contract)));
  }

  private static boolean isBoundary(String simpleName, Module module) {
    return module.contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .map(Failure::boundary)
        .anyMatch(each -> each != null && each.name().startsWith(simpleName + "#"));
  }

  private static String simple(Contract contract) {
    String type = contract.endpoint().handler().replaceFirst("#.*", "");
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String imported(String text, Module module, List<String> classes) {
    Imports imports = new Imports(text);
    classes.forEach(
        name -> imports.need(module.packageName() + "." + name.replaceFirst("\\..*", "")));
    return imports.in(text);
  }
}
