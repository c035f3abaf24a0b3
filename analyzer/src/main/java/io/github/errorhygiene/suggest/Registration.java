package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Contract;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that make classes known to the runtime, where a project names its classes one by one:
 * {@code register(BookResource.class);}.
 */
final class Registration {
  private static final Pattern SCANS = Pattern.compile("\\bpackages\\(");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package [\\w.]+;[ \\t]*\\r?\\n");

  private Registration() {}

  /**
   * The text with lines for the new classes below the last such line for a handler's class; empty
   * if there is none.
   *
   * @param classes {@code ErrorAnswers.MissingMapper}
   */
  static Optional<String> of(String text, Module module, List<String> classes) {
    Optional<MatchResult> line = line(text, module);
    if (line.isEmpty() || SCANS.matcher(text).find()) {
      return Optional.empty();
    }
    StringBuilder lines = new StringBuilder();
    for (String name : classes) {
      lines.append(line.get().group(1)).append(name).append(line.get().group(3));
    }
    int end = line.get().end();
    return Optional.of(
        imported(text.substring(0, end) + lines + text.substring(end), module, classes));
  }

  /** The last line that names a class as only such lines do. */
  private static Optional<MatchResult> line(String text, Module module) {
    boolean own = module.contracts().stream().anyMatch(contract -> names(text, contract));
    Pattern pattern =
        Pattern.compile("(?m)^([ \\t]*(?:\\w+\\.)*(?:register|add)\\()(\\w+)(\\.class\\);\\r?\\n)");
    return own ? pattern.matcher(text).results().reduce((a, b) -> b) : Optional.empty();
  }

  private static boolean names(String text, Contract contract) {
    String type = contract.endpoint().handler().replaceFirst("#.*", "");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return Pattern.compile("\\b(?:register|add)\\((?:new )?" + Pattern.quote(simple) + "\\b")
        .matcher(text)
        .find();
  }

  private static String imported(String text, Module module, List<String> classes) {
    Matcher matcher = PACKAGE.matcher(text);
    String own = module.packageName();
    if (!matcher.find() || matcher.group().startsWith("package " + own + ";")) {
      return text;
    }
    StringBuilder imports = new StringBuilder();
    classes.stream()
        .map(name -> name.replaceFirst("\\..*", ""))
        .distinct()
        .forEach(
            name -> imports.append("import ").append(own).append('.').append(name).append(";\n"));
    return text.substring(0, matcher.end()) + "\n" + imports + text.substring(matcher.end());
  }
}
